import { queryOptions } from '@tanstack/react-query';
import type { InferResponseType } from 'hono/client';
import { api } from '../../ui/api.ts';

export const planNow = queryOptions({ queryKey: ['plan'], queryFn: async () => (await api.plan.$get({ query: {} })).json() });
export type PlanNow = InferResponseType<typeof api.plan.$get>;
