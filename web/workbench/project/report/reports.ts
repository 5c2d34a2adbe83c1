import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { InferRequestType, InferResponseType } from 'hono/client';
import { api } from '../../../ui/api.ts';

export type Asked = InferRequestType<(typeof api)['project-reports']['$get']>['query'];
/** Of all projects in a month; beneath `projects`, so that what is decided there is read anew here. */
export const reportList = (query: Asked) =>
  queryOptions({
    queryKey: ['projects', 'reports', query],
    queryFn: async () => (await api['project-reports'].$get({ query })).json(),
    placeholderData: keepPreviousData,
  });
export type Line = InferResponseType<(typeof api)['project-reports']['$get']>['lines'][number];
export type Paces = InferResponseType<(typeof api)['project-reports']['$get']>['pace'];

export const reportsOf = (id: string) =>
  queryOptions({
    queryKey: ['projects', id, 'reports'],
    queryFn: async () => (await api.projects[':id'].reports.$get({ param: { id } })).json(),
  });
export type Reported = InferResponseType<(typeof api.projects)[':id']['reports']['$get']>;
export type Month = Reported['months'][number];
export type Report = NonNullable<Month['report']>;

/** '2023-10' → '10 月' */
export const monthWords = (month: string) => `${Number(month.slice(5))} 月`;
