import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { InferRequestType, InferResponseType } from 'hono/client';
import { api } from '../../../ui/api.ts';

export type Filters = InferRequestType<typeof api.commissions.$get>['query'];
export const commissionList = (query: Filters) =>
  queryOptions({
    queryKey: ['commissions', query],
    queryFn: async () => (await api.commissions.$get({ query })).json(),
    placeholderData: keepPreviousData,
  });
export type Listed = InferResponseType<typeof api.commissions.$get>['commissions'][number];
