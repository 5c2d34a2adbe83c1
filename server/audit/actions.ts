import type { Context } from '../kernel/context.ts';
import { noHead } from './audit.ts';
import { insertSeal, lastSeal, lockSealing, sealedEntries, sealsAfter, unsealedCount, unsealedEntries } from './queries.ts';
import { chain } from './sealing.ts';

type InCounty = Pick<Context, 'db' | 'county' | 'now'>;

const batch = 1000;
const longestTransaction = 24 * 60 * 60 * 1000;

/** Numbers what has been committed since; the number of entries sealed. Several at once never seal an entry twice. */
export async function sealAudit({ db, county, now }: InCounty): Promise<number> {
  if (!(await lockSealing({ db, county }))) return 0;
  const last = await lastSeal({ db, county });
  const latest = Math.min(last?.sealedAt.getTime() ?? longestTransaction, now.getTime()); // a clock may have been put back since
  const since = new Date(Math.max(0, latest - longestTransaction));
  const entries = await unsealedEntries({ db, county }, since, batch);
  if (entries.length === 0) return 0;
  const [firstNo, before] = [(last?.lastNo ?? 0) + 1, last?.head ?? noHead];
  const head = chain(county, firstNo, before, entries);
  await insertSeal(
    { db, county },
    { firstNo, before, head, sealedAt: now },
    entries.map(({ id }) => id),
  );
  return entries.length;
}

export type Verdict = { sealed: number; unsealed: number; head: string; fault: string | null };

/** Recomputes the whole chain; `fault` names the first number that does not fit. `progress` is told the entries done. */
export async function verifyAudit(
  context: Pick<InCounty, 'db' | 'county'>,
  progress: (done: number) => Promise<void> | void,
): Promise<Verdict> {
  let [no, head] = [0, noHead];
  const unsealed = await unsealedCount(context);
  const found = (fault: string | null): Verdict => ({ sealed: no, unsealed, head, fault });
  for (;;) {
    const [seal] = await sealsAfter(context, no, 1);
    if (!seal) return found((await sealedEntries(context, no, 1)).length > 0 ? `第 ${no + 1} 条有编号而没有封存记录。` : null);
    const entries = await sealedEntries(context, no, seal.lastNo - seal.firstNo + 1);
    const gap = entries.findIndex((entry, place) => entry.no !== no + 1 + place);
    if (seal.firstNo !== no + 1 || gap >= 0 || entries.length < seal.lastNo - no) {
      return found(`第 ${no + 1 + Math.max(gap, 0)} 条缺失或编号不连续。`);
    }
    if (seal.before !== head) return found(`第 ${no + 1} 条起的封存接不上前一段。`);
    const next = chain(context.county, no + 1, head, entries);
    if (next !== seal.head) return found(`第 ${no + 1}—${seal.lastNo} 条中有内容被改动。`);
    [no, head] = [seal.lastNo, next];
    await progress(no);
  }
}
