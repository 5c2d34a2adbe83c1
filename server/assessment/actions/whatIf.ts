import type { Context } from '../../kernel/context.ts';
import type { Id } from '../../kernel/ids.ts';
import { Refused, refuse } from '../../kernel/refusal.ts';
import { type DraftBody, refusals as draftRefusals, type Problem, problemsIn } from '../draft.ts';
import { type Month, monthOf, monthsBetween } from '../months.ts';
import { draftOf } from '../queries/draft.ts';
import { schemeVersions, unitsOn } from '../queries.ts';
import { Scheme } from '../scheme.ts';
import { groupOf, schemeFrom, withHosts } from '../versions.ts';
import { withPuts } from '../whatIf/numbers.ts';
import { overRange } from '../whatIf/range.ts';
import { type Given, type MonthMoved, monthIf } from '../whatIf.ts';
import { wordOf } from '../words.ts';
import { rememberedMonth } from './remembered.ts';

/** A draft, or a version with other figures in one clause. */
export type Asked = {
  draft?: Id<'schemeDraft'> | undefined;
  scheme?: string | undefined;
  clause?: string | undefined;
  put?: string | undefined;
  from: Month;
  to: Month;
};
type Tried = { name: string; body: DraftBody };
/** A month that could not be compared, and why. */
type Skipped = { month: Month; why: string };

const longest = 24;

/** What every unit would have had, had this text been in force; nothing is written, least of all in a month that is locked. */
export async function whatIf(context: Context, asked: Asked) {
  const { name, body } = await triedIn(context, asked);
  const problems = problemsIn(body, wordOf);
  const asIs = { name, from: asked.from, to: asked.to, problems: problems.map(saidOf) };
  if (problems.length > 0) return { ...asIs, mode: null, months: [], skipped: [], rows: [], names: {} as Record<string, string> };
  const scheme = Scheme.parse(body);
  const { moved, skipped, names } = await monthsMoved(context, scheme, asked);
  const months = moved.map(({ month, state, mode }) => ({ month, state, mode }));
  return {
    ...asIs,
    mode: scheme.mode,
    months,
    skipped,
    rows: overRange(moved),
    names: Object.fromEntries(names) as Record<string, string>,
  };
}

/** The lines of one unit that differ, month by month. */
export async function whatIfLines(context: Context, asked: Asked, unit: string) {
  const { body } = await triedIn(context, asked);
  const scheme = Scheme.safeParse(body);
  if (!scheme.success) return { unit, months: [], clauses: {} };
  const { moved } = await monthsMoved(context, scheme.data, asked);
  const versions = await schemeVersions(context);
  const clauses = [...versions.flatMap((version) => schemeFrom(version).clauses), ...scheme.data.clauses];
  const months = moved.flatMap(({ month, state, units }) => {
    const own = units.find((each) => each.unit === unit);
    return own ? [{ month, state, ...own }] : [];
  });
  return { unit, months, clauses: Object.fromEntries(clauses.map(({ no, title }) => [no, title])) };
}

const saidOf = ({ clause, words }: Problem) => (clause === null ? words : `第 ${clause + 1} 条的${words}`);

async function triedIn(context: Context, { draft, scheme, clause, put }: Asked): Promise<Tried> {
  if (draft !== undefined) {
    const { body } = (await draftOf(context, draft)) ?? refuse(draftRefusals.noDraft);
    return { name: typeof body.name === 'string' && body.name !== '' ? body.name : '没有名称的稿子', body };
  }
  const base = (await schemeVersions(context)).find(({ id }) => id === scheme) ?? refuse(draftRefusals.noVersion);
  return { name: base.name, body: withPuts(schemeFrom(base), clause, put) };
}

async function monthsMoved(context: Context, scheme: Scheme, { from, to }: Asked) {
  const [units, current] = [await unitsOn(context, context.day), monthOf(context.day)];
  const hosts = units.filter(({ host }) => host).map(({ id }) => id);
  const known = new Map(units.map((unit) => [unit.id as string, unit]));
  const tried = withHosts(scheme, hosts);
  const [moved, skipped]: [MonthMoved[], Skipped[]] = [[], []];
  const names = new Map<string, string>(units.map(({ id, name }) => [id, name]));
  for (const month of monthsBetween(from, to < current ? to : current).slice(-longest)) {
    try {
      const given: Given = await rememberedMonth(context, month);
      for (const { id, name } of given.units) names.set(id, name);
      const unitIn = ({ id, group }: { id: string; group: string }) => groupOfUnit(known.get(id), tried) ?? group;
      const regroup = given.units.some((row) => unitIn(row) !== row.group);
      moved.push(monthIf(given, { scheme: tried, from, groupOf: regroup ? unitIn : undefined }));
    } catch (fault) {
      if (!(fault instanceof Refused)) throw fault;
      skipped.push({ month, why: fault.message });
    }
  }
  return { moved, skipped, names };
}

const groupOfUnit = (unit: Parameters<typeof groupOf>[0] | undefined, scheme: Scheme) => unit && groupOf(unit, scheme);
