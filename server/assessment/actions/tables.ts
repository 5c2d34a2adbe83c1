import type { Context } from '../../kernel/context.ts';
import type { MonthExport } from '../export.ts';
import { exemptIn, versionIn } from '../league.ts';
import type { Month } from '../months.ts';
import { type FrozenTable, frozenTablesUnscoped, monthLocks } from '../queries.ts';
import type { Scheme } from '../scheme.ts';
import type { CorrectionMade, MonthTable } from '../year.ts';
import { rememberedDue, rememberedMonth } from './remembered.ts';
import { monthIsScored } from './sight.ts';

type Looking = Pick<Context, 'db' | 'county' | 'day'>;

/** A month's table with who is not compared in it and why, and the clauses that it was scored by. */
export type WholeTable = MonthTable &
  Pick<Scheme, 'listedOnly' | 'clauses'> & { exempt: readonly { unit: string; reason: string }[] };

/** What was frozen does not change: kept by its head. Without the facts it is small. */
const frozen = new Map<string, WholeTable>();
const most = 240;

/** The tables of these months as far as they are scored, oldest first: the locked as they were frozen, the open as they stand. */
export async function tablesOf(context: Looking, months: readonly Month[]): Promise<WholeTable[]> {
  const locks = (await monthLocks(context)).filter(({ month }) => months.includes(month));
  const keyOf = ({ month, head }: { month: string; head: string }) => `${context.county} ${month} ${head}`;
  const unknown = locks.filter((lock) => !frozen.has(keyOf(lock))).map(({ month }) => month);
  for (const found of unknown.length > 0 ? await frozenTablesUnscoped(context, unknown) : []) keep(keyOf(found), tableOf(found));
  const open = months.filter((month) => !locks.some((lock) => lock.month === month));
  const known = locks.flatMap((lock) => frozen.get(keyOf(lock)) ?? []);
  for (const month of open) {
    if (await monthIsScored(context, month)) known.push(await openTable(context, month));
  }
  return known.sort((a, b) => (a.month < b.month ? -1 : 1));
}

function keep(key: string, table: WholeTable) {
  if (frozen.size >= most) frozen.delete(frozen.keys().next().value ?? '');
  frozen.set(key, table);
}

const tableOf = ({ month, part }: FrozenTable): WholeTable => tableIn({ ...part, month }, 'locked', null);

async function openTable(context: Looking, month: Month): Promise<WholeTable> {
  const given = await rememberedMonth(context, month);
  return tableIn(given, 'open', rememberedDue(given, context.day));
}

type Given = Pick<MonthExport, 'month' | 'table' | 'units' | 'schemes' | 'lines'>;
function tableIn(given: Given, state: 'locked' | 'open', due: ReturnType<typeof rememberedDue>): WholeTable {
  const version = versionIn(given);
  const names = new Map(given.units.map((row) => [row.id, row.name]));
  const rows = given.table.map(({ unit: id, group, rank, total, submitted, adopted, adoptions }) => {
    return {
      unit: id,
      name: names.get(id) ?? id,
      group,
      rank,
      total,
      settled: due?.get(id)?.settled ?? total,
      submitted,
      adopted,
      adoptions,
    };
  });
  const corrections = given.lines.flatMap(({ unit, clause, points, arithmetic, corrects }): CorrectionMade[] =>
    corrects === null ? [] : [{ unit, clause, points, arithmetic, corrects }],
  );
  const rescaled = given.lines
    .filter(({ effect, corrects }) => effect === 'rescale' && corrects === null)
    .map(({ unit, clause, arithmetic }) => ({ unit, clause, arithmetic }));
  const { mode = 'score', groups = [], annual = null, afterTies, clauses = [], listedOnly = [] } = version ?? {};
  const yearly = clauses.flatMap((clause) => (clause.kind === 'rescale' && clause.per === 'year' ? [clause.no] : []));
  const roster = given.units.map(({ id, from, to }) => ({ id, from, to }));
  const exempt = given.table.flatMap(({ unit }) => {
    const reason = exemptIn(given, unit);
    return reason === null ? [] : [{ unit, reason }];
  });
  const about = { month: given.month, state, running: due !== null, mode, groups, annual, afterTies, yearly, roster };
  return { ...about, rows, corrections, rescaled, listedOnly, clauses, exempt };
}
