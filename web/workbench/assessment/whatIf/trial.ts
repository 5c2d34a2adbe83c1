import { queryOptions } from '@tanstack/react-query';
import type { InferResponseType } from 'hono/client';
import { api } from '../../../ui/api.ts';

const route = api.assessment['what-if'];
/** What stands in the address: a draft or a version with other figures, and from which month to which. */
export type Trial = {
  draft?: string | undefined;
  scheme?: string | undefined;
  clause?: string | undefined;
  put?: string | undefined;
  from: string;
  to: string;
};

export const trialNow = (trial: Trial) =>
  queryOptions({ queryKey: ['month', 'trial', trial], queryFn: async () => (await route.$get({ query: trial })).json() });
export type TrialNow = InferResponseType<typeof route.$get>;
export type Moved = TrialNow['rows'][number];

export const linesNow = (trial: Trial, unit: string) =>
  queryOptions({
    queryKey: ['month', 'trial', trial, unit],
    queryFn: async () => (await route.lines.$get({ query: { ...trial, unit } })).json(),
  });

export const sheetOf = (trial: Trial) =>
  `/api/assessment/what-if.xlsx?${new URLSearchParams(Object.entries(trial).filter(([, value]) => value !== undefined) as [string, string][])}`;
