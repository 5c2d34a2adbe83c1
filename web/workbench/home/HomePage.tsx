import { useQuery } from '@tanstack/react-query';
import { createRoute, Link } from '@tanstack/react-router';
import type { CountyDate } from '../../../server/kernel/dates.ts';
import { stateOf } from '../../../server/portal/words.ts';
import { claimCounts } from '../adoption/claims.ts';
import { claimsWaiting } from '../adoption/tasks.ts';
import { exemptionList } from '../assessment/exemption/exemptions.ts';
import { flagCounts } from '../assessment/flag/flags.ts';
import { groundOf, objectionCounts } from '../objection/objections.ts';
import { commissionQueue } from '../plan/commission/commissions.ts';
import { type PlanNow, planNow } from '../plan/planNow.ts';
import { Waiting } from '../Said.tsx';
import { shellRoute } from '../Shell.tsx';
import { movesTold } from '../schedule/schedule.ts';
import { articleQueue } from '../submission/articles.ts';
import { supervisionCounts } from '../supervision/orders.ts';
import { voucherList } from '../voucher/vouchers.ts';
import { whoIAm } from '../whoIAm.ts';
import { Campaigns } from './Campaigns.tsx';
import { coming, monthDue, weekday } from './coming.ts';
import { MonthStrip } from './MonthStrip.tsx';
import { Queue } from './Queue.tsx';
import { ThisMonth } from './ThisMonth.tsx';
import { useLastMonth } from './useLastMonth.ts';
import {
  articlesWaiting,
  commissionsWaiting,
  exemptionsWaiting,
  flagsWaiting,
  monthWaiting,
  movesWaiting,
  reviewsWaiting,
  supervisionWaiting,
  waitingFor,
} from './waiting.ts';

export const homeRoute = createRoute({ getParentRoute: () => shellRoute, path: '/', component: HomePage });

function HomePage() {
  const { data: me } = useQuery(whoIAm);
  const { data: found, error } = useQuery(planNow);
  if (!found || !me) return <Waiting error={error} />;
  return <Home found={found} me={me} />;
}

type Props = { found: PlanNow; me: { day: string; person: { unitId: string | null; roles: readonly string[] } } };

function Home({ found, me }: Props) {
  const today = me.day as CountyDate;
  const month = useLastMonth(today);
  const works = Boolean(me.person.unitId);
  const { data: articles } = useQuery({ ...articleQueue, enabled: works });
  const { data: commissions } = useQuery({ ...commissionQueue, enabled: works });
  const { data: claims } = useQuery({ ...claimCounts, enabled: works });
  const { data: exemptions } = useQuery({ ...exemptionList({}), enabled: works });
  const { data: flags } = useQuery({
    ...flagCounts(month?.month ?? ''),
    enabled: works && month !== undefined,
  });
  const { data: supervised } = useQuery({ ...supervisionCounts, enabled: works });
  const { data: told } = useQuery({ ...movesTold, enabled: works });
  const reviews = useReviews(me.person.roles);
  const data = { ...found, campaigns: found.campaigns.filter(({ cancelledOn }) => cancelledOn === null) };
  const tasks = [
    ...(month ? monthWaiting(month, me.person.roles) : []),
    ...(commissions ? commissionsWaiting(commissions, today) : []),
    ...(articles ? articlesWaiting(articles) : []),
    ...(claims ? claimsWaiting(claims) : []),
    ...(exemptions ? exemptionsWaiting(exemptions.exemptions) : []),
    ...(flags ? flagsWaiting(flags) : []),
    ...(supervised ? supervisionWaiting(supervised, today) : []),
    ...(told ? movesWaiting(told.moves, me.person.unitId) : []),
    ...reviews,
    ...waitingFor(data, me.person.unitId, today),
  ];
  return (
    <main className="page">
      <div className="head">
        <div>
          <h1>
            {Number(today.slice(5, 7))}月{Number(today.slice(8))}日星期{weekday(today)}：
            {data.plan ? `${tasks.length} 件待办，${nowWords(data.campaigns, today)}` : '还没有方案'}
          </h1>
          <p>{data.plan?.title ?? '把通知粘进来，日程、项目和职责就都有了。'}</p>
        </div>
      </div>
      <MonthStrip today={today} />
      <ThisMonth today={today} unitId={me.person.unitId} office={me.person.roles.some((role) => role.startsWith('office'))} />
      {data.plan ? (
        <div className="home">
          <Queue tasks={tasks} />
          <div className="stack">
            <Campaigns campaigns={data.campaigns} today={today} />
            <NextDays data={data} today={today} month={month?.month} />
          </div>
        </div>
      ) : (
        <First whyNot={data.may.create} />
      )}
    </main>
  );
}

/** What only the office answers and confirms. */
function useReviews(roles: readonly string[]) {
  const office = roles.some((role) => role.startsWith('office'));
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

type NextProps = { data: PlanNow; today: CountyDate; month: string | undefined };
function NextDays({ data: { campaigns, duties }, today, month }: NextProps) {
  const { data: due } = useQuery({ ...groundOf(month ?? ''), enabled: month !== undefined });
  const days = coming(campaigns, duties, today, 10, due ? monthDue(due) : []);
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
