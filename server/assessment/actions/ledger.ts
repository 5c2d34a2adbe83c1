import { actsOf, receiptEntry } from '../../audit/queries.ts';
import { closings, lostFacts, wholeFacts } from '../../fact/queries.ts';
import { noFact, receipted } from '../../fact/receipt.ts';
import type { Context } from '../../kernel/context.ts';
import { lockStamps, schemeStamps } from '../queries.ts';
import { adoptionDifference, factDifference, lockDifference } from '../told.ts';

type InCounty = Pick<Context, 'db' | 'county'>;

const page = 5000;

/** What the rows say of themselves against what the audit told when they were written, open months too; null: all agree. */
export async function toldDifference(context: InCounty): Promise<string | null> {
  const locking = await actsOf(context, 'month.lock');
  for (const each of [...(await lockStamps(context)), ...(await closings(context))]) {
    const difference = lockDifference(locking, each);
    if (difference !== undefined) return `${difference}。`;
  }
  const versions = await schemeStamps(context);
  const before = (await actsOf(context, 'scheme.adopt')).filter(({ subjectId }) => versions.some(({ id }) => id === subjectId));
  const acts = [...before, ...(await actsOf(context, 'scheme.inForce'))]; // before there were drafts, adopting was one act
  const difference = adoptionDifference(acts, versions) ?? (await ledgerDifference(context));
  return difference === undefined ? null : `${difference}。`;
}

/** Every fact against its receipt. A county whose ledger is older than receipts and never got any is let pass. */
async function ledgerDifference(context: InCounty): Promise<string | undefined> {
  if ((await receiptEntry(context, { what: receipted })) === undefined) return undefined;
  let [after, before] = [noFact, ''];
  for (;;) {
    const facts = await wholeFacts(context, after, page);
    for (const fact of facts) {
      if (fact.id === before) return `事实 ${fact.id} 在审计里有两张回执`;
      const difference = factDifference(context.county, fact);
      if (difference !== undefined) return difference;
      before = fact.id;
    }
    if (before === after || facts.length === 0) break;
    after = before;
  }
  const [lost] = await lostFacts(context);
  return lost && `事实 ${lost.id} 发过回执 ${lost.told.split(' ')[0]}，台账里却没有了`;
}
