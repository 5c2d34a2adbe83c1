import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { InferResponseType } from 'hono/client';
import { type CountyDate, CountyDate as day } from '../../../server/kernel/dates.ts';
import { api } from '../../ui/api.ts';

export type Search = Parameters<typeof api.claims.$get>[0]['query'];
export const claimsLike = (query: Search) =>
  queryOptions({
    queryKey: ['claims', 'list', query],
    queryFn: async () => (await api.claims.$get({ query })).json(),
    placeholderData: keepPreviousData,
  });
export type Listed = InferResponseType<typeof api.claims.$get>['claims'][number];

export const claimQueue = queryOptions({
  queryKey: ['claims', 'queue'],
  queryFn: async () => (await api['claim-queue'].$get()).json(),
});
export type Waiting = InferResponseType<(typeof api)['claim-queue']['$get']>['pending'][number];

export const claimCounts = queryOptions({
  queryKey: ['claims', 'counts'],
  queryFn: async () => (await api['claim-counts'].$get()).json(),
});

export type ClaimCounts = InferResponseType<(typeof api)['claim-counts']['$get']>;

export const oneClaim = (id: string) =>
  queryOptions({
    queryKey: ['claims', 'one', id],
    queryFn: async () => (await api.claims[':id'].$get({ param: { id } })).json(),
    placeholderData: keepPreviousData,
  });
export type Shown = InferResponseType<(typeof api.claims)[':id']['$get']>;

export const articlesLike = (unit: string | undefined, q: string) =>
  queryOptions({
    queryKey: ['claims', 'articles', unit, q],
    queryFn: async () => (await api['claim-articles'].$get({ query: { unit, q } })).json(),
    enabled: unit !== '', // the office has not said whose yet
    placeholderData: keepPreviousData,
  });

/** What an appearance there and then would count as; nothing while outlet or day are still missing. */
export const placeOf = (outlet: string, on: string) =>
  queryOptions({
    queryKey: ['claims', 'place', outlet, on],
    queryFn: async () => (await api['claim-place'].$get({ query: { outlet, on: on as CountyDate } })).json(),
    enabled: outlet.trim() !== '' && day.safeParse(on).success,
    placeholderData: keepPreviousData,
  });
export type PlaceShown = InferResponseType<(typeof api)['claim-place']['$get']>;

export const monthWords = (month: string) => `${Number(month.slice(5))}月`;
export const dayWords = (day: string) => `${day.slice(0, 4)}年${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;
