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
export type Line = NonNullable<Row['lines']>[number];
export type FactSeen = MonthNow['facts'][string];
export type Check = MonthNow['checks'][number];

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
