import { type FactKind, factKinds } from '../fact/fact.ts';
import { points } from '../kernel/quantity.ts';
import { Clause } from './clauses/clauses.ts';
import type { DraftBody } from './draft.ts';
import { problemsIn } from './draft.ts';
import { both, covers, isApart, overlap, strangeTo } from './findings/conditions.ts';
import { dearest, itemsOf, lossesOf, mostOf, printedMost, told } from './findings/sums.ts';
import type { Json } from './json.ts';
import { monthOf } from './months.ts';
import { type Policy, policiesMet } from './policies.ts';
import type { Selector } from './selection.ts';
import { wordOf } from './words.ts';

/** Something to look at in a scheme: `wrong` stands in the way, `doubt` may well be meant otherwise, `note` is to be known. */
export type Finding = { clause: number | null; weight: 'wrong' | 'doubt' | 'note'; words: string };
type Rule = Pick<Policy, 'source' | 'fromOn' | 'touches' | 'words'>;
type Read = { at: number; clause: Clause };
type Said = Omit<Finding, 'clause'>;

/** All findings of a draft, also of an unfinished one, in the order of its clauses; pure. `clause` counts from 0, null is the head. */
export function findingsOf(body: DraftBody, policies: readonly Rule[]): Finding[] {
  const problems = problemsIn(body, wordOf).map(({ clause, words }): Finding => ({ clause, weight: 'wrong', words }));
  const read = body.clauses.flatMap((each, at): Read[] => {
    const parsed = Clause.safeParse(each);
    return parsed.success ? [{ at, clause: parsed.data }] : [];
  });
  const clauses = read.map(({ clause }) => clause);
  const found = read.flatMap(({ at, clause }) =>
    [
      ...unreachable(clause),
      ...uncounted(clause),
      ...lowCaps(clause, clauses),
      ...sums(clause, clauses),
      ...unranked(clause, body),
      ...outOfTime(clause, body),
      ...relieved(clause, body, policies),
    ].map((each) => ({ clause: at, ...each })),
  );
  return [...problems, ...found, ...overlaps(read), ...bottomless(clauses)].sort((a, b) => (a.clause ?? -1) - (b.clause ?? -1));
}

const doubt = (words: string): Said => ({ weight: 'doubt', words });
const note = (words: string): Said => ({ weight: 'note', words });

/** A row behind one that takes all that it would take. */
function unreachable(clause: Clause): Said[] {
  const rows = clause.kind === 'points' ? clause.rates : clause.kind === 'quota' ? (clause.excess?.rates ?? []) : [];
  const hidden = rows.flatMap((row, at) => {
    const before = rows.slice(0, at).findIndex((earlier) => covers(earlier, row));
    return before < 0 ? [] : [doubt(`分值第 ${at + 1} 行轮不到：第 ${before + 1} 行已经把它的都算走了；请把范围小的放在前面。`)];
  });
  if (clause.kind !== 'bands') return hidden;
  const bands = clause.bands.map(({ count }) => ({ where: { words: count } }));
  return bands.flatMap((band, at) => {
    const before = bands.slice(0, at).findIndex((earlier) => covers(earlier, band));
    return before < 0 ? [] : [doubt(`分档第 ${at + 1} 行轮不到：第 ${before + 1} 行已经包括了它。`)];
  });
}

/** A selector that no fact can meet. */
function uncounted(clause: Clause): Said[] {
  const impossible = selectorsIn(clause as unknown as Json).flatMap((selector) => {
    const strange = strangeTo([selector.counts, ...(selector.alsoCounts ?? [])], selector);
    if (strange.length > 0)
      return [doubt(`数不到东西：${factKinds[selector.counts]}的记录里没有${strange.map(wordOf).join('、')}。`)];
    const excluded = selector.not !== undefined && covers({ where: selector.not }, selector);
    return excluded ? [doubt(`数不到东西：“除外”把${factKinds[selector.counts]}符合条件的全除掉了。`)] : [];
  });
  const idle =
    clause.kind === 'quota' &&
    clause.needs.every(({ atLeast, except }) => atLeast === 0 && except.every((each) => each.atLeast === 0));
  return idle ? [...impossible, doubt('任务是 0 条，这一条谁也不会得分或扣分。')] : impossible;
}

type Counted = Selector & { alsoCounts?: readonly FactKind[] };
function selectorsIn(value: Json | undefined): Counted[] {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.values(value).flatMap(selectorsIn);
  return 'counts' in value ? [value as unknown as Counted, ...inside] : inside;
}

