import { hash } from 'node:crypto';
import { periodsOf } from '../../fact/queries.ts';
import type { Context } from '../../kernel/context.ts';
import { type Due, notYetDue } from '../due.ts';
import { exportMonth, type MonthExport } from '../export.ts';
import type { Month } from '../months.ts';
import { monthLocks } from '../queries.ts';
import { groundOf, inputFrom, monthExport } from './month.ts';

type InCounty = Pick<Context, 'db' | 'county'>;

/** Months already scored. What they came from is the key, so that nothing here is ever out of date. */
const scored = new Map<string, MonthExport>();
const most = 24;

/**
 * `monthExport` for a page, which is opened far more often than anything changes. In a read-only snapshot only: facts never
 * change and each is counted in its period's version, but a transaction that takes its own back would leave a month that never was.
 */
export async function rememberedMonth(context: InCounty, month: Month): Promise<MonthExport> {
  const lock = (await monthLocks(context)).find((each) => each.month === month);
  if (lock) return remembered([context.county, month, lock.head], () => monthExport(context, month));
  const [ground, periods] = [await groundOf(context, month), await periodsOf(context)];
  const versions = periods.map(({ month, version }) => [month, version]);
  return remembered([context.county, month, versions, ground], async () => exportMonth(await inputFrom(context, month, ground)));
}

async function remembered(from: unknown, score: () => Promise<MonthExport>): Promise<MonthExport> {
  const key = hash('sha256', JSON.stringify(from));
  const known = scored.get(key);
  if (known) return known;
  const found = await score();
  if (scored.size >= most) scored.delete(scored.keys().next().value ?? '');
  scored.set(key, found);
  return found;
}

const dues = new WeakMap<MonthExport, { day: string; due: ReadonlyMap<string, Due> | null }>();

/** `notYetDue` of a month that is remembered, once a day. */
export function rememberedDue(given: MonthExport, day: string): ReadonlyMap<string, Due> | null {
  const known = dues.get(given);
  if (known?.day === day) return known.due;
  const due = notYetDue(given, day);
  dues.set(given, { day, due });
  return due;
}
