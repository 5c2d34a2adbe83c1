import { queryOptions } from '@tanstack/react-query';
import type { InferResponseType } from 'hono/client';
import { api } from '../../ui/api.ts';

export const dutiesIn = (month: string | undefined) =>
  queryOptions({
    queryKey: ['duties', month ?? ''],
    queryFn: async () => (await api['duty-board'].$get({ query: month ? { month } : {} })).json(),
  });
export type DutiesIn = InferResponseType<(typeof api)['duty-board']['$get']>;
