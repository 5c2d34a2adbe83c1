import { queryOptions } from '@tanstack/react-query';
import type { InferResponseType } from 'hono/client';
import { api } from '../../../ui/api.ts';

export const handOversNow = queryOptions({
  queryKey: ['handOvers'],
  queryFn: async () => (await api['hand-overs'].$get()).json(),
});
export type HandOvers = InferResponseType<(typeof api)['hand-overs']['$get']>;

export const onHand = (id: string) =>
  queryOptions({
    queryKey: ['handOvers', id],
    queryFn: async () => (await api['hand-overs'][':id'].$get({ param: { id } })).json(),
  });
