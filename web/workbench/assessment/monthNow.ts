import { queryOptions } from '@tanstack/react-query';
import type { LedgerFact } from '../../../server/assessment/ledger.ts';
import type { Line, Row } from '../../../server/assessment/scoring.ts';

// FIXTURE TYPES
export type Check = { key: string; words: string; blocking: boolean; count: number; to: string | null };
export type MonthNow = {
  month: string;
  state: 'open' | 'locked';
  head: string | null;
  version: number;
  lockedAt: string | null;
  lockedBy: string | null;
  scheme: { id: string; name: string; mode: 'score' | 'countOnly'; source: string | null; clauses: { no: string; title: string; text?: string }[] };
  units: { id: string; name: string; group: string }[];
  table: Row[];
  facts: LedgerFact[];
  pending: { unit: string; count: number; row: Row }[];
  checks: Check[];
  may: { lock: string | null };
};
export type { Line, Row };
export const monthNow = (month: string) =>
  queryOptions({ queryKey: ['month', month], queryFn: async (): Promise<MonthNow> => (await fetch(`/api/months/${month}`)).json() });
