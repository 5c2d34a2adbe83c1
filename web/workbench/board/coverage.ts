import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { InferRequestType, InferResponseType } from 'hono/client';
import { api } from '../../ui/api.ts';

export type Looked = InferRequestType<typeof api.coverage.$get>['query'];
export const coverageOf = (query: Looked) =>
  queryOptions({
    queryKey: ['coverage', 'grid', query],
    queryFn: async () => (await api.coverage.$get({ query })).json(),
    placeholderData: keepPreviousData,
  });
export type Shown = InferResponseType<typeof api.coverage.$get>;

export const coverageAim = queryOptions({
  queryKey: ['coverage', 'aim'],
  queryFn: async () => (await api['coverage-aim'].$get({ query: {} })).json(),
});
export type Aim = NonNullable<InferResponseType<(typeof api)['coverage-aim']['$get']>['aim']>;

export const coverageGaps = queryOptions({
  queryKey: ['coverage', 'gaps'],
  queryFn: async () => (await api['coverage-gaps'].$get()).json(),
});
export type Gap = InferResponseType<(typeof api)['coverage-gaps']['$get']>['gaps'][number];

export type Asked = InferRequestType<(typeof api)['coverage-rows']['$get']>['query'];
export const behind = (query: Asked) =>
  queryOptions({
    queryKey: ['coverage', 'rows', query],
    queryFn: async () => (await api['coverage-rows'].$get({ query })).json(),
  });

export const releaseCalendar = queryOptions({
  queryKey: ['coverage', 'releases'],
  queryFn: async () => (await api.releases.$get()).json(),
});
export type Series = InferResponseType<typeof api.releases.$get>['series'][number];
