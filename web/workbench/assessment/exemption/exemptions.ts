import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { InferRequestType, InferResponseType } from 'hono/client';
import { api } from '../../../ui/api.ts';

export type Filters = InferRequestType<typeof api.exemptions.$get>['query'];
export const exemptionList = (query: Filters) =>
  queryOptions({
    queryKey: ['exemptions', query],
    queryFn: async () => (await api.exemptions.$get({ query })).json(),
    placeholderData: keepPreviousData,
  });
export type Listed = InferResponseType<typeof api.exemptions.$get>['exemptions'][number];

export const spanWords = ({ fromOn, toOn }: Pick<Listed, 'fromOn' | 'toOn'>) => `${fromOn} — ${toOn ?? '另行通知'}`;
