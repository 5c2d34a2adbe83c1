import { queryOptions } from '@tanstack/react-query';
import type { InferResponseType } from 'hono/client';
import { api } from '../../../ui/api.ts';

export const guidanceNow = queryOptions({ queryKey: ['guidance'], queryFn: async () => (await api.guidance.$get()).json() });
export type Bond = InferResponseType<typeof api.guidance.$get>['bonds'][number];
