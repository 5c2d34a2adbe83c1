import type { Reading, Window } from '../notice/reading.ts';
import type { Campaign } from './plan.ts';

type Told = { no: string; theme: string; was: string; is: string };
export type Difference = { added: string[]; gone: string[]; changed: Told[] };

/** How another notice of the same year differs from the plan: by 场次 and 主题, then in window, units and projects. */
export function differenceOf(planned: readonly Campaign[], { campaigns }: Reading): Difference {
  const before = new Map(planned.map((campaign) => [keyOf(campaign.no, campaign.theme), campaign]));
  const now = new Map(campaigns.map((campaign) => [keyOf(`${campaign.no ?? ''}`, campaign.theme), campaign]));
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

const keyOf = (no: string, theme: string) => `第${no}场 ${theme}`;
const windowWords = ({ from, to }: Pick<Window, 'from' | 'to'>) => `${from ?? '未定'}—${to ?? '未定'}`;
const wordsOf = (window: string, units: readonly string[], projects: readonly string[]) =>
  `${window}；${units.join('、')}；${projects.join('、') || '无项目'}`;
