import { useQuery } from '@tanstack/react-query';
import { createRoute, Link } from '@tanstack/react-router';
import { z } from 'zod';
import type { CountyDate } from '../../../server/kernel/dates.ts';
import { span, stateOf } from '../../../server/portal/words.ts';
import { Export } from '../Export.tsx';
import { Gantt } from '../plan/Gantt.tsx';
import { Waiting } from '../Said.tsx';
import { Scroll } from '../Scroll.tsx';
import { shellRoute } from '../Shell.tsx';
import { CampaignBox } from './CampaignBox.tsx';
import { Days } from './Days.tsx';
import { Subscribe } from './Subscribe.tsx';
import { type Campaign, type ScheduleNow, scheduleNow } from './schedule.ts';
import { shownDays, stepped, titleOf, type View, views } from './span.ts';
import '../plan/plan.css';
import './schedule.css';

export const scheduleRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/schedule',
  validateSearch: z.object({
    view: z
      .enum(Object.keys(views) as [View, ...View[]])
      .optional()
      .catch(undefined),
    on: z.iso.date().optional().catch(undefined),
    campaign: z.uuid().optional().catch(undefined),
  }),
  component: SchedulePage,
});

/** 日程: the campaigns over the days; one of them opened is moved. */
function SchedulePage() {
  const { view = 'month', on, campaign } = scheduleRoute.useSearch();
  const navigate = scheduleRoute.useNavigate();
  const { data, error } = useQuery(scheduleNow);
  if (!data) return <Waiting error={error} />;
  const chosen = data.campaigns.find(({ id }) => id === campaign);
  const close = () => navigate({ to: '.', search: (all) => ({ ...all, campaign: undefined }), resetScroll: false });
  return (
    <main className="page">
      <div className="head">
        <div>
          <h1>{headOf(data)}</h1>
          <p>点一场看它改过没有；专班办公室在那里改期，先看会撞上什么。休息日按本县日历。</p>
        </div>
        <div className="acts">
          <Views chosen={view} />
          <button className="btn small" type="button" onClick={() => print()}>
            打印
          </button>
        </div>
      </div>
      {data.missing !== null && (
        <p className="why">! {data.missing} 年的节假日和调休还没有录入：那一年的工作日和撞上什么，现在只按周一到周五算。</p>
      )}
      <div className="stack">
        <Shown view={view} on={(on ?? data.today) as CountyDate} data={data} />
        <Undated campaigns={data.campaigns} />
        <Subscribe />
      </div>
      {chosen && <CampaignBox key={chosen.version} campaign={chosen} today={data.today} close={close} />}
    </main>
  );
}

function headOf({ plan, campaigns, today }: ScheduleNow): string {
  if (!plan) return '日程：还没有方案';
  const count = (wanted: string) => campaigns.filter((campaign) => stateOf(campaign, today) === wanted).length;
  const moved = campaigns.filter(({ moves }) => moves.length > 0).length;
  return `日程：已办 ${count('over')} 场，正在办 ${count('on')} 场，还没到 ${count('ahead')} 场${moved > 0 ? `；改过期 ${moved} 场` : ''}`;
}

const Views = ({ chosen }: { chosen: View }) => (
  <nav className="tabs" aria-label="怎样看">
    {Object.entries(views).map(([view, word]) => (
      <Link
        key={view}
        to="."
        search={(all: object) => ({ ...all, view: view === 'month' ? undefined : (view as View) })}
        resetScroll={false}
        activeProps={{}}
        activeOptions={{ explicitUndefined: true }}
        aria-current={chosen === view ? 'true' : undefined}
      >
        {word}
      </Link>
    ))}
  </nav>
);

function Shown({ view, on, data }: { view: View; on: CountyDate; data: ScheduleNow }) {
  if (view === 'chart')
    return (
      <section className="card">
        <header>
          <h2>横道图</h2>
          <span className="more">
            <Export to="/api/campaigns.xlsx" />
          </span>
        </header>
        <Scroll label="日程图">
          <Gantt campaigns={data.campaigns} today={data.today} />
        </Scroll>
      </section>
    );
  const title = titleOf(view, on);
  return (
    <section className="card">
      <header>
        <h2>{title}</h2>
        <span className="more steps">
          <Step to={stepped(view, on, -1)} word={view === 'month' ? '上个月' : '上一周'} />
          <Step to={undefined} word="今天" />
          <Step to={stepped(view, on, 1)} word={view === 'month' ? '下个月' : '下一周'} />
          <Export to="/api/campaigns.xlsx" />
        </span>
      </header>
      <Days label={title} days={shownDays(view, on)} month={view === 'month' ? on.slice(0, 7) : null} data={data} />
    </section>
  );
}

const Step = ({ to, word }: { to: CountyDate | undefined; word: string }) => (
  <Link className="btn small" to="." search={(all: object) => ({ ...all, on: to })} resetScroll={false} activeProps={{}}>
    {word}
  </Link>
);

/** What stands on no day, so that it is missed in no view. */
function Undated({ campaigns }: { campaigns: readonly Campaign[] }) {
  const open = campaigns.filter(({ fromOn, toOn, cancelledOn }) => cancelledOn === null && (fromOn === null || toOn === null));
  if (open.length === 0) return null;
  return (
    <section className="card">
      <header>
        <h2>起止没有定全的 {open.length} 场</h2>
      </header>
      <ul className="undated">
        {open.map((each) => (
          <li key={each.id}>
            <Link to="." search={(all: object) => ({ ...all, campaign: each.id })} resetScroll={false} activeProps={{}}>
              — 第 {each.no} 场 {each.theme}
            </Link>
            　{span(each)}
          </li>
        ))}
      </ul>
    </section>
  );
}
