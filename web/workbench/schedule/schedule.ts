import { queryOptions } from '@tanstack/react-query';
import type { InferResponseType } from 'hono/client';
import type { CountyDate } from '../../../server/kernel/dates.ts';
import { api } from '../../ui/api.ts';

export const scheduleNow = queryOptions({
  queryKey: ['schedule', 'now'],
  queryFn: async () => (await api.schedule.$get()).json(),
});
export type ScheduleNow = InferResponseType<typeof api.schedule.$get>;
export type Campaign = ScheduleNow['campaigns'][number];

/** Of the viewer's unit; of all for the office. */
export const movesTold = queryOptions({
  queryKey: ['schedule', 'moves'],
  queryFn: async () => (await api['campaign-moves'].$get()).json(),
});
export type Told = InferResponseType<(typeof api)['campaign-moves']['$get']>['moves'][number];

export const collisionsAt = (id: string, from: CountyDate, to: CountyDate) =>
  queryOptions({
    queryKey: ['schedule', 'collisions', id, from, to],
    queryFn: async () => (await api.campaigns[':id'].collisions.$get({ param: { id }, query: { from, to } })).json(),
    enabled: from !== '' && to !== '',
  });
