import { Clause } from '../../../../server/assessment/clauses/clauses.ts';
import type { DraftBody } from '../../../../server/assessment/draft.ts';
import { choiceWord } from '../../../../server/assessment/outline.ts';
import type { Scheme } from '../../../../server/assessment/scheme.ts';
import { canonicalJson } from '../../../../server/kernel/canonical.ts';

/** What somebody who approves should know at a glance: the clauses added, left out and changed, and the mode. */
export function changesOf(base: Scheme | null, { clauses, mode }: DraftBody): string[] {
  if (base === null) return [];
  const before = new Map(base.clauses.map((clause) => [clause.no, canonicalJson(clause)]));
  const after = new Map(clauses.map((clause) => [String(clause.no), canonicalJson(Clause.safeParse(clause).data ?? clause)]));
  const list = (word: string, numbers: string[]) => (numbers.length > 0 ? [`${word} ${numbers.join('、')}`] : []);
  return [
    ...list(
      '增加',
      [...after.keys()].filter((no) => !before.has(no)),
    ),
    ...list(
      '去掉',
      [...before.keys()].filter((no) => !after.has(no)),
    ),
    ...list(
      '改动',
      [...after].flatMap(([no, json]) => (before.has(no) && before.get(no) !== json ? [no] : [])),
    ),
    ...(mode === base.mode ? [] : [`方式由${choiceWord('mode', base.mode)}改为${choiceWord('mode', String(mode))}`]),
  ];
}
