import { useQuery } from '@tanstack/react-query';
import { createRoute, Link } from '@tanstack/react-router';
import { z } from 'zod';
import { headWords, weekNo } from '../../../server/duty/home.ts';
import type { CountyDate } from '../../../server/kernel/dates.ts';
import { stateOf } from '../../../server/portal/words.ts';
import { claimCounts } from '../adoption/claims.ts';
import { claimsWaiting } from '../adoption/tasks.ts';
import { exemptionList } from '../assessment/exemption/exemptions.ts';
import { flagCounts } from '../assessment/flag/flags.ts';
import { groundOf, objectionCounts } from '../objection/objections.ts';
import { type PlanNow, planNow } from '../plan/planNow.ts';
import { Waiting } from '../Said.tsx';
import { shellRoute } from '../Shell.tsx';
import { movesTold } from '../schedule/schedule.ts';
import { supervisionCounts } from '../supervision/orders.ts';
import { voucherList } from '../voucher/vouchers.ts';
import { whoIAm } from '../whoIAm.ts';
import { Campaigns } from './Campaigns.tsx';
import { coming, filingDays, monthDue, weekday } from './coming.ts';
import { type HomeNow, homeNow } from './homeNow.ts';
import { MonthStrip } from './MonthStrip.tsx';
import { asShown, Queue, type Shown } from './Queue.tsx';
import { Quota } from './Quota.tsx';
import { ThisMonth } from './ThisMonth.tsx';
import { useLastMonth } from './useLastMonth.ts';
import {
  exemptionsWaiting,
  flagsWaiting,
  monthWaiting,
  movesWaiting,
  reviewsWaiting,
  supervisionWaiting,
  type Task,
  waitingFor,
} from './waiting.ts';

const kind = z.string().optional().catch(undefined);
export const homeRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/',
  validateSearch: z.object({ kind }),
  component: HomePage,
});

function HomePage() {
  const { data: me } = useQuery(whoIAm);
  const { data: found, error } = useQuery(planNow);
  if (!found || !me) return <Waiting error={error} />;
  return <Home found={found} me={me} />;
}

type Props = { found: PlanNow; me: { day: string; person: { unitId: string | null; roles: readonly string[] } } };

function Home({ found, me }: Props) {
  const { kind } = homeRoute.useSearch();
  const today = me.day as CountyDate;
  const works = Boolean(me.person.unitId);
  const office = me.person.roles.some((role) => role.startsWith('office'));
  const { data: home, error } = useQuery({ ...homeNow, enabled: works });
  const data = { ...found, campaigns: found.campaigns.filter(({ cancelledOn }) => cancelledOn === null) };
  const month = useLastMonth(today);
  const others = useOthers({ data, me, month, office });
  if (works && !home) return <Waiting error={error} />;
  const tasks = [...(home?.tasks ?? []).map((task) => ({ ...task, due: '', at: '' })), ...others.map(asShown)];
  return (
    <main className="page">
      <div className="head">
        <div>
          <h1>
            {Number(today.slice(5, 7))}月{Number(today.slice(8))}日星期{weekday(today)}：
            {data.plan || tasks.length > 0
              ? headWords(
                  tasks.map(({ dueOn }) => dueOn),
                  today,
                )
              : '还没有方案'}
          </h1>
          <p>
            第 {weekNo(today)} 周 · {data.plan ? nowWords(data.campaigns, today) : '把通知读进来，日程、项目和职责就都有了。'}
          </p>
        </div>
        <Acts first={tasks[0]} works={works} office={office} />
      </div>
      <MonthStrip today={today} />
      {!office && <ThisMonth today={today} unitId={me.person.unitId} />}
      {data.plan ? (
        <div className="home">
          <Queue tasks={tasks} kind={kind} today={today} office={office} />
          <div className="stack">
            <Campaigns campaigns={data.campaigns} today={today} appeared={home?.appeared ?? []} office={office} />
            {home?.quota && <Quota quota={home.quota} before={home.before} />}
            <NextDays data={data} today={today} month={month?.month} terms={home?.terms ?? []} />
          </div>
        </div>
      ) : (
        <First whyNot={data.may.create} />
      )}
    </main>
  );
}

