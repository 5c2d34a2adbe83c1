import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { InferRequestType, InferResponseType } from 'hono/client';
import { api } from '../../../ui/api.ts';
import type { Check } from '../monthNow.ts';

export type Filters = InferRequestType<typeof api.flags.$get>['query'];
export const flagList = (query: Filters) =>
  queryOptions({
    queryKey: ['flags', 'list', query],
    queryFn: async () => (await api.flags.$get({ query })).json(),
    placeholderData: keepPreviousData,
  });
export type Listed = InferResponseType<typeof api.flags.$get>['flags'][number];

export const flagCounts = (month: string) =>
  queryOptions({
    queryKey: ['flags', 'counts', month],
    queryFn: async () => (await api['flag-counts'].$get({ query: { month } })).json(),
  });

/** Told before a month is locked; it stands in nobody's way. */
export const flagCheck = ({ month, open }: { month: string; open: number }): Check => ({
  key: 'flags',
  words: open === 0 ? '提示都有人判断过' : `还有 ${open} 条提示没有人判断（不影响锁定，也不影响分数）`,
  blocking: false,
  count: open,
  to: open === 0 ? null : `/flags?month=${month}&state=open`,
});
