import { queryOptions } from '@tanstack/react-query';
import type { InferResponseType } from 'hono/client';
import type { FilingStanding } from '../../../server/filing/filing.ts';
import { api } from '../../ui/api.ts';

export const filingsNow = queryOptions({ queryKey: ['filings'], queryFn: async () => (await api.filings.$get()).json() });
export type FilingsNow = InferResponseType<typeof api.filings.$get>;
export type Row = FilingsNow['rows'][number];
export type Cell = Row['cells'][number];
export type Term = FilingsNow['terms'][number];

export const oneFiling = (id: string) =>
  queryOptions({
    queryKey: ['filings', id],
    queryFn: async () => (await api.filings[':id'].$get({ param: { id } })).json(),
  });
export type OneFiling = InferResponseType<(typeof api.filings)[':id']['$get'], 200>;

export const marks: Record<FilingStanding, readonly [mark: string, tag: string]> = {
  overdue: ['!', 'tag bad'],
  returned: ['!', 'tag wait'],
  missing: ['○', 'tag'],
  filed: ['◔', 'tag wait'],
  taken: ['✓', 'tag good'],
};

export const dueWords = ({ dueOn, source }: Pick<Term, 'dueOn' | 'source'>) =>
  dueOn === null ? '没有定期限' : `${dueOn} 前${source && `（${source}）`}`;
