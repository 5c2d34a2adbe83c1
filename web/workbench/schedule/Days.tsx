import { Link } from '@tanstack/react-router';
import type { CountyDate } from '../../../server/kernel/dates.ts';
import { heldDays } from '../../../server/plan/moving.ts';
import { stateOf, states } from '../../../server/portal/words.ts';
import { weekday } from '../home/coming.ts';
import type { Campaign, ScheduleNow } from './schedule.ts';

type Props = {
  label: string;
  days: readonly CountyDate[];
  month: string | null; // the other months' days stand back
  data: Pick<ScheduleNow, 'campaigns' | 'exceptions' | 'today'>;
};

/** Day by day, seven in a row where there is room for it, with what is on and what the day is. */
export function Days({ label, days, month, data: { campaigns, exceptions, today } }: Props) {
  const standing = campaigns.filter(({ cancelledOn }) => cancelledOn === null);
  const held = standing.map((campaign) => ({ campaign, days: heldDays(windowOf(campaign)) }));
  const known = new Map(exceptions.map((each) => [each.day, each]));
  return (
    <ol className="calendar" aria-label={label}>
      {days.map((day) => {
        const odd = known.get(day);
        const on = held.filter((each) => each.days.includes(day));
        const rests = odd ? !odd.works : '六日'.includes(weekday(day) ?? '');
        const back = month !== null && !day.startsWith(month);
        const look = [rests && 'rests', day === today && 'today', back && 'back', on.length === 0 && 'idle'];
        return (
          <li key={day} className={look.filter(Boolean).join(' ')} aria-current={day === today ? 'date' : undefined}>
            <p>
              <b>{back || day.endsWith('-01') ? day.slice(5) : Number(day.slice(8))}</b> 周{weekday(day)}
              {day === today && <strong> 今天</strong>}
              {odd && <span> {odd.works ? `调休上班（${odd.name}）` : `休（${odd.name}）`}</span>}
            </p>
            {on.map(({ campaign }) => (
              <Link key={campaign.id} to="." search={(all) => ({ ...all, campaign: campaign.id })} resetScroll={false}>
                {states[stateOf(campaign, today)].mark} {campaign.no} {campaign.theme}
              </Link>
            ))}
          </li>
        );
      })}
    </ol>
  );
}

const windowOf = ({ fromOn, toOn, days }: Campaign) => ({ fromOn, toOn, days });
