import { queryOptions, useQuery } from '@tanstack/react-query';
import type { InferResponseType } from 'hono/client';
import { api, type Intent } from '../../ui/api.ts';
import { whoIAm } from '../whoIAm.ts';

const [one, lock] = [api.months[':month'], api.months[':month'].lock];

export const monthNow = (month: string) =>
  queryOptions({ queryKey: ['month', month], queryFn: async () => (await one.$get({ param: { month } })).json() });
export type MonthNow = InferResponseType<typeof one.$get>;
export type Scheme = NonNullable<MonthNow['scheme']>;
export type Row = MonthNow['table'][number];
export type Check = MonthNow['checks'][number];

/** What lies behind one row; asked for when it is opened. */
export const accountNow = (month: string, unit: string) =>
  queryOptions({
    queryKey: ['month', month, 'account', unit],
    queryFn: async () => (await one.account[':unit'].$get({ param: { month, unit } })).json(),
  });
export const oneMoreNow = (month: string, unit: string) =>
  queryOptions({
    queryKey: ['month', month, 'one-more', unit],
    queryFn: async () => (await one['one-more'][':unit'].$get({ param: { month, unit } })).json(),
  });
export type OneMoreNow = InferResponseType<(typeof one)['one-more'][':unit']['$get']>;
export type AccountNow = InferResponseType<(typeof one.account)[':unit']['$get']>;
export type Line = AccountNow['lines'][number];
export type FactSeen = AccountNow['facts'][string];

/** Places and totals of the last months, for all units. */
export const trendTo = (month: string) =>
  queryOptions({ queryKey: ['month', month, 'trend'], queryFn: async () => (await one.trend.$get({ param: { month } })).json() });
export type Trend = InferResponseType<typeof one.trend.$get>;

/** 采用率 of a whole group by tier and carrier. */
export const ratesIn = (month: string, group: string) =>
  queryOptions({
    queryKey: ['month', month, 'rates', group],
    queryFn: async () => (await one.rates.$get({ param: { month }, query: { group } })).json(),
  });

/** How each unit stands in the notice's measures. */
export const measuresIn = (month: string) =>
  queryOptions({
    queryKey: ['month', month, 'measures'],
    queryFn: async () => (await one.measures.$get({ param: { month } })).json(),
  });
export type Measures = InferResponseType<typeof one.measures.$get>;

export const months = queryOptions({ queryKey: ['month', 'all'], queryFn: async () => (await api.months.$get()).json() });
type Months = InferResponseType<typeof api.months.$get>;

/** Where one begins to look: what has ended and waits to be locked, else the newest in which something happened. */
export const monthAtHand = ({ months, current }: Months) =>
  months.find(({ month, state, facts }) => month < current && state === 'open' && facts > 0)?.month ??
  months.find(({ facts }) => facts > 0)?.month ??
  current;

/** While a month runs, nothing in it is too late yet. */
export const useRunning = (month: string) => useQuery(whoIAm).data?.day.startsWith(month) ?? false;

/** Freezes what was looked at: its version and its head. */
export const lockMonth = ({ month, version, head }: MonthNow, once: Intent) =>
  lock.$post({ param: { month }, json: { version, head: head ?? '' } }, once);
