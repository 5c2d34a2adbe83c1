import type { Context } from '../../kernel/context.ts';
import { ifVerified } from '../account.ts';
import type { MonthExport } from '../export.ts';
import { difference } from '../league.ts';
import type { LedgerFact } from '../ledger.ts';
import type { Month } from '../months.ts';
import { monthExport } from './month.ts';
import { openIn } from './open.ts';

/** What a unit has pending, and its row if that were verified and nothing of the others'. `points`: what it would gain or lose. */
export type Pending = {
  unit: string;
  facts: Pick<LedgerFact, 'id' | 'kind' | 'day' | 'attributes' | 'evidence'>[];
  points: string;
  total: string;
  rank: number | null;
};

/** By unit, for those whose things the viewer may see; a locked month has nothing pending. Throws `Refused`. */
export async function pendingOf(context: Context, month: Month): Promise<Pending[]> {
  const given = await monthExport(context, month);
  if (given.state === 'locked') return [];
  return pendingIn(given, (await openIn(context, month)).pending, context.onlyUnit);
}

export function pendingIn(given: MonthExport, pending: readonly LedgerFact[], onlyUnit: string | null): Pending[] {
  const { schemes, units, calendar, facts, month, table } = given;
  const mine = pending.filter(({ unit, period }) => period === month && (onlyUnit === null || unit === onlyUnit));
  return [...Map.groupBy(mine, ({ unit }) => unit)].flatMap(([unit, own]) => {
    const then = ifVerified(unit, schemes, units, [...facts, ...own], calendar, month);
    const now = table.find((row) => row.unit === unit);
    if (then === undefined) return [];
    const { total, rank } = then;
    const shown = own.map(({ id, kind, day, attributes, evidence }) => ({ id, kind, day, attributes, evidence }));
    return [{ unit, facts: shown, points: difference(total, now?.total ?? '0.00'), total, rank }];
  });
}
