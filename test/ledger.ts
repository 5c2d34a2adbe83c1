import { factsDueUnscoped as claimsDue } from '../server/adoption/queries/lists.ts';
import { standingSources } from '../server/fact/queries.ts';
import type { Context } from '../server/kernel/context.ts';
import { reviewFactsDueUnscoped, reviewFactsUndoneUnscoped } from '../server/objection/queries/writing.ts';
import { commissionFactsDueUnscoped } from '../server/plan/queries/commission.ts';
import { factsDueUnscoped as submissionsDue } from '../server/submission/queries/lists.ts';
import { voucherFactsDueUnscoped } from '../server/voucher/queries.ts';

type InCounty = Pick<Context, 'db' | 'county'>;
type Due = { sourceId: string; unit: string; day: string };
const plain = ({ sourceId, unit, day }: Due) => `${sourceId} ${unit} ${day}`;

/** What stands in the ledger, and what the modules' own rows say should stand there: every act, less what reviews took out. */
export async function ledgerAndModules(at: InCounty): Promise<{ held: string[]; due: string[] }> {
  const due: string[] = [];
  for (const rows of [submissionsDue, claimsDue, commissionFactsDueUnscoped, voucherFactsDueUnscoped, reviewFactsDueUnscoped])
    due.push(...(await rows(at)).map(plain));
  for (const undone of await reviewFactsUndoneUnscoped(at)) {
    const place = due.indexOf(plain(undone));
    if (place < 0) throw new Error(`a review took out ${plain(undone)}, which no module has`);
    due.splice(place, 1);
  }
  return { held: (await standingSources(at)).map(plain).sort(), due: due.sort() };
}
