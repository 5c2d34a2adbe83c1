import type { Database } from './database.ts';
import { limits } from './identity/identity.ts';
import { deleteEndedSessions } from './identity/queries.ts';
import { log } from './kernel/log.ts';
import { forgetJobs, forgetReplies } from './kernel/queries.ts';
import { inCounty } from './kernel/transaction.ts';

/** Removes what serves nobody any more: ended sessions, replies kept for a retry of yesterday, and jobs done before that. */
export async function tidy({ pool, counties }: Pick<Database, 'pool' | 'counties'>, now: Date) {
  const [idle, yesterday] = [new Date(now.getTime() - limits.idleMinutes * 60_000), new Date(now.getTime() - 86_400_000)];
  for (const county of counties) {
    await inCounty(pool, county, async (db) => {
      await deleteEndedSessions({ db, county }, now, idle);
      await forgetReplies({ db, county }, yesterday);
      await forgetJobs({ db, county }, yesterday);
    }).catch((error: Error) => log.error({ fault: error.stack }));
  }
}
