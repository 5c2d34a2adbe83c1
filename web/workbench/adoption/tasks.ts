import { useQuery } from '@tanstack/react-query';
import type { Task } from '../home/waiting.ts';
import { claimCounts } from './claims.ts';

/** What of the claims waits for this person. */
export function useClaimTasks(unitId: string | null): Task[] {
  const { data } = useQuery({ ...claimCounts, enabled: unitId !== null });
  if (!data) return [];
  const { toVerify, toReverify, cameBack } = data;
  return [
    ...task('toVerify', toVerify, '/claims/verify', `待核验 ${toVerify} 条采用认领`),
    ...task('toReverify', toReverify, '/claims/verify', `${toReverify} 条采用的载体定了级，可以再核验`),
    ...task('cameBack', cameBack, '/claims', `${cameBack} 条认领被退回，等补交`),
  ];
}

const task = (key: string, count: number, to: string, words: string): Task[] =>
  count > 0 ? [{ key, kind: '采用', words, due: '', at: '', to }] : [];
