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

/** Months that one trial compares. */
const longest = 24;

/** What every unit would have had, had this text been in force; nothing is written, least of all in a month that is locked. */
export async function whatIf(context: Context, asked: Asked) {
  const { name, body } = await triedIn(context, asked);
  const problems = problemsIn(body, wordOf);
  const asIs = { name, from: asked.from, to: asked.to, problems: problems.map(saidOf) };
  const nothing = { mode: null, months: [], skipped: [], cut: null, rows: [], names: {} as Record<string, string> };
  if (problems.length > 0) return { ...asIs, ...nothing };
  const scheme = Scheme.parse(body);
  const { moved, skipped, cut, names } = await monthsMoved(context, scheme, asked);
  const months = moved.map(({ month, state, mode }) => ({ month, state, mode }));
  return {
    ...asIs,
    mode: scheme.mode,
    months,
    skipped,
    cut,
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
  const all = monthsBetween(from, to < current ? to : current);
  for (const month of all.slice(-longest)) {
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
  return { moved, skipped, cut: cutWords(all), names };
}

/** What is said when more months are asked for than are compared at once. */
function cutWords(months: readonly Month[]): string | null {
  const left = months.slice(0, -longest);
  if (left.length === 0) return null;
  return `一次最多比 ${longest} 个月：只比了最近的 ${longest} 个月，${left[0]} 至 ${left.at(-1)} 的 ${left.length} 个月没有比；要比更早的，请把止月往前选。`;
}

const groupOfUnit = (unit: Parameters<typeof groupOf>[0] | undefined, scheme: Scheme) => unit && groupOf(unit, scheme);
