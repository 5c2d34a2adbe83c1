import { tablesOf, type WholeTable } from '../../assessment/actions/tables.ts';
import { addMonths, lastDay, monthOf, monthsBetween } from '../../assessment/months.ts';
import { policiesOf } from '../../assessment/policies.ts';
import { policiesIn } from '../../assessment/queries/draft.ts';
import { monthLocks } from '../../assessment/queries.ts';
import { workingCalendar } from '../../calendar/calendar.ts';
import { calendarDays } from '../../calendar/queries.ts';
import type { Context } from '../../kernel/context.ts';
import type { Objection } from '../../objection/objection.ts';
import { listObjections, nothingWanted as noObjection } from '../../objection/queries/objections.ts';
import { dutiesOf, planOf } from '../../plan/queries.ts';
import { monthlyQuota } from '../../submission/submission.ts';
import { listOrders, nothingWanted } from '../queries/orders.ts';
import { allRules } from '../queries/rules.ts';
import { type JudgedTable, runsIn } from '../shortness.ts';
import { type Suggestion, suggestionsOf } from '../suggestions.ts';
import { type Colour, rulesOn, usualWorkdays } from '../supervision.ts';

type Looking = Pick<Context, 'db' | 'county' | 'day'>;
export type Judged = WholeTable & Pick<JudgedTable, 'quota'>;
const lookBack = 12; // months: no rule counts further

/** The tables of these months with what the year's plan asks of each unit in them. */
export async function judgedTables(context: Looking, months: readonly string[]): Promise<Judged[]> {
  const tables = await tablesOf(context, months);
  const years = [...new Set(tables.map(({ month }) => Number(month.slice(0, 4))))];
  const quotas = new Map<number, number | null>();
  for (const year of years) quotas.set(year, await quotaOf(context, year));
  return tables.map((table) => ({ ...table, quota: quotas.get(Number(table.month.slice(0, 4))) ?? null }));
}

async function quotaOf(context: Looking, year: number) {
  const plan = await planOf(context, year);
  return plan ? monthlyQuota(await dutiesOf(context, plan.id)) : null;
}

/** The last locked month and the eleven before it, as they were frozen. */
export async function lockedTables(context: Looking): Promise<Judged[]> {
  const last = (await monthLocks(context)).at(-1)?.month;
  if (last === undefined) return [];
  return (await judgedTables(context, monthsBetween(addMonths(last, 1 - lookBack), last))).filter(
    ({ state }) => state === 'locked',
  );
}

/** What the rules suggest of the locked months, and would of a month that is over and not locked yet. */
export async function suggestionsNow(context: Context) {
  const [orders, rules, locked] = [
    await listOrders(context, nothingWanted),
    await allRules(context),
    await lockedTables(context),
  ];
  const objected = (await listObjections(context, noObjection)).filter(
    ({ state }) => state === 'pending' || state === 'proposed',
  );
  const from = (tables: readonly Judged[]) => {
    const last = tables.at(-1);
    const found = last ? suggestionsOf(runsIn(tables), orders, rulesOn(rules, lastDay(last.month))) : [];
    return found.map((each) => ({ ...each, objected: objectedIn(each, objected) }));
  };
  const ended = await endedOpen(context, locked);
  const last = locked.at(-1);
  const policies = await policiesIn(context);
  const met = (table: Judged | undefined) =>
    table ? policiesOf({ mode: 'score', clauses: table.clauses }, table.month, policies) : [];
  return {
    month: last?.month ?? null,
    suggestions: from(locked),
    policies: met(last),
    ahead: ended && { month: ended.month, suggestions: from([...locked, ended]), policies: met(ended) },
    due: await dueDays(context),
  };
}

/** Its months that the unit contests and nobody has settled yet. */
const objectedIn = ({ unit, months }: Suggestion, open: readonly Pick<Objection, 'unitId' | 'month'>[]) =>
  months.map(({ month }) => month).filter((month) => open.some((each) => each.unitId === unit && each.month === month));

/** The month that followed the last locked one, if it is over. */
async function endedOpen(context: Context, locked: readonly Judged[]): Promise<Judged | null> {
  const last = locked.at(-1)?.month;
  const month = last ? addMonths(last, 1) : addMonths(monthOf(context.day), -1);
  if (month >= monthOf(context.day)) return null;
  const [found] = await judgedTables(context, [month]);
  return found ?? null;
}

/** By colour, the day that the form suggests: so many work days from today. */
export async function dueDays(context: Looking): Promise<Record<Colour, string>> {
  const { workdaysAfter } = workingCalendar(await calendarDays(context));
  const { blue, orange, red, talk } = usualWorkdays;
  const after = (count: number) => workdaysAfter(context.day, count);
  return { blue: after(blue), orange: after(orange), red: after(red), talk: after(talk) };
}
