import type { Db } from '../../../server/kernel/context.ts';

/** What `verify-database` covers: tables, and of them the columns that it does not; docs/operation.md says the same in words. */
export const covered = {
  fact: [],
  period: [],
  month_lock: [],
  scheme: [],
  audit_entry: [],
  audit_number: [],
  audit_seal: ['sealed_at'],
  file: ['media_type', 'name', 'size', 'stored_by', 'stored_at'],
} as const satisfies Record<string, readonly string[]>;
type Table = keyof typeof covered;
type Row = Record<string, unknown>;
export type Edit = { table: Table; column: string; was: Row; is: Row };
type Random = (below: number) => number;

/** mulberry32: the same edits at every run. */
export function randomFrom(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const pick = <T>(items: readonly T[], random: Random) => items[random(items.length)] as T;

/** One field of one row of one table, to another value of its type; null when the value came out the same. */
export async function randomEdit(db: Db, { code }: { code: number }, random: Random): Promise<Edit | null> {
  const table = pick(Object.keys(covered) as Table[], random);
  const outside: readonly string[] = covered[table];
  const columns = await db<{ name: string; type: string }[]>`
    select column_name as name, udt_name as type from information_schema.columns
    where table_schema = 'public' and table_name = ${table} order by ordinal_position`;
  const column = pick(
    columns.filter(({ name }) => !outside.includes(name)),
    random,
  );
  const rows = await db<{ place: string; row: Row }[]>`
    select ctid::text as place, to_jsonb(t) as row from ${db(table)} t where county_id = ${code} order by to_jsonb(t)::text`;
  const { place, row: was } = pick(rows, random);
  const others = rows.map(({ row }) => row[column.name]);
  const next = changed(was[column.name], column.type, others, random);
  if (JSON.stringify(next) === JSON.stringify(was[column.name])) return null;
  const given = JSON.stringify({ ...was, [column.name]: next });
  await db`
    update ${db(table)} t set ${db(column.name)} = (jsonb_populate_record(null::${db(table)}, ${given}::text::jsonb)).${db(column.name)}
    where ctid = ${place}::tid`;
  return { table, column: column.name, was, is: { ...was, [column.name]: next } };
}

const hex = '0123456789abcdef';
const id = (random: Random) => '018b0000-0000-7000-8000-'.replaceAll('0', () => pick([...hex], random)) + '0'.repeat(12);

function changed(value: unknown, type: string, others: readonly unknown[], random: Random): unknown {
  if (random(3) === 0 && type !== 'jsonb') return pick(others, random); // what stands in another row
  if (value === null) return type === 'date' ? '2023-11-30' : type === 'uuid' ? id(random) : pick(others, random);
  if (type === 'uuid') return id(random);
  if (type === 'bool') return !value;
  if (type === 'int4') return Number(value) + pick([-2, -1, 1, 2, 7], random);
  if (type === 'date')
    return new Date(Date.parse(String(value)) + pick([-31, -1, 1, 31], random) * 86_400_000).toISOString().slice(0, 10);
  if (type === 'timestamptz') return new Date(Date.parse(String(value)) + pick([-86_400_000, -1, 1, 1000], random)).toISOString();
  if (type === '_text') return pick([[], [...(value as string[]), 'a'.repeat(64)]], random);
  if (type === 'jsonb') return otherJson(value as Row, random);
  return otherText(String(value), random);
}

/** A sign exchanged, added or taken away; of a month's name, another month. */
function otherText(text: string, random: Random): string {
  if (/^\d{4}-\d\d$/.test(text)) return `2023-${pick(['08', '09', '10', '11', '12'], random)}`;
  const at = random(text.length + 1);
  const sign = /^[\\x0-9a-f]+$/.test(text) ? pick([...hex], random) : pick([...'0129abz。改'], random);
  return pick(
    [
      `${text.slice(0, at)}${sign}${text.slice(at + 1)}`,
      `${text.slice(0, at)}${sign}${text.slice(at)}`,
      text.slice(0, at) + text.slice(at + 1),
    ],
    random,
  );
}

/** One leaf of a value, or a key more or less. */
function otherJson(value: unknown, random: Random): unknown {
  if (Array.isArray(value)) {
    const at = random(value.length + 1);
    return at === value.length ? value.slice(0, -1) : value.with(at, otherJson(value[at], random));
  }
  if (typeof value === 'object' && value !== null) {
    const key = pick([...Object.keys(value), '新'], random);
    if (key === '新') return { ...value, 新: '1' };
    return random(4) === 0
      ? Object.fromEntries(Object.entries(value).filter(([name]) => name !== key))
      : { ...value, [key]: otherJson((value as Row)[key], random) };
  }
  if (typeof value === 'number') return value + 1;
  return typeof value === 'boolean' ? !value : value === null ? '有' : otherText(String(value), random);
}