const Acts = ({ first, works, office }: { first: Shown | undefined; works: boolean; office: boolean }) => (
  <div className="acts">
    {office && (
      <Link className="btn" to="/week">
        本周一页纸
      </Link>
    )}
    {works && (
      <Link className="btn" to="/reminders">
        提醒
      </Link>
    )}
    {first && (
      <Link className="btn main" to={first.to} search={first.search} hash={first.at}>
        从第一件开始办
      </Link>
    )}
  </div>
);

type Others = { data: PlanNow; me: Props['me']; month: ReturnType<typeof useLastMonth>; office: boolean };
/** What waits in a lump: the month's next step, what only the office answers, what is open in the plan. */
function useOthers({ data, me, month, office }: Others): Task[] {
  const { data: claims } = useQuery({ ...claimCounts, enabled: office });
  const { data: exemptions } = useQuery({ ...exemptionList({}), enabled: office });
  const { data: flags } = useQuery({ ...flagCounts(month?.month ?? ''), enabled: office && month !== undefined });
  const works = Boolean(me.person.unitId);
  const { data: supervised } = useQuery({ ...supervisionCounts, enabled: works });
  const { data: told } = useQuery({ ...movesTold, enabled: works });
  const reviews = useReviews(office);
  return [
    ...(month ? monthWaiting(month, me.person.roles) : []),
    ...(claims ? claimsWaiting(claims) : []),
    ...(exemptions ? exemptionsWaiting(exemptions.exemptions) : []),
    ...(flags ? flagsWaiting(flags) : []),
    ...(supervised ? supervisionWaiting(supervised, me.day) : []),
    ...(told ? movesWaiting(told.moves, me.person.unitId) : []),
    ...reviews,
    ...waitingFor(data, me.person.unitId, me.day as CountyDate),
  ];
}

/** What only the office answers and confirms. */
function useReviews(office: boolean) {
  const { data: objections } = useQuery({ ...objectionCounts, enabled: office });
  const { data: vouchers } = useQuery({ ...voucherList({}), enabled: office });
  return objections && vouchers ? reviewsWaiting(objections, vouchers.toDecide) : [];
}

function nowWords(campaigns: PlanNow['campaigns'], today: CountyDate): string {
  const on = campaigns.filter((campaign) => stateOf(campaign, today) === 'on').map(({ theme }) => theme);
  return on.length > 0 ? `正在宣传${on.join('、')}` : '今天没有集中宣传';
}

const First = ({ whyNot }: { whyNot: string | null }) => (
  <section className="card empty">
    <p>还没有方案：把通知粘进来。以后这里列出等您办的事、正在宣传的场次和未来十天的安排。</p>
    {whyNot ? (
      <p className="why">{whyNot}</p>
    ) : (
      <Link className="btn main" to="/plan/new">
        读入通知，建立方案
      </Link>
    )}
  </section>
);

type NextProps = { data: PlanNow; today: CountyDate; month: string | undefined; terms: HomeNow['terms'] };
function NextDays({ data: { campaigns, duties }, today, month, terms }: NextProps) {
  const { data: due } = useQuery({ ...groundOf(month ?? ''), enabled: month !== undefined });
  const days = coming(campaigns, duties, today, 10, [...(due ? monthDue(due) : []), ...filingDays(terms)]);
  return (
    <section className="card">
      <header>
        <h2>未来十天</h2>
        <Link className="more" to="/plan">
          日程
        </Link>
      </header>
      {days.length === 0 && <p className="empty">未来十天没有开始、结束或到期的安排。</p>}
      <table>
        <tbody>
          {days.map(({ day, words }) => (
            <tr key={day + words}>
              <td className="day">
                {day.slice(5)} {weekday(day)}
              </td>
              <td>{words}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
