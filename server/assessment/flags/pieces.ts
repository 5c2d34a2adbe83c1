import { daysBetween, lastDay, type Month, monthsBetween } from '../months.ts';
import { byUnit, type FlagFact, idsOf, type Seen, thresholds, titleOf } from './flags.ts';
import { overlapPercent } from './overlap.ts';

const submissionsIn = (facts: readonly FlagFact[], month: Month) =>
  facts.filter((fact) => fact.kind === 'submission' && fact.month === month);

const { split, flood, rise } = thresholds;
const aboutOf = ({ attributes: { project, campaign } }: FlagFact) => project ?? campaign ?? '';

/** Short pieces of one unit on one project, few days apart: the ones whose texts are worth comparing. */
export function splitPairs(facts: readonly FlagFact[], month: Month): [FlagFact, FlagFact][] {
  const short = submissionsIn(facts, month).filter(({ attributes: { words = 0 } }) => words <= split.mostWords);
  const groups = Map.groupBy(short, (fact) => `${fact.unit} ${aboutOf(fact)}`);
  return [...groups.values()].flatMap((group) =>
    group.flatMap((one, at) =>
      group
        .slice(at + 1)
        .filter((other) => daysBetween(one.day, other.day) < split.withinDays)
        .map((other): [FlagFact, FlagFact] => [one, other]),
    ),
  );
}

/** 拆稿: short pieces that share most of their text; where a text is not at hand, most of their titles. */
export function splits(facts: readonly FlagFact[], month: Month, texts: ReadonlyMap<string, string>): Seen[] {
  const textOf = ({ attributes: { article = '', title = '' } }: FlagFact) => texts.get(article) ?? title;
  const alike = splitPairs(facts, month).flatMap(([one, other]) => {
    const percent = overlapPercent(textOf(one), textOf(other), split.gram);
    return percent !== null && percent >= split.overlapPercent ? [{ one, other, percent }] : [];
  });
  return clusters(alike).map(({ pieces, percent }) => ({
    rule: 'split',
    unit: pieces[0]?.unit ?? '',
    facts: idsOf(pieces),
    seen: () =>
      `${split.withinDays} 天以内就同一件事报送 ${pieces.length} 篇短稿（每篇不过 ${split.mostWords} 字），` +
      `文字重合最多的两篇有 ${percent}%（从 ${split.overlapPercent}% 起提示）：${pieces.map(titleOf).join('、')}。`,
  }));
}

type Alike = { one: FlagFact; other: FlagFact; percent: number };
/** Pieces that hang together by pairs, and the closest pair among them. */
function clusters(alike: readonly Alike[]): { pieces: FlagFact[]; percent: number }[] {
  let found: { pieces: FlagFact[]; percent: number }[] = [];
  for (const { one, other, percent } of alike) {
    const touched = found.filter(({ pieces }) => pieces.includes(one) || pieces.includes(other));
    const pieces = [...new Set([...touched.flatMap((each) => each.pieces), one, other])];
    found = [
      ...found.filter((each) => !touched.includes(each)),
      { pieces, percent: Math.max(percent, ...touched.map((t) => t.percent)) },
    ];
  }
  return found.filter(({ pieces }) => pieces.length >= split.pieces);
}

/** 月末集中: most of the month's pieces came in its last days. */
export const floods = (facts: readonly FlagFact[], month: Month): Seen[] =>
  byUnit(submissionsIn(facts, month)).flatMap(([unit, pieces]): Seen[] => {
    const last = pieces.filter(({ day }) => day <= lastDay(month) && daysBetween(day, lastDay(month)) < flood.lastDays);
    if (last.length < flood.pieces || last.length * 100 < pieces.length * flood.percent) return [];
    const seen = () =>
      `本月报送 ${pieces.length} 篇，其中 ${last.length} 篇在最后 ${flood.lastDays} 天` +
      `（从 ${flood.pieces} 篇并占 ${flood.percent}% 起提示）。`;
    return [{ rule: 'flood', unit, facts: idsOf(last), seen }];
  });

/** 突然增多: against the median of the unit's own earlier months; `since`: the first month that has facts. */
export function rises(facts: readonly FlagFact[], month: Month, earlier: readonly Month[]): Seen[] {
  if (earlier.length < rise.leastMonths) return [];
  const now = byUnit(submissionsIn(facts, month));
  return now.flatMap(([unit, pieces]): Seen[] => {
    const before = earlier.map((each) => submissionsIn(facts, each).filter((fact) => fact.unit === unit).length);
    const usual = medianOf(before);
    if (pieces.length < rise.pieces || pieces.length < Math.max(1, usual) * rise.times) return [];
    const seen = () =>
      `本月报送 ${pieces.length} 篇，前 ${earlier.length} 个月的中位数是 ${usual} 篇（各月 ${before.join('、')} 篇；` +
      `从 ${rise.pieces} 篇并达 ${rise.times} 倍起提示）。`;
    return [{ rule: 'rise', unit, facts: idsOf(pieces), seen }];
  });
}

/** The lower of the two middle ones of an even number. */
const medianOf = (counts: readonly number[]) => counts.toSorted((a, b) => a - b)[Math.floor((counts.length - 1) / 2)] ?? 0;

/** The months before one that are looked back on: not before the county's first fact. */
export function monthsBefore(facts: readonly FlagFact[], from: Month, last: Month): Month[] {
  const first = facts.map(({ month }) => month).sort()[0];
  return first === undefined ? [] : monthsBetween(first > from ? first : from, last);
}
