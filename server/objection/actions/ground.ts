import { frozenMonth, monthExport } from '../../assessment/actions/month.ts';
import type { Tells } from '../../assessment/actions/open.ts';
import type { Check } from '../../assessment/checks.ts';
import type { MonthExport } from '../../assessment/export.ts';
import { addMonths, monthsBetween } from '../../assessment/months.ts';
import { frozenExportUnscoped, monthLocks } from '../../assessment/queries.ts';
import { workingCalendar } from '../../calendar/calendar.ts';
import { calendarDays } from '../../calendar/queries.ts';
import { listUnits } from '../../identity/queries.ts';
import type { Context } from '../../kernel/context.ts';
import { addDays } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { movedDown } from '../displaced.ts';
import { whyNotRaise } from '../may.ts';
import { keyOf } from '../objection.ts';
import { countsWaiting, raisedInUnscoped } from '../queries/objections.ts';
import { allTerms } from '../queries/terms.ts';
import { lastDayToObject, lockDay } from '../terms.ts';

/** The days of a month: by when it is to be locked, when it was, until when it may be contested, and how many work days are left. */
export async function daysOf(context: Pick<Context, 'db' | 'county' | 'day'>, month: string) {
  const [terms, days, locks] = await Promise.all([allTerms(context), calendarDays(context), monthLocks(context)]);
  const working = workingCalendar(days);
  const lockedOn = locks.find((lock) => lock.month === month)?.lockedOn ?? null;
  const endsOn = lockedOn && lastDayToObject(lockedOn, terms, working);
  const from = lockedOn && (context.day > lockedOn ? context.day : addDays(lockedOn, 1)); // the day of the lock does not count
  const daysLeft = endsOn && from && working.workdaysLeft(from, endsOn);
  return { month, lockBy: lockDay(month, terms, working), lockedOn, endsOn, daysLeft };
}

type Line = Pick<MonthExport['lines'][number], 'clause' | 'effect' | 'points' | 'corrects' | 'arithmetic'>;
export type OthersCorrection = Line & { unit: string; name: string; key: string };

/** What somebody needs to contest a month for a unit: its days, what was contested already, which of others' corrections moved it. */
export async function groundFor(context: Context, month: string, unit: Id<'unit'> | null) {
  const days = await daysOf(context, month);
  const about = unit === null ? null : await unitOf(context, unit);
  const whyNot = whyNotRaise(context.actor, about, { month, endsOn: days.endsOn, today: context.day });
  const locked = days.lockedOn !== null && unit !== null;
  const seen = locked && (context.onlyUnit === null || context.onlyUnit === unit);
  return {
    ...{ ...days, unit, unitName: about?.name ?? null },
    raised: seen ? await raisedInUnscoped(context, month, unit) : [],
    others: seen ? othersThatMoved(await monthExport(context, month), await earlier(context, month), unit) : [],
    may: { raise: whyNot?.message ?? null },
  };
}

/** A unit of the county, with its last day when it has one. */
export async function unitOf(context: Context, unit: Id<'unit'>) {
  const found = (await listUnits(context)).find(({ id }) => id === unit);
  return found ? { id: found.id, name: found.name, closedOn: found.toOn } : null;
}

/** The locked months of the year before a month: what its corrections may be about. */
async function earlier(context: Context, month: string): Promise<MonthExport[]> {
  const before = monthsBetween(addMonths(month, -12), addMonths(month, -1));
  const texts = await Promise.all(before.map((each) => frozenExportUnscoped(context, each)));
  return texts.flatMap((text) => (text === undefined ? [] : [frozenMonth(text)]));
}

/** Other units' corrections in this month that moved the unit down in the month they correct. */
export function othersThatMoved(given: MonthExport, before: readonly MonthExport[], unit: string): OthersCorrection[] {
  const corrections = given.lines.filter((line) => line.corrects !== null && line.unit !== unit);
  return corrections.flatMap((made) => {
    const corrected = before.find(({ month }) => month === made.corrects);
    const all = [...before, given].flatMap(({ lines }) => lines.filter(({ corrects }) => corrects === made.corrects));
    const others = all.filter((line) => line !== made);
    if (!corrected || !movedDown(corrected.table, others, made, unit)) return [];
    const { clause, effect, points, corrects, arithmetic } = made;
    const name = given.units.find(({ id }) => id === made.unit)?.name ?? made.unit;
    const about = { aboutId: made.unit as Id<'unit'>, kind: null, happenedOn: null, title: '' };
    const key = keyOf({ what: 'correction', clause, effect, corrects, ...about });
    return [{ unit: made.unit, name, clause, effect, points, corrects, arithmetic, key }];
  });
}

/** What is to be known before a month is locked: objections that wait, and corrections that only want their second person. */
export const tellsOf: Tells = async (context) => {
  const { pending, proposed } = await countsWaiting(context);
  const check = (key: string, count: number, fine: string, wrong: string, blocking: boolean, state: string): Check => {
    const [words, to] = count === 0 ? [fine, null] : [wrong, `/objections?state=${state}`];
    return { key, words, blocking: blocking && count > 0, count, to };
  };
  return [
    check(
      'objections',
      pending,
      '没有待复核的异议',
      `还有 ${pending} 条异议没有复核，锁定以后的更正列到再下一个月`,
      false,
      'pending',
    ),
    check('corrections', proposed, '更正都有第二个人确认', `有 ${proposed} 条更正等第二个人确认`, true, 'proposed'),
  ];
};
