import type { Reading, Window } from '../notice/reading.ts';
import type { Campaign } from './plan.ts';

type Told = { no: string; theme: string; was: string; is: string };
export type Difference = { added: string[]; gone: string[]; changed: Told[] };

/** How another notice of the same year differs from the plan: by 场次 and 主题, then in window, units and projects. */
export function differenceOf(planned: readonly Campaign[], { campaigns }: Reading): Difference {
  const before = new Map(keyed(planned));
  const now = new Map(keyed(campaigns));
  const changed = [...now].flatMap(([key, { no, theme, window, units, projects }]) => {
    const old = before.get(key);
    if (!old) return [];
    const is = wordsOf(
      windowWords(window),
      units.map(({ name }) => name),
      projects,
    );
    const was = wordsOf(
      windowWords({ from: old.fromOn, to: old.toOn }),
      old.units.map(({ name }) => name),
      old.projects,
    );
    return is === was ? [] : [{ no: `${no ?? ''}`, theme, was, is }];
  });
  const missing = (these: Map<string, unknown>, those: Map<string, unknown>) =>
    [...these.keys()].filter((key) => !those.has(key));
  return { added: missing(now, before), gone: missing(before, now), changed };
}

/** A row with two windows stands twice under its number: the second is told from the first by its place among them. */
function keyed<T extends { no: string | number | null; theme: string }>(campaigns: readonly T[]): [string, T][] {
  const seen = new Map<string, number>();
  return campaigns.map((campaign) => {
    const key = `第${campaign.no ?? ''}场 ${campaign.theme}`;
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    return [times === 1 ? key : `${key}（第 ${times} 段）`, campaign];
  });
}

const windowWords = ({ from, to }: Pick<Window, 'from' | 'to'>) => `${from ?? '未定'}—${to ?? '未定'}`;
const wordsOf = (window: string, units: readonly string[], projects: readonly string[]) =>
  `${window}；${units.join('、')}；${projects.join('、') || '无项目'}`;
