import type { DraftBody, LooseClause } from '../../../../server/assessment/draft.ts';
import type { Json } from '../../../../server/assessment/json.ts';

export type Path = readonly (string | number)[];

/** The value with something else at that place; `undefined` takes the place out. */
export function putAt(value: Json | undefined, [key, ...rest]: Path, next: Json | undefined): Json | undefined {
  if (key === undefined) return next;
  if (typeof key === 'number') return putInList(Array.isArray(value) ? (value as readonly Json[]) : [], key, rest, next);
  const object = typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as LooseClause) : {};
  const inner = putAt(object[key], rest, next);
  const { [key]: _, ...others } = object;
  return inner === undefined ? others : key in object ? { ...object, [key]: inner } : { ...others, [key]: inner };
}

function putInList(list: readonly Json[], at: number, rest: Path, next: Json | undefined): Json {
  const inner = putAt(list[at], rest, next);
  return inner === undefined ? list.filter((_, each) => each !== at) : list.with(Math.min(at, list.length - 1), inner);
}

export const moved = <T>(list: readonly T[], at: number, by: number): T[] => {
  const to = at + by;
  const item = list[at];
  if (item === undefined || to < 0 || to >= list.length) return [...list];
  return list.toSpliced(at, 1).toSpliced(to, 0, item);
};

const withClauses = (body: DraftBody, clauses: readonly LooseClause[]): DraftBody => ({ ...body, clauses });
export const addClause = (body: DraftBody, at: number, clause: LooseClause) =>
  withClauses(body, body.clauses.toSpliced(at, 0, clause));
export const removeClause = (body: DraftBody, at: number) => withClauses(body, body.clauses.toSpliced(at, 1));
export const moveClause = (body: DraftBody, at: number, by: number) => withClauses(body, moved(body.clauses, at, by));

/** The same clause once more behind itself, under a number that no other has. */
export function duplicateClause(body: DraftBody, at: number): DraftBody {
  const clause = body.clauses[at];
  return clause === undefined ? body : addClause(body, at + 1, { ...clause, no: freeNo(body, `${clause.no}（另）`) });
}

export function freeNo({ clauses }: DraftBody, wanted: string): string {
  const taken = new Set(clauses.map(({ no }) => no));
  for (let count = 1; ; count++) {
    const no = count === 1 ? wanted : `${wanted}${count}`;
    if (!taken.has(no)) return no;
  }
}

/** What was typed and what it was before. Strokes in one place one after the other are one step back. */
export type History<T> = { now: T; past: readonly T[]; future: readonly T[]; place: string };
const longest = 200;
export const changed = <T>({ now, past, place }: History<T>, next: T, at: string): History<T> => ({
  now: next,
  past: at !== '' && at === place ? past : [...past, now].slice(-longest),
  future: [],
  place: at,
});
export function undone<T>({ now, past, future, ...rest }: History<T>): History<T> {
  const before = past.at(-1);
  return before === undefined
    ? { now, past, future, ...rest }
    : { now: before, past: past.slice(0, -1), future: [now, ...future], place: '' };
}
export function redone<T>({ now, past, future, ...rest }: History<T>): History<T> {
  const [next, ...later] = future;
  return next === undefined ? { now, past, future, ...rest } : { now: next, past: [...past, now], future: later, place: '' };
}
