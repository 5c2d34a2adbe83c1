import type { JobHandler } from '../kernel/jobs.ts';
import { lookingAtCounty } from '../kernel/transaction.ts';
import { verifyAudit } from './actions.ts';
import { lastSeal } from './queries.ts';

export const verification = 'audit.verify';

/** The whole chain in one snapshot, however long it takes. */
const verify: JobHandler = ({ pool, county }, progress) =>
  lookingAtCounty(pool, county, async (db) => {
    const total = (await lastSeal({ db, county }))?.lastNo ?? 0;
    return verifyAudit({ db, county }, (done) => progress(done, total));
  });

export const auditJobs = { [verification]: verify };
