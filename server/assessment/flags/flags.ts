import { canonicalJson } from '../../kernel/canonical.ts';
import { sha256 } from '../../kernel/digest.ts';
import { byCodePoint } from '../../kernel/order.ts';
import type { LedgerFact } from '../ledger.ts';
import type { Month } from '../months.ts';

/** 提示: something that a person should look at. It never counts for points by itself. */
export const flagRules = {
  split: '疑似拆稿',
  flood: '月末集中报送',
  oneOutlet: '只在一家媒体',
  reposts: '相互转载',
  rise: '突然增多',
  proof: '同一佐证',
} as const;
export type FlagRule = keyof typeof flagRules;

/** From when on it is worth a look; told in words with each. THE one place. */
export const thresholds = {
  split: { pieces: 2, withinDays: 5, mostWords: 600, overlapPercent: 50, gram: 4 },
  flood: { pieces: 4, lastDays: 3, percent: 60 },
  oneOutlet: { adoptions: 4 },
  reposts: { reposts: 2 },
  rise: { pieces: 6, times: 3, months: 6, leastMonths: 2 },
  proof: { claims: 2 },
} as const;

/** Why it may be quite in order: read beside what was seen, before anybody judges. */
export const innocent: Record<FlagRule, string> = {
  split: '同一项目几天里确有几件不同的事，或一件事按要求分简讯、图片各报一次，都属正常。',
  flood: '月底才有进展、才开会，或审签赶在月底办完，都属正常。',
  oneOutlet: '县里的媒体本来就少，或这家媒体正办着民生实事的专栏，都属正常。',
  reposts: '上级媒体统一要求转载、媒体之间有供稿约定，都属正常。',
  rise: '工作进入旺季、换了得力的信息员、补报积压的稿件，都属正常。',
  proof: '同一版报纸、同一张截图上登着几篇稿件，各自认领用的是同一份扫描件，属正常。',
};

export type FlagFact = Pick<LedgerFact, 'id' | 'unit' | 'kind' | 'day' | 'attributes' | 'evidence'> & { month: Month };
/** One thing seen about one unit. `facts`: what it rests on, another unit's too; `seen`: in words, with `nameOf` for other units. */
export type Seen = {
  rule: FlagRule;
  unit: string;
  facts: readonly string[];
  seen: (nameOf: (unit: string) => string) => string;
};

/** What it is known by: the same unit, the same rule, the same facts. With other facts it is another flag. */
export const keyOf = ({ rule, unit, facts }: Pick<Seen, 'rule' | 'unit' | 'facts'>) =>
  sha256(canonicalJson({ rule, unit, facts: [...facts].sort(byCodePoint) }));

/** What stands at a month's end, in the order of days: neither cancelled nor replaced by then. */
export function standingAt(facts: readonly LedgerFact[], month: Month): FlagFact[] {
  const known = facts.filter(({ period, verified }) => verified && period <= month);
  const gone = new Set(known.map(({ cancels, replaces }) => cancels ?? replaces));
  return known
    .filter(({ id, cancels }) => cancels === null && !gone.has(id))
    .map(({ id, unit, kind, day, period, corrects, attributes, evidence }) => ({
      id,
      unit,
      kind,
      day,
      month: corrects ?? period,
      attributes,
      evidence,
    }))
    .sort((a, b) => byCodePoint(`${a.day} ${a.id}`, `${b.day} ${b.id}`));
}

export const byUnit = (facts: readonly FlagFact[]) => [...Map.groupBy(facts, ({ unit }) => unit)];
export const titleOf = ({ attributes, day }: FlagFact) => (attributes.title ? `《${attributes.title}》` : `${day} 的一条`);
export const idsOf = (facts: readonly FlagFact[]) => facts.map(({ id }) => id);