function lowCaps(clause: Clause, clauses: readonly Clause[]): Said[] {
  const single = dearest(clause);
  if (
    clause.kind === 'points' &&
    clause.multiply === undefined &&
    clause.cap !== undefined &&
    single !== null &&
    points(clause.cap) < single
  )
    return [doubt(`封顶 ${clause.cap} 分，比单条的 ${told(single)}还低。`)];
  if (
    clause.kind === 'quota' &&
    clause.missing?.each &&
    clause.missing.atMost &&
    points(clause.missing.atMost) < points(clause.missing.each)
  )
    return [doubt(`至多扣 ${clause.missing.atMost} 分，比少一条扣的 ${clause.missing.each} 分还低。`)];
  if (clause.kind !== 'limit' || clause.atMost === undefined || clause.of === 'all') return [];
  const top = clauses.filter(({ no }) => clause.of.includes(no)).map((each) => ({ no: each.no, single: dearest(each) ?? 0 }));
  const dear = top.find(({ single }) => single > points(clause.atMost ?? '0'));
  return dear ? [doubt(`合计至多 ${clause.atMost} 分，比“${dear.no}”单条还低。`)] : [];
}

/** The paper's own sum: told, never mended. */
function sums(clause: Clause, clauses: readonly Clause[]): Said[] {
  const [items, paper, most] = [itemsOf(clause, clauses), printedMost(clause), mostOf(clause)];
  const said: Said[] = [];
  if (clause.kind === 'limit' && clause.of !== 'all' && items !== null) {
    const whole = paper ?? most;
    if (whole !== null && whole !== items)
      said.push(
        doubt(
          `加不拢：写的合计是 ${told(whole)}，${clause.of.join('、')}各项最多加起来是 ${told(items)}；照录不改，请对照纸面。`,
        ),
      );
  } else if (paper !== null && most !== null && paper !== most) {
    said.push(doubt(`纸面写着最多 ${told(paper)}，这里最多给 ${told(most)}；照录不改，请对照纸面。`));
  }
  const losses = lossesOf(clause);
  if (losses && losses.paper !== losses.most)
    said.push(doubt(`纸面写着最多扣 ${told(losses.paper)}，这里最多扣 ${told(losses.most)}；照录不改，请对照纸面。`));
  return said;
}

function unranked({ for: who }: Clause, { groups }: DraftBody): Said[] {
  const listed = (Array.isArray(groups) ? groups : []) as readonly { name?: Json; ranked?: Json }[];
  const only = who?.groups ?? [];
  const none =
    only.length > 0 &&
    !who?.units &&
    only.every((name) => listed.some((group) => group?.name === name && group?.ranked === false));
  return none ? [note(`只管${only.join('、')}，而${only.join('、')}不排名：得的分只列出，不进名次。`)] : [];
}

function outOfTime({ from, to }: Clause, { from: begin, to: end }: DraftBody): Said[] {
  const late = from !== undefined && typeof end === 'string' && from > monthOf(end);
  const early = to !== undefined && typeof begin === 'string' && to < monthOf(begin);
  return late || early ? [doubt('这一条的起止月份和细则的施行期碰不到一起，一个月也用不上。')] : [];
}

/** Rules of burden relief where they meet the clause: those in force when the scheme begins, and those that come while it lasts. */
function relieved(clause: Clause, { from, to, mode }: DraftBody, policies: readonly Rule[]): Said[] {
  const last = typeof to === 'string' ? monthOf(to) : '9999-12';
  const begin = monthOf(String(from));
  return policiesMet(clause, last, policies).map((policy) => {
    const words = `${policy.fromOn} 起，${policy.source}：${policy.words}`;
    return mode === 'score' && monthOf(policy.fromOn) < begin ? doubt(`${words}选“计分”要写依据。`) : note(words);
  });
}

/** The same fact pays in two clauses. */
function overlaps(read: readonly Read[]): Finding[] {
  const priced = read.flatMap(({ at, clause }) =>
    clause.kind === 'points' ? [{ at, clause, rows: clause.rates.map((rate) => both(clause, rate)) }] : [],
  );
  return priced.flatMap((a, place) =>
    priced.slice(place + 1).flatMap((b): Finding[] => {
      if (a.clause.counts !== b.clause.counts || isApart(a.clause, b.clause)) return [];
      const twice = a.rows.some((row) => b.rows.some((other) => overlap(row, other)));
      return twice
        ? [{ clause: b.at, ...doubt(`和“${a.clause.no}”重叠：同一条${factKinds[a.clause.counts]}，两条都给分。`) }]
        : [];
    }),
  );
}

/** Points can be taken off, and nothing says 扣完为止. */
function bottomless(clauses: readonly Clause[]): Finding[] {
  const takes = clauses.some(
    (clause) => JSON.stringify(clause).includes('"points":"-') || ('missing' in clause && clause.missing !== undefined),
  );
  const stops = clauses.some((clause) => clause.kind === 'limit' && clause.of === 'all' && clause.atLeast !== undefined);
  return takes && !stops
    ? [{ clause: null, ...doubt('有扣分，却没有一条写“扣完为止”（封顶保底，管其余全部，最少 0.00 分）。') }]
    : [];
}
