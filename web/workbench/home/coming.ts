import type { Term } from '../../../server/filing/board.ts';
import { filingKinds } from '../../../server/filing/filing.ts';
import { addDays, type CountyDate } from '../../../server/kernel/dates.ts';
import type { Campaign, PlannedDuty } from '../../../server/plan/plan.ts';

export type Coming = { day: CountyDate; words: string };
type Shown = Pick<Campaign, 'no' | 'theme' | 'fromOn' | 'toOn'>;
type Due = Pick<PlannedDuty, 'what' | 'per' | 'toOn'>;

type MonthDays = { month: string; lockBy: CountyDate; lockedOn: CountyDate | null; endsOn: CountyDate | null };
/** By when last month is to be locked or, when it is, until when it may be contested. */
export function monthDue({ month, lockBy, lockedOn, endsOn }: MonthDays): Coming[] {
  const name = `${Number(month.slice(5))}月考评`;
  return lockedOn === null ? on(lockBy, `${name}锁定`) : on(endsOn, `${name}：异议期最后一天`);
}

/** By when the units hand in what they owe under the plan, those of one day together. */
export const filingDays = (terms: readonly Pick<Term, 'kind' | 'dueOn'>[]): Coming[] =>
  [...Map.groupBy(terms, ({ dueOn }) => dueOn)].flatMap(([day, of]) =>
    on(day, `报备到期：${of.map(({ kind }) => filingKinds[kind]).join('、')}`),
  );

/** What begins, ends or falls due from today on, within so many days; a monthly duty on the month's last day. */
export function coming(
  campaigns: readonly Shown[],
  duties: readonly Due[],
  today: CountyDate,
  days: number,
  more: readonly Coming[] = [],
): Coming[] {
  const last = addDays(today, days - 1);
  const all = [...campaigns.flatMap(endsOf), ...duties.flatMap((duty) => dueOf(duty, today)), ...more];
  return all.filter(({ day }) => day >= today && day <= last).toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

function endsOf({ no, theme, fromOn, toOn }: Shown): Coming[] {
  const name = `第 ${no} 场 ${theme}`;
  if (fromOn !== null && fromOn === toOn) return [{ day: fromOn, words: `${name}，只这一天` }];
  return [...on(fromOn, `${name}开始`), ...on(toOn, `${name}最后一天`)];
}

const dueOf = ({ what, per, toOn }: Due, today: CountyDate) =>
  per === 'month' ? on(monthEnd(today), `${what}：本月最后一天`) : on(toOn, `${what}：到期`);

const on = (day: CountyDate | null, words: string): Coming[] => (day === null ? [] : [{ day, words }]);

function monthEnd(day: CountyDate): CountyDate {
  const next = addDays(`${day.slice(0, 7)}-28` as CountyDate, 4);
  return addDays(next, -Number(next.slice(8)));
}

export const weekday = (day: CountyDate) => '日一二三四五六'[new Date(`${day}T00:00:00Z`).getUTCDay()];
