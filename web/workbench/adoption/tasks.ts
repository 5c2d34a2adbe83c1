import type { Task } from '../home/waiting.ts';
import type { ClaimCounts } from './claims.ts';

/** What of the claims waits for this person. */
export const claimsWaiting = ({ toVerify, toReverify, cameBack }: ClaimCounts): Task[] => [
  ...task('toVerify', toVerify, '/claims/verify', `待核验 ${toVerify} 条采用认领`),
  ...task('toReverify', toReverify, '/claims/verify', `${toReverify} 条采用的载体定了级，可以再核验`),
  ...task('cameBack', cameBack, '/claims', `${cameBack} 条认领被退回，等补交`, { state: 'refused' }),
];

const task = (key: string, count: number, to: string, words: string, search = {}): Task[] =>
  count > 0 ? [{ key, kind: '采用', words, due: '', at: '', to, search }] : [];
