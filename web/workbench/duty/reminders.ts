import { queryOptions } from '@tanstack/react-query';
import type { InferResponseType } from 'hono/client';
import { api } from '../../ui/api.ts';

export const remindersNow = queryOptions({
  queryKey: ['reminders'],
  queryFn: async () => (await api.reminders.$get()).json(),
});
export type RemindersNow = InferResponseType<typeof api.reminders.$get>;
