import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { InferRequestType, InferResponseType } from 'hono/client';
import { api } from '../../ui/api.ts';

export type Search = InferRequestType<typeof api.supervision.$get>['query'];
export const orderList = (query: Search) =>
  queryOptions({
    queryKey: ['supervision', 'list', query],
    queryFn: async () => (await api.supervision.$get({ query })).json(),
    placeholderData: keepPreviousData,
  });
export type Listed = InferResponseType<typeof api.supervision.$get>['orders'][number];

export const oneOrder = (id: string) =>
  queryOptions({
    queryKey: ['supervision', 'one', id],
    queryFn: async () => (await api.supervision[':id'].$get({ param: { id } })).json(),
  });
export type Shown = InferResponseType<(typeof api.supervision)[':id']['$get']>;

export const suggested = queryOptions({
  queryKey: ['supervision', 'suggested'],
  queryFn: async () => (await api['supervision-suggestions'].$get()).json(),
});
export type Suggested = InferResponseType<(typeof api)['supervision-suggestions']['$get']>;
export type Suggestion = Suggested['suggestions'][number];

export const supervisionCounts = queryOptions({
  queryKey: ['supervision', 'counts'],
  queryFn: async () => (await api['supervision-counts'].$get()).json(),
});
export type Counts = InferResponseType<(typeof api)['supervision-counts']['$get']>;

export const supervisionRules = queryOptions({
  queryKey: ['supervision', 'rules'],
  queryFn: async () => (await api['supervision-rules'].$get()).json(),
});

export const namingsIn = (month: string) =>
  queryOptions({
    queryKey: ['supervision', 'namings', month],
    queryFn: async () => (await api.namings.$get({ query: { month } })).json(),
    placeholderData: keepPreviousData,
  });
export type Namings = InferResponseType<typeof api.namings.$get>;
export type NamingShown = Namings['lists'][number];

/** Whatever an act on an order or a list may change. */
export const again = { queryKey: ['supervision'] };
