import { queryOptions } from '@tanstack/react-query';
import type { InferResponseType } from 'hono/client';
import { api } from '../../ui/api.ts';

export const incoming = queryOptions({
  queryKey: ['articles', 'desk'],
  queryFn: async () => (await api['article-desk'].$get()).json(),
});
export type Incoming = InferResponseType<(typeof api)['article-desk']['$get']>['articles'][number];

/** Which one opens by itself when this one is done with: the next below it or, at the end, the one above. */
export function nextAfter<Each extends { id: string }>(pile: readonly Each[], id: string): Each | undefined {
  const at = pile.findIndex((each) => each.id === id);
  return pile[at + 1] ?? pile[at - 1];
}
