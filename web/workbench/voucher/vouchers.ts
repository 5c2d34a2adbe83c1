import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { InferResponseType } from 'hono/client';
import type { Clause } from '../../../server/assessment/clauses/clauses.ts';
import { usualGrades, type VoucherKind } from '../../../server/voucher/voucher.ts';
import { api } from '../../ui/api.ts';

export type Search = Parameters<typeof api.vouchers.$get>[0]['query'];
export const voucherList = (query: Search) =>
  queryOptions({
    queryKey: ['vouchers', 'list', query],
    queryFn: async () => (await api.vouchers.$get({ query })).json(),
    placeholderData: keepPreviousData,
  });
type Answer = InferResponseType<typeof api.vouchers.$get>;
export type Listed = Answer['vouchers'][number];

export const oneVoucher = (id: string) =>
  queryOptions({
    queryKey: ['vouchers', 'one', id],
    queryFn: async () => (await api.vouchers[':id'].$get({ param: { id } })).json(),
  });
export type Shown = InferResponseType<(typeof api.vouchers)[':id']['$get']>;

/** The scheme in force today, for the words that it counts by. */
export const schemeNow = queryOptions({
  queryKey: ['schemes', 'now'],
  queryFn: async () => (await api.scheme.$get({ query: {} })).json(),
});

/** The ranks or natures that any clause asks for, wherever in it the condition stands. */
export function gradesOf(clauses: readonly Clause[], kind: VoucherKind): string[] {
  const key = kind === 'instruction' ? 'rank' : 'nature';
  const found = new Set<string>();
  const walk = (value: unknown) => {
    if (typeof value !== 'object' || value === null) return;
    for (const [name, each] of Object.entries(value)) {
      if (name === key && Array.isArray(each)) for (const word of each) found.add(String(word));
      else walk(each);
    }
  };
  walk(clauses);
  return [...found];
}

/** What is offered for a kind: what the scheme counts by, then what the county wrote before, then what is usual. */
export function offered(kind: VoucherKind, inScheme: readonly string[], used: Answer['grades']): string[] {
  const before = used.filter((each) => each.kind === kind).map(({ grade }) => grade);
  return [...new Set([...inScheme, ...before, ...usualGrades[kind]])];
}
