import type { LeagueRow as Row } from '../../../server/assessment/league.ts';

/** What may be asked of a table: who owes what was due, who has not reached the quota yet, who has something pending. */
export const filters = { short: '只看欠额', still: '只看还差', waits: '只看有待核' } as const;
export type Filter = keyof typeof filters;

type Month = { units: readonly { id: string; name: string }[]; pending: readonly { unit: string }[] };
type Asked = { q?: string | undefined; only?: string | undefined };

export function meets(row: Row, filter: string | undefined, pending: Month['pending']): boolean {
  if (filter === 'short') return row.short;
  if (filter === 'still') return row.due !== null && row.due.waiting !== '0.00';
  return filter === 'waits' ? pending.some(({ unit }) => unit === row.unit) : true;
}

/** The rows that the address asks for, in their order; a name is found by any part of it. */
export function filtered(rows: readonly Row[], { units, pending }: Month, { q, only }: Asked): Row[] {
  const wanted = q?.trim().toLowerCase() ?? '';
  const names = new Map(units.map(({ id, name }) => [id, name.toLowerCase()]));
  return rows.filter((row) => (names.get(row.unit) ?? row.unit).includes(wanted) && meets(row, only, pending));
}
