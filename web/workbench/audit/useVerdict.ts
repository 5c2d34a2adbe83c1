import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Verdict } from '../../../server/audit/actions.ts';
import { api } from '../../ui/api.ts';
import { useWrite } from '../useWrite.ts';

const still = (state: string | undefined) => state === 'waiting' || state === 'running';

/** Asks for the chain to be checked, and watches the work until it ends. */
export function useVerdict() {
  const [id, setId] = useState<string | null>(null);
  const asked = useWrite<void, { id: string }>(
    async (_, once) => (await api.audit.verdicts.$post({ json: {} }, once)).json(),
    (reply) => setId(reply.id),
  );
  const job = useQuery({
    queryKey: ['job', id],
    queryFn: async () => (await api.jobs[':id'].$get({ param: { id: id ?? '' } })).json(),
    enabled: id !== null,
    refetchInterval: ({ state }) => (state.data && !still(state.data.state) ? false : 400),
  });
  const failed = job.data?.state === 'failed' ? new Error(job.data.fault ?? '没有办成，请再试。') : null;
  return {
    ask: () => asked.mutate(),
    busy: asked.isPending || (id !== null && (!job.data || still(job.data.state)) && !job.error),
    error: asked.error ?? job.error ?? failed,
    progress: still(job.data?.state) ? job.data : null,
    found: job.data?.state === 'done' ? (job.data.result as unknown as Verdict) : null,
  };
}
