import type { Task } from '../home/waiting.ts';
import type { ClaimCounts } from './claims.ts';

/** What may count now that its outlet has a tier; what waits one by one stands in the queue itself. */
export const claimsWaiting = ({ toReverify }: Pick<ClaimCounts, 'toReverify'>): Task[] => {
  const words = `${toReverify} 条采用的载体定了级，可以再核验`;
  return toReverify > 0 ? [{ key: 'toReverify', kind: '核验', words, due: '', at: '', to: '/claims/verify' }] : [];
};
