import { type MediaTier, mediaTiers } from '../channel/channel.ts';
import type { Fact } from '../fact/fact.ts';
import type { CountyDate } from '../kernel/dates.ts';
import type { Listed } from './list.ts';

export const tierKeys = Object.keys(mediaTiers) as MediaTier[];
/** 中央、省、市: what 重点有报道 asks for; a county's own outlets tell the county only. */
const farTiers: readonly MediaTier[] = ['central', 'provincial', 'municipal'];

/** 全年有宣传: somebody told it this year. 重点有报道: a 省级 project was in a medium of 中央、省 or 市. */
export const gaps = { unreported: '重点没有报道', untold: '全年没有宣传', none: '已有宣传' } as const;
export type Gap = keyof typeof gaps;

type About = Pick<Listed, 'id' | 'name' | 'rank' | 'lead'>;
export type YearLine = About & {
  submitted: number;
  adopted: number; // appearances, each counted
  tiers: Record<MediaTier | 'undecided', number>;
  lastOn: CountyDate | null;
  gap: Gap;
  words: string;
};

/** What stands in the ledger for that year: verified, and neither cancelled nor replaced by a later fact. */
export function standingFacts(facts: readonly Fact[], year: number): Fact[] {
  const undone = new Set(facts.flatMap(({ cancels, replaces }) => [cancels, replaces].filter((id) => id !== null)));
  return facts.filter(
    ({ id, cancels, verified, day }) => cancels === null && verified && !undone.has(id) && day.startsWith(`${year}-`),
  );
}

/** Each project of the year, the worst gap first; among equals the least told. `facts` are those that stand. */
export function yearLines(projects: readonly About[], facts: readonly Fact[]): YearLine[] {
  const byProject = Map.groupBy(facts, ({ attributes }) => attributes.project ?? '');
  const order = Object.keys(gaps);
  return projects
    .map((project) => lineOf(project, byProject.get(project.name) ?? []))
    .toSorted((a, b) => order.indexOf(a.gap) - order.indexOf(b.gap) || a.adopted - b.adopted);
}

function lineOf({ id, name, rank, lead }: About, facts: readonly Fact[]): YearLine {
  const adoptions = facts.filter(({ kind }) => kind === 'adoption');
  const tierOf = ({ attributes: { tier } }: Fact) => tier ?? 'undecided';
  const tiers = Object.fromEntries(
    [...tierKeys, 'undecided' as const].map((tier) => [tier, adoptions.filter((fact) => tierOf(fact) === tier).length]),
  ) as YearLine['tiers'];
  const far = farTiers.reduce((sum, tier) => sum + tiers[tier], 0);
  const submitted = facts.filter(({ kind }) => kind === 'submission').length;
  const gap = rank === 'provincial' && far === 0 ? 'unreported' : adoptions.length === 0 ? 'untold' : 'none';
  const told = {
    submitted,
    adopted: adoptions.length,
    tiers,
    lastOn:
      adoptions
        .map(({ day }) => day)
        .sort()
        .at(-1) ?? null,
  };
  return { ...{ id, name, rank, lead }, ...told, gap, words: wordsOf(told, gap) };
}

function wordsOf({ submitted, adopted, lastOn }: Pick<YearLine, 'submitted' | 'adopted' | 'lastOn'>, gap: Gap): string {
  const handed = submitted > 0 ? `报送了 ${submitted} 篇` : '也没有报送';
  if (gap === 'untold') return `今年还没有见报，${handed}${submitted > 0 ? '，没有采用' : ''}。`;
  if (gap === 'unreported') {
    return adopted > 0
      ? `重点项目，今年只在县里见过 ${adopted} 条，还没有中央、省、市媒体的报道。`
      : `重点项目，今年还没有见报，${handed}${submitted > 0 ? '，没有采用' : ''}。`;
  }
  return `今年见报 ${adopted} 条，最近一次 ${lastOn}。`;
}
