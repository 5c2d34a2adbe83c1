import { Link } from '@tanstack/react-router';
import { addDays, type CountyDate } from '../../../server/kernel/dates.ts';
import { span, stateOf } from '../../../server/portal/words.ts';
import type { PlanNow } from '../plan/planNow.ts';
import { weekday } from './coming.ts';
import { appearedOf } from './families.ts';
import type { HomeNow } from './homeNow.ts';

type Campaign = PlanNow['campaigns'][number];
type Props = { campaigns: readonly Campaign[]; today: CountyDate; appeared: HomeNow['appeared']; office: boolean };

/** What is on, day by day, and below it what comes next. */
export function Campaigns({ campaigns, today, appeared, office }: Props) {
  const on = campaigns.filter((campaign) => stateOf(campaign, today) === 'on');
  const next = campaigns
    .filter(({ fromOn }) => fromOn !== null && fromOn > today)
    .toSorted((a, b) => ((a.fromOn ?? '') < (b.fromOn ?? '') ? -1 : 1))[0];
  return (
    <section className="card">
      {on.map((campaign) => (
        <Now key={campaign.id} campaign={campaign} today={today} appeared={appeared} office={office} />
      ))}
      {on.length === 0 && <p className="empty">今天没有集中宣传。</p>}
      {next && (
        <footer>
          <b>
            下一场：第 {next.no} 场 {next.theme}
          </b>
          　{span(next)}　{unitsOf(next)}　<Link to="/plan">看日程</Link>
        </footer>
      )}
    </section>
  );
}

const unitsOf = ({ units }: Campaign) => units.map(({ name }) => name).join('、');

type NowProps = Omit<Props, 'campaigns'> & { campaign: Campaign };
function Now({ campaign, today, appeared, office }: NowProps) {
  const { on, families } = appearedOf(appeared, campaign.id);
  return (
    <>
      <header>
        <h2>
          正在宣传：第 {campaign.no} 场 {campaign.theme}
        </h2>
        <span className="more cap">{span(campaign)}</span>
      </header>
      <ol className="days" aria-label="这一场的日子">
        {daysOf(campaign).map((day) => (
          <li
            key={day}
            className={day === today ? 'today' : day > today ? 'next' : ''}
            aria-current={day === today ? 'date' : undefined}
          >
            {day === today ? '今天' : weekday(day)}
            <b>{day > today ? '—' : `${on(day)} 条`}</b>
          </li>
        ))}
      </ol>
      <ul className="fam" aria-label={office ? '哪种媒体见了几条' : '本单位的，哪种媒体见了几条'}>
        {families.map(({ name, count }) => (
          <li key={name}>
            {name}
            <span className={`tag ${count > 0 ? 'good' : 'wait'}`}>{count > 0 ? `✓ ${count} 条` : '! 还没有'}</span>
          </li>
        ))}
        <li>
          <Link to="/claims">{office ? '看采用' : '看本单位的采用'}</Link>
        </li>
      </ul>
      <p className="sheet">
        {unitsOf(campaign)}
        {campaign.projects.length > 0 && `：${campaign.projects.join('；')}`}
      </p>
    </>
  );
}

const mostDays = 14;
function daysOf({ fromOn, toOn, days }: Campaign): CountyDate[] {
  if (days.length > 0) return days as CountyDate[];
  if (fromOn === null || toOn === null || addDays(fromOn, mostDays) <= toOn) return [];
  const count = (Date.parse(toOn) - Date.parse(fromOn)) / 86_400_000 + 1;
  return Array.from({ length: count }, (_, place) => addDays(fromOn as CountyDate, place));
}
