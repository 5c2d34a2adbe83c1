import { queryOptions } from '@tanstack/react-query';
import type { InferResponseType } from 'hono/client';
import { api } from '../../ui/api.ts';

const one = api.years[':year'];

export const yearNow = (year: string) =>
  queryOptions({ queryKey: ['month', 'year', year], queryFn: async () => (await one.$get({ param: { year } })).json() });
export type YearNow = InferResponseType<typeof one.$get>;
export type YearMonth = YearNow['months'][number];
export type YearRow = YearNow['rows'][number];
export const formOf = (year: string) => `/api/years/${year}/form.xlsx`;
