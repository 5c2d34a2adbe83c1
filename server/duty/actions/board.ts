import { monthOf } from '../../assessment/months.ts';
import { measuresOwed } from '../../bulletin/actions.ts';
import { filingsNow } from '../../filing/actions.ts';
import type { Context } from '../../kernel/context.ts';
import { refuse } from '../../kernel/refusal.ts';
import { listCommissions, nothingWanted } from '../../plan/queries/commission.ts';
import { type Board, columnsOf, dutyRows } from '../board.ts';
import { refusals } from '../duty.ts';

/** Who owes what in that month: every 责任单位 of the plan × every duty; a unit sees itself. Without a plan both are empty. */
export async function dutiesNow(context: Context, month: string): Promise<Board & { county: string[] }> {
  if (month > monthOf(context.day)) refuse(refusals.noMonth);
  const [filings, commissions, owed] = await Promise.all([
    filingsNow(context),
    listCommissions(context, nothingWanted),
    measuresOwed(context, month),
  ]);
  if (!filings) return { columns: [], rows: [], county: [] };
  const { measures, units, county } = owed;
  return {
    columns: columnsOf({ measures }),
    rows: dutyRows({ month, measures, units, commissions, filings: filings.rows }),
    county,
  };
}
