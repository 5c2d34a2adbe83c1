import type { Context } from '../../kernel/context.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { MonthExport } from '../export.ts';
import { versionIn } from '../league.ts';
import { type Month, monthOf } from '../months.ts';
import { type OneMore, oneMore } from '../oneMore.ts';
import { refusals } from '../refusals.ts';
import { sentenceOf } from '../sentences.ts';
import { rememberedMonth } from './remembered.ts';
import { monthIsScored } from './sight.ts';

const most = 50; // units whose outlook is kept for one state of a month
const known = new WeakMap<MonthExport, Map<string, OneMore>>();

/** `oneMore` of a month that is remembered, once a day. */
function rememberedOutlook(given: MonthExport, unit: string, day: string): OneMore {
  const kept = known.get(given) ?? new Map<string, OneMore>();
  known.set(given, kept);
  const found = kept.get(`${unit} ${day}`) ?? oneMore(given, unit, day);
  if (kept.size >= most) kept.clear();
  kept.set(`${unit} ${day}`, found);
  return found;
}

/** What one more of each sort would bring a unit this month, and the clauses in words; for itself, and for who sees the county. */
export async function oneMoreOf(context: Context, month: Month, unit: string) {
  if (context.onlyUnit !== null && context.onlyUnit !== unit) refuse(refusals.noUnit);
  if (month > monthOf(context.day)) refuse(refusals.noMonth(month));
  if (!(await monthIsScored(context, month))) refuse(refusals.noneAdopted(month));
  const given = await rememberedMonth(context, month);
  const found = rememberedOutlook(given, unit, context.day);
  const clauses = (versionIn(given)?.clauses ?? []).map((clause) => [
    clause.no,
    { title: clause.title, sentence: sentenceOf(clause) },
  ]);
  const name = given.units.find(({ id }) => id === unit)?.name ?? unit;
  return { ...found, unit, name, clauses: Object.fromEntries(clauses) as Record<string, { title: string; sentence: string }> };
}
