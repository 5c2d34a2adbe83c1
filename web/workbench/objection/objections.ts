import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { InferResponseType } from 'hono/client';
import { api } from '../../ui/api.ts';

export type Search = Parameters<typeof api.objections.$get>[0]['query'];
export const objectionList = (query: Search) =>
  queryOptions({
    queryKey: ['objections', 'list', query],
    queryFn: async () => (await api.objections.$get({ query })).json(),
    placeholderData: keepPreviousData,
  });
type Answer = InferResponseType<typeof api.objections.$get>;
export type Listed = Answer['objections'][number];

export const oneObjection = (id: string) =>
  queryOptions({
    queryKey: ['objections', 'one', id],
    queryFn: async () => (await api.objections[':id'].$get({ param: { id } })).json(),
  });
export type Shown = InferResponseType<(typeof api.objections)[':id']['$get']>;

/** The days of a month and, for a unit, what it may contest there and has contested. */
export const groundOf = (month: string, unit?: string) =>
  queryOptions({
    queryKey: ['objections', 'ground', month, unit],
    queryFn: async () => (await api['objection-ground'].$get({ query: { month, ...(unit ? { unit } : {}) } })).json(),
  });
export type Ground = InferResponseType<(typeof api)['objection-ground']['$get']>;

export const objectionCounts = queryOptions({
  queryKey: ['objections', 'counts'],
  queryFn: async () => (await api['objection-counts'].$get()).json(),
});

export const corrections = queryOptions({
  queryKey: ['objections', 'corrections'],
  queryFn: async () => (await api.corrections.$get()).json(),
});

export const monthTerms = queryOptions({
  queryKey: ['objections', 'terms'],
  queryFn: async () => (await api['month-terms'].$get({ query: {} })).json(),
});
