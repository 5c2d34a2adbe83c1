import { queryOptions } from '@tanstack/react-query';
import type { InferResponseType } from 'hono/client';
import { api } from '../../ui/api.ts';

export const everybody = queryOptions({ queryKey: ['people'], queryFn: async () => (await api.people.$get()).json() });
export type Person = InferResponseType<typeof api.people.$get>['people'][number];

export const allUnits = queryOptions({ queryKey: ['units'], queryFn: async () => (await api.units.$get()).json() });
export type Unit = InferResponseType<typeof api.units.$get>['units'][number];
