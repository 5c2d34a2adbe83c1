import { recordAudit } from '../../audit/queries.ts';
import { factsOf, periodsOf } from '../../fact/queries.ts';
import { listUnits } from '../../identity/queries.ts';
import type { Context } from '../../kernel/context.ts';
import type { Id } from '../../kernel/ids.ts';
import { newId } from '../../kernel/ids.ts';
import { refuse } from '../../kernel/refusal.ts';
import { type FlagRule, flagRules, innocent, keyOf, standingAt } from '../flags/flags.ts';
import { firstLookedAt, flagsIn, textsWanted } from '../flags/look.ts';
import { type FlagState, type FlagVerdict, refusals, type Verdict, whyNotJudge } from '../flags/verdict.ts';
import { type Month, monthOf } from '../months.ts';
import { type FactNamed, factsNamed, insertVerdict, lastVerdicts, textsUnscoped } from '../queries/flag.ts';
import { refusals as monthly } from '../refusals.ts';

/** A flag as a person reads it. `stands`: its facts are still those of today; `version` 0: nobody has judged it. */
export type Flag = {
  flag: string;
  rule: FlagRule;
  unitId: Id<'unit'>;
  unitName: string;
  seen: string;
  innocent: string;
  facts: FactNamed[];
  stands: boolean;
  state: FlagState;
  version: number;
  reason: string;
  judgedByName: string | null;
  judgedOn: string | null;
  may: { judge: string | null };
};

type Found = Pick<FlagVerdict, 'flag' | 'rule' | 'unitId' | 'facts' | 'seen' | 'seenByUnit'>;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What the rules see in a month now. All units'; who may not see them must not be told. */
async function lookUnscoped(context: Context, month: Month, names: ReadonlyMap<string, string>): Promise<Found[]> {
  const facts = await factsOf(context, firstLookedAt(month), month);
  const wanted = textsWanted(standingAt(facts, month), month).filter((article) => uuid.test(article));
  const texts = wanted.length === 0 ? new Map<string, string>() : await textsUnscoped(context, wanted);
  return flagsIn(facts, month, texts).map((each) => ({
    ...{ flag: keyOf(each), rule: each.rule, unitId: each.unit as Id<'unit'>, facts: each.facts },
    seen: each.seen((unit) => names.get(unit) ?? '另一个单位'),
    seenByUnit: each.seen(() => '别的单位'),
  }));
}

/** Seen once and again: facts never change, and every new one is counted in its period. In a read-only snapshot only. */
const looked = new Map<string, Found[]>();
const most = 24;
async function remembered(context: Context, month: Month, names: ReadonlyMap<string, string>): Promise<Found[]> {
  const periods = (await periodsOf(context)).map(({ month, version }) => `${month}:${version}`);
  const key = JSON.stringify([context.county, month, periods, [...names]]);
  const known = looked.get(key) ?? (await lookUnscoped(context, month, names));
  if (!looked.has(key) && looked.size >= most) looked.delete(looked.keys().next().value ?? '');
  looked.set(key, known);
  return known;
}

const namesOf = async (context: Context) => new Map((await listUnits(context)).map(({ id, name }) => [id as string, name]));

/** A month's flags for this viewer: the office's all, a unit's own that were upheld. Throws `Refused`. */
export async function flagsOf(context: Context, month: Month): Promise<Flag[]> {
  if (month > monthOf(context.day)) refuse(monthly.noMonth(month));
  const names = await namesOf(context);
  const judged = await lastVerdicts(context, month);
  const now = context.onlyUnit === null ? await remembered(context, month, names) : [];
  const past = judged.filter(({ flag }) => !now.some((each) => each.flag === flag));
  const all: Found[] = [...now, ...past];
  const facts = new Map(
    (await factsNamed(context, [...new Set(all.flatMap((each) => each.facts))])).map((fact) => [fact.id as string, fact]),
  );
  return all.map((found) => {
    const verdict = judged.find(({ flag }) => flag === found.flag);
    const { flag, rule, unitId } = found;
    return {
      ...{ flag, rule, unitId, unitName: names.get(unitId) ?? unitId, innocent: innocent[rule] },
      seen: context.onlyUnit === null ? found.seen : found.seenByUnit,
      facts: found.facts.flatMap((id) => facts.get(id) ?? []),
      stands: context.onlyUnit !== null || !past.includes(found as FlagVerdict),
      ...judgedAs(verdict),
      may: { judge: whyNotJudge(context.actor)?.message ?? null },
    };
  });
}

const judgedAs = (verdict: FlagVerdict | undefined) => ({
  state: verdict?.verdict ?? ('open' as const),
  version: verdict?.version ?? 0,
  reason: verdict?.reason ?? '',
  judgedByName: verdict?.judgedByName ?? null,
  judgedOn: verdict?.judgedOn ?? null,
});

/** How many of a month nobody has judged: told before it is locked, in the way of nothing. */
export async function openFlags(context: Context, month: Month): Promise<number> {
  if (context.onlyUnit !== null || month > monthOf(context.day)) return 0;
  const judged = new Set((await lastVerdicts(context, month)).map(({ flag }) => flag));
  return (await remembered(context, month, await namesOf(context))).filter(({ flag }) => !judged.has(flag)).length;
}

type Judged = { month: Month; flag: string; version: number; verdict: Verdict; reason: string };
/** A person's word on a flag that still stands, or another on one that was judged before. */
export async function judgeFlag(context: Context, { month, flag, version, verdict, reason }: Judged): Promise<{ flag: string }> {
  const mayNot = whyNotJudge(context.actor);
  if (mayNot) refuse(mayNot);
  const names = await namesOf(context);
  const before = (await lastVerdicts(context, month)).find((each) => each.flag === flag);
  if ((before?.version ?? 0) !== version) refuse(refusals.movedOn);
  const now = before ?? (await lookUnscoped(context, month, names)).find((each) => each.flag === flag) ?? refuse(refusals.gone);
  const { rule, unitId, facts, seen, seenByUnit } = now;
  const id = newId<'flagVerdict'>(context.now);
  await insertVerdict(context, { id, month, flag, version: version + 1, rule, unitId, facts, seen, seenByUnit, verdict, reason });
  const words = `${month} ${names.get(unitId) ?? unitId} ${flagRules[rule]} ${verdict === 'upheld' ? '属实' : '不成立'}：${reason}`;
  await recordAudit(context, { what: 'flag.judge', subjectId: id, version: version + 1, reason: words });
  return { flag };
}
