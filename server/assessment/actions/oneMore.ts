import type { Context } from '../../kernel/context.ts';
import { refuse } from '../../kernel/refusal.ts';
import { versionIn } from '../league.ts';
import { type Month, monthOf } from '../months.ts';
import { oneMore } from '../oneMore.ts';
import { refusals } from '../refusals.ts';
import { sentenceOf } from '../sentences.ts';
import { rememberedMonth } from './remembered.ts';
import { monthIsScored } from './sight.ts';

/** What one more of each sort would bring a unit this month, and the clauses in words; for itself, and for who sees the county. */
export async function oneMoreOf(context: Context, month: Month, unit: string) {
  if (context.onlyUnit !== null && context.onlyUnit !== unit) refuse(refusals.noUnit);
  if (month > monthOf(context.day)) refuse(refusals.noMonth(month));
  if (!(await monthIsScored(context, month))) refuse(refusals.noneAdopted(month));
  const given = await rememberedMonth(context, month);
  const found = oneMore(given, unit, context.day);
  const clauses = (versionIn(given)?.clauses ?? []).map((clause) => [
    clause.no,
    { title: clause.title, sentence: sentenceOf(clause) },
  ]);
  const name = given.units.find(({ id }) => id === unit)?.name ?? unit;
  return { ...found, unit, name, clauses: Object.fromEntries(clauses) as Record<string, { title: string; sentence: string }> };
}
