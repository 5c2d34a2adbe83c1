import { queryOptions } from '@tanstack/react-query';
import type { InferResponseType } from 'hono/client';
import { api } from '../../ui/api.ts';

export const allOutlets = queryOptions({ queryKey: ['outlets'], queryFn: async () => (await api.outlets.$get()).json() });
export type Outlet = InferResponseType<typeof api.outlets.$get>['outlets'][number];
