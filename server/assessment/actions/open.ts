import { pendingFacts } from '../../adoption/queries/lists.ts';
import type { Context } from '../../kernel/context.ts';
import { overdueCommissions } from '../../plan/queries/commission.ts';
import { countWithdrawing, pendingVouchers } from '../../voucher/queries.ts';
import type { Check } from '../checks.ts';
import type { LedgerFact } from '../ledger.ts';
import type { Month } from '../months.ts';

/** What other modules still have open for a month. Whoever records facts that a person verifies adds his line here. */
export type Open = { pending: LedgerFact[]; overdue: number; unconfirmed: number; told: Check[] };

/** What a module below assessment has to say before a month is locked. */
export type Tells = (context: Context, month: Month) => Promise<Check[]>;
const below: Tells[] = [];
/** For `modules.ts`, which knows who is below. */
export const hear = (tells: Tells) => below.push(tells);

/**
 * `pending`: claims and vouchers as the facts that they would become, unverified; `overdue`: commissions past their day and not
 * settled; `unconfirmed`: vouchers that wait for their second person; `told`: what modules below say.
 */
export async function openIn(context: Context, month: Month): Promise<Open> {
  const [claims, vouchers, withdrawing, overdue, told] = await Promise.all([
    pendingFacts(context, month),
    pendingVouchers(context, month),
    countWithdrawing(context),
    overdueCommissions(context, month),
    Promise.all(below.map((tells) => tells(context, month))),
  ]);
  return {
    pending: [...claims, ...vouchers],
    overdue: overdue.length,
    unconfirmed: vouchers.length + withdrawing,
    told: told.flat(),
  };
}
