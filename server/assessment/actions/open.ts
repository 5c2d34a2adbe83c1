import { pendingFacts } from '../../adoption/queries/lists.ts';
import type { Context } from '../../kernel/context.ts';
import type { LedgerFact } from '../ledger.ts';
import type { Month } from '../months.ts';

/** What other modules still have open for a month. Whoever records facts that a person verifies adds his line here. */
export type Open = { pending: LedgerFact[]; overdue: number };

/** `pending`: claims as the facts that they would become, unverified; `overdue`: commissions past their day and not settled. */
export const openIn = async (context: Context, month: Month): Promise<Open> => ({
  pending: await pendingFacts(context, month),
  overdue: 0,
});
