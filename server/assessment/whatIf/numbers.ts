import type { Clause } from '../clauses/clauses.ts';
import type { DraftBody, LooseClause } from '../draft.ts';
import type { Json } from '../json.ts';
import type { Scheme } from '../scheme.ts';
import { wordOf } from '../words.ts';

/** A figure of a clause that can be tried: where it stands, what it is called, what is written there ('' where nothing is). */
export type Figure = { at: string; label: string; value: string; whole: boolean };

const tried = [
  ...['points', 'cap', 'floor', 'met', 'each', 'flat', 'times', 'worth', 'full', 'percent', 'atLeast', 'atMost'],
  ...['countAtMost', 'fewerThan', 'every', 'above', 'upTo', 'keep'],
];
const isWhole = /^\d{1,6}$/;
const isFigure = /^-?\d{1,6}(\.\d{1,4})?$/;

/** The figures of a clause in their order; what counts by the piece can be given a cap that it has not. */
export function figuresOf(clause: Clause): Figure[] {
  const found: Figure[] = [];
  walk(clause as unknown as Json, [], found);
  if (clause.kind === 'points' && clause.cap === undefined) found.push({ at: 'cap', label: '封顶', value: '', whole: false });
  return found;
}

function walk(value: Json | undefined, path: readonly string[], found: Figure[]): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inside] of Object.entries(value)) {
    const at = [...path, key];
    const whole = typeof inside === 'number';
    if (tried.includes(key) && (whole || (typeof inside === 'string' && isFigure.test(inside))))
      found.push({ at: at.join('.'), label: labelOf(at), value: String(inside), whole });
    else walk(inside as Json, at, found);
  }
}

/** 'rates.1.points' → 分值 2 · 分. */
const labelOf = (path: readonly string[]) =>
  path.reduce(
    (label, key) => (/^\d+$/.test(key) ? `${label} ${Number(key) + 1}` : label ? `${label} · ${wordOf(key)}` : wordOf(key)),
    '',
  );

/** 'cap=20.00;rates.0.points=6' as it stands in the address. */
export const putsIn = (text: string): [at: string, value: string][] =>
  text.split(';').flatMap((each) => {
    const cut = each.indexOf('=');
    return cut < 1 ? [] : [[each.slice(0, cut), each.slice(cut + 1).trim()] as [string, string]];
  });
export const putsText = (puts: readonly (readonly [string, string])[]) => puts.map(([at, value]) => `${at}=${value}`).join(';');

/** The clause with other figures; only those that `figuresOf` names are touched, '' takes an optional one away. Not yet read as a clause. */
export function withFigures(clause: Clause, puts: readonly (readonly [string, string])[]): LooseClause {
  const known = new Map(figuresOf(clause).map((figure) => [figure.at, figure]));
  let changed = clause as unknown as LooseClause;
  for (const [at, text] of puts) {
    const figure = known.get(at);
    if (figure) changed = put(changed, at.split('.'), written(figure, text)) as LooseClause;
  }
  return changed;
}

/** What is no whole number stays text, so that the clause's own shape says what is wrong with it. */
const written = ({ whole }: Figure, text: string) =>
  text === '' ? undefined : whole && isWhole.test(text) ? Number(text) : text;

function put(value: Json | undefined, [key = '', ...rest]: readonly string[], next: Json | undefined): Json {
  const inner = rest.length === 0 ? next : put((value as LooseClause | undefined)?.[key], rest, next);
  if (Array.isArray(value)) return (value as readonly Json[]).with(Number(key), inner ?? null);
  const { [key]: _, ...others } = value as LooseClause;
  return inner === undefined ? others : { ...(value as LooseClause), [key]: inner };
}

/** The version with other figures in one of its clauses. */
export function withPuts(scheme: Scheme, no = '', put = ''): DraftBody {
  const clauses = scheme.clauses.map((each) =>
    each.no === no ? withFigures(each, putsIn(put)) : (each as unknown as LooseClause),
  );
  return { ...(scheme as unknown as DraftBody), clauses };
}
