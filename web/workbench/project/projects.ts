import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { InferRequestType, InferResponseType } from 'hono/client';
import { api } from '../../ui/api.ts';

export type Search = InferRequestType<typeof api.projects.$get>['query'];
export const projectList = (query: Search) =>
  queryOptions({
    queryKey: ['projects', query],
    queryFn: async () => (await api.projects.$get({ query })).json(),
    placeholderData: keepPreviousData,
  });
export type Listed = InferResponseType<typeof api.projects.$get>['projects'][number];

export const oneProject = (id: string, on: string | undefined) =>
  queryOptions({
    queryKey: ['projects', id, on],
    queryFn: async () => (await api.projects[':id'].$get({ param: { id }, query: on ? { on } : {} })).json(),
    placeholderData: keepPreviousData,
  });
export type Shown = InferResponseType<(typeof api.projects)[':id']['$get']>;
export type Row = Shown['sheet'][number];

export type YearAsked = InferRequestType<(typeof api)['project-year']['$get']>['query'];
export const projectYear = (query: YearAsked) =>
  queryOptions({
    queryKey: ['projects', 'year', query],
    queryFn: async () => (await api['project-year'].$get({ query })).json(),
    placeholderData: keepPreviousData,
  });
export type YearShown = InferResponseType<(typeof api)['project-year']['$get']>;

export const again = { queryKey: ['projects'] };
