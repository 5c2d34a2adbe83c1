import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { InferRequestType, InferResponseType } from 'hono/client';
import { api } from '../../ui/api.ts';

export type Filters = InferRequestType<typeof api.articles.$get>['query'];
export const articleList = (query: Filters) =>
  queryOptions({
    queryKey: ['articles', query],
    queryFn: async () => (await api.articles.$get({ query })).json(),
    placeholderData: keepPreviousData,
  });
export type Listed = InferResponseType<typeof api.articles.$get>['articles'][number];

/** How many of them stand at each state, whichever is chosen. */
export const articleStates = ({ state: _, before: __, ...query }: Filters) =>
  queryOptions({
    queryKey: ['articles', 'states', query],
    queryFn: async () => (await api['article-states'].$get({ query })).json(),
    placeholderData: keepPreviousData,
  });

export const articleQueue = queryOptions({
  queryKey: ['articles', 'queue'],
  queryFn: async () => (await api['article-queue'].$get()).json(),
});
export type ArticleQueue = InferResponseType<(typeof api)['article-queue']['$get']>;

export const articleCounts = (month: string | undefined) =>
  queryOptions({
    queryKey: ['articles', 'counts', month],
    queryFn: async () => (await api['article-counts'].$get({ query: month ? { month } : {} })).json(),
  });

export const articleOf = (id: string) =>
  queryOptions({ queryKey: ['articles', id], queryFn: async () => (await api.articles[':id'].$get({ param: { id } })).json() });
export type Article = InferResponseType<(typeof api.articles)[':id']['$get']>;

const time = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit', hour12: false });
/** 14:02 in the county. */
export const clock = (at: string) => time.format(new Date(at));
