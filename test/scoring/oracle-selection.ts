import type { Selector as Picked } from '../../server/assessment/selection.ts';
import type { OracleFact } from './oracle.ts';
import type { Given } from './oracle-facts.ts';

export type Selector = Picked & { alsoCounts?: readonly OracleFact['kind'][] | undefined };
type Where = NonNullable<Picked['where']>;

export function selects({ counts, where, not, alsoCounts = [] }: Selector, fact: OracleFact, given: Given): boolean {
  return (
    [counts, ...alsoCounts].includes(fact.kind) && (!where || meets(where, fact, given)) && !(not && meets(not, fact, given))
  );
}

function meets(where: Where, fact: OracleFact, given: Given): boolean {
  const seen: Record<string, string | null | undefined> = {
    ...{ kind: fact.kind, form: 'sole', placement: 'ordinary' },
    ...(fact.attributes as object),
  };
  const late = ['daysLate', 'workdaysLate', 'timing'].some((key) => key in where);
  const lateness = late ? latenessOf(fact, given) : undefined;
  for (const [key, wanted] of Object.entries(where)) {
    if (key === 'words' || key === 'day') {
      const value = key === 'day' ? fact.day : fact.attributes.words;
      const { from, to } = wanted as { from?: string; to?: string };
      if (value === undefined || (from !== undefined && value < from) || (to !== undefined && value > to)) return false;
    } else if (key === 'daysLate' || key === 'workdaysLate') {
      const { from = 1, to = 1e9 } = wanted as { from?: number; to?: number };
      const value = lateness === undefined ? 0 : lateness[key];
      if (value < Math.max(1, from) || value > to) return false;
    } else if (key === 'quantity') {
      const { from = 0, to = 1e12 } = wanted as { from?: number; to?: number };
      const value = fact.attributes.quantity ?? 1;
      if (value < from || value > to) return false;
    } else if (key === 'placement' && seen.placement === 'frontTop') {
      if (!['front', 'top', 'frontTop'].some((each) => (wanted as string[]).includes(each))) return false;
    } else if (key === 'timing') {
      if (lateness === undefined || !(wanted as string[]).includes(lateness.timing)) return false;
    } else if (!(wanted as string[]).includes(seen[key] ?? '')) return false;
  }
  return true;
}

const day = (text: string, more: number) => new Date(Date.parse(text) + more * 86_400_000).toISOString().slice(0, 10);
const isSunday = (text: string) => new Date(text).getUTCDay() === 0;

function endOf(month: string): string {
  let end = `${month}-28`;
  while (day(end, 1).startsWith(month)) end = day(end, 1);
  return end;
}

export function latenessOf(fact: OracleFact, { calendar, scheme, month }: Given) {
  const { dueOn, deliveredOn } = fact.attributes;
  if (!dueOn) return undefined;
  const works = (text: string) =>
    calendar.findLast((row) => row.day === text)?.works ?? ![0, 6].includes(new Date(text).getUTCDay());
  let due = dueOn;
  while (scheme.deadlines === 'nextWorkday' && !works(due)) due = day(due, 1);
  const came = deliveredOn ?? (fact.kind === 'commission' ? undefined : fact.day);
  if (came !== undefined && came <= due) {
    let early = 0;
    while (day(came, early) < due) early += 1;
    return { timing: 'onTime', daysLate: 0, workdaysLate: 0, daysEarly: early };
  }
  const end = endOf(month);
  const until = came ?? end;
  if (until <= due) return undefined;
  const days: string[] = [];
  for (let at = day(due, 1); at <= until; at = day(at, 1)) days.push(at);
  return {
    timing: came === undefined ? 'missing' : 'late',
    daysLate: days.length,
    workdaysLate: days.filter(works).length,
    daysEarly: 0,
  };
}

/** One test for each Sunday of the month: does a fact belong to the week that it ends? */
export function daysOfWeeks(month: string): ((fact: OracleFact) => boolean)[] {
  const sundays = Array.from({ length: 31 }, (_, at) => day(`${month}-01`, at)).filter(
    (each) => each.startsWith(month) && isSunday(each),
  );
  return sundays.map((sunday, at) => (fact) => {
    let end = fact.day.slice(0, 7) > fact.counts ? endOf(fact.counts) : fact.day;
    while (!isSunday(end)) end = day(end, 1);
    const late = end.slice(0, 7) < fact.counts; // that week is closed: the first of the fact's month takes it
    return late ? fact.counts === month && at === 0 : end === sunday;
  });
}
