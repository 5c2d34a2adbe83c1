import { queryOptions } from '@tanstack/react-query';
import type { InferResponseType } from 'hono/client';
import type { Scheme } from '../../../server/assessment/scheme.ts';
import { api } from '../../ui/api.ts';

export const schemes = queryOptions({ queryKey: ['schemes'], queryFn: async () => (await api.schemes.$get()).json() });
export type Version = InferResponseType<typeof api.schemes.$get>['schemes'][number];

/** A version, whole: asked for by the first month that it scores. */
export const schemeOf = (fromOn: string) =>
  queryOptions({
    queryKey: ['schemes', fromOn],
    queryFn: async () => (await (await api.scheme.$get({ query: { month: fromOn.slice(0, 7) } })).json()).scheme as Scheme | null,
  });

export const readySchemes = queryOptions({
  queryKey: ['schemes', 'ready'],
  queryFn: async () => (await (await api.schemes.ready.$get()).json()).ready,
});
export const policies = queryOptions({
  queryKey: ['policies'],
  queryFn: async () => (await (await api.policies.$get()).json()).policies,
});
export type Policy = InferResponseType<typeof api.policies.$get>['policies'][number];
