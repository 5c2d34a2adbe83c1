import { queryOptions } from '@tanstack/react-query';
import type { InferResponseType } from 'hono/client';
import { api } from '../../ui/api.ts';

export const homeNow = queryOptions({ queryKey: ['home'], queryFn: async () => (await api.home.$get()).json() });
export type HomeNow = InferResponseType<typeof api.home.$get>;
