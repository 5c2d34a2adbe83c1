import type { Month } from '../months.ts';
import { byUnit, type FlagFact, idsOf, type Seen, thresholds, titleOf } from './flags.ts';

const adoptionsIn = (facts: readonly FlagFact[], month: Month) =>
  facts.filter((fact) => fact.kind === 'adoption' && fact.month === month);
const carrierOf = ({ attributes: { carrier } }: FlagFact) => carrier ?? '没有写名称的';

/** 只在一家: every adoption of the month in one house. */
export const onlyOutlets = (facts: readonly FlagFact[], month: Month): Seen[] =>
  byUnit(adoptionsIn(facts, month)).flatMap(([unit, adoptions]): Seen[] => {
    const houses = new Set(adoptions.map((fact) => fact.attributes.outletGroup ?? carrierOf(fact)));
    if (adoptions.length < thresholds.oneOutlet.adoptions || houses.size > 1) return [];
    const [house = ''] = houses;
    const carriers = [...new Set(adoptions.map(carrierOf))].filter((carrier) => carrier !== house);
    const seen = () =>
      `本月采用 ${adoptions.length} 条次，全在${house}${carriers.length > 0 ? `（${carriers.join('、')}）` : ''}` +
      `一家（从 ${thresholds.oneOutlet.adoptions} 条次起提示）。`;
    return [{ rule: 'oneOutlet', unit, facts: idsOf(adoptions), seen }];
  });

type Edge = { from: string; to: string; fact: FlagFact };

/** 相互转载: outlets that repost each other's pieces in a circle, a unit's adoptions among them. */
export function mutualReposts(facts: readonly FlagFact[], month: Month): Seen[] {
  const edges = repostsIn(adoptionsIn(facts, month));
  const onward = Map.groupBy(edges, ({ from }) => from);
  const circular = edges.filter(({ from, to }) => reaches(onward, to, from));
  return [...Map.groupBy(circular, ({ fact }) => fact.unit)].flatMap(([unit, own]): Seen[] => {
    const pieces = [...new Set(own.map(({ fact }) => fact))];
    if (pieces.length < thresholds.reposts.reposts) return [];
    const ways = [...new Set(own.map(({ from, to }) => `${from}→${to}`))];
    const seen = () =>
      `${pieces.length} 条转载所在的媒体互相转来转去（${ways.join('、')}；从 ${thresholds.reposts.reposts} 条起提示）：` +
      `${pieces.map(titleOf).join('、')}。`;
    return [{ rule: 'reposts', unit, facts: idsOf(pieces), seen }];
  });
}

/** From where a piece stood first to where it was reposted. */
function repostsIn(adoptions: readonly FlagFact[]): Edge[] {
  const pieces = Map.groupBy(adoptions, ({ attributes: { article, title } }) => article ?? title ?? '');
  return [...pieces].flatMap(([piece, all]) => {
    const firsts = new Set(all.filter(({ attributes: { form } }) => form !== 'repost').map(carrierOf));
    const reposts = piece === '' ? [] : all.filter(({ attributes: { form } }) => form === 'repost');
    return reposts.flatMap((fact) =>
      [...firsts].filter((from) => from !== carrierOf(fact)).map((from) => ({ from, to: carrierOf(fact), fact })),
    );
  });
}

function reaches(onward: ReadonlyMap<string, readonly Edge[]>, from: string, to: string): boolean {
  const seen = new Set([from]);
  for (const place of seen) for (const edge of onward.get(place) ?? []) seen.add(edge.to);
  return seen.has(to);
}

/** 同一佐证: one file behind several adoptions, of other units too; one flag for each unit that has one in this month. */
export function sameProofs(facts: readonly FlagFact[], month: Month): Seen[] {
  const adoptions = facts.filter(({ kind }) => kind === 'adoption');
  const pairs = adoptions.flatMap((fact) => [...new Set(fact.evidence)].map((sha256) => ({ sha256, fact })));
  const sets = new Map<string, FlagFact[]>(); // several files behind the same claims are one thing to look at
  for (const used of Map.groupBy(pairs, ({ sha256 }) => sha256).values()) {
    const claims = used.map(({ fact }) => fact);
    const fresh = claims.some((fact) => fact.month === month);
    if (fresh && claims.length >= thresholds.proof.claims) sets.set(idsOf(claims).join(), claims);
  }
  return [...sets.values()].flatMap((claims) =>
    [...new Set(claims.filter((fact) => fact.month === month).map(({ unit }) => unit))].map((unit) => proofFlag(unit, claims)),
  );
}

const proofFlag = (unit: string, claims: readonly FlagFact[]): Seen => {
  const own = claims.filter((fact) => fact.unit === unit);
  const others = [...new Set(claims.filter((fact) => fact.unit !== unit).map((fact) => fact.unit))];
  return {
    rule: 'proof',
    unit,
    facts: idsOf(claims),
    seen: (nameOf) =>
      `同一份佐证文件（摘要相同）用在 ${claims.length} 条采用上${others.length > 0 ? `，另有${others.map(nameOf).join('、')}的` : ''}` +
      `（从 ${thresholds.proof.claims} 条起提示）：${own.map(titleOf).join('、')}。`,
  };
};
