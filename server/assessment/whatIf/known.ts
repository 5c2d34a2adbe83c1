import { canonicalJson } from '../../kernel/canonical.ts';
import { points } from '../../kernel/quantity.ts';
import type { Ready } from '../book.ts';
import type { Clause } from '../clauses/clauses.ts';
import type { Effect, Yield } from '../clauses/rule.ts';
import type { MonthExport } from '../export.ts';
import type { Standing } from '../ledger.ts';
import { addDays, firstDay, type Month } from '../months.ts';
import type { RosterUnit } from '../roster.ts';
import type { Scheme } from '../scheme.ts';

type Given = Pick<MonthExport, 'lines' | 'month'>;

/** These look at other lines, so that a change elsewhere can move them. */
const looksAtLines = (clause: Clause) => ('of' in clause && clause.of !== undefined) || clause.kind === 'streak';

const head = ({ deadlines, listedOnly, groups }: Scheme) => canonicalJson({ deadlines, listedOnly, groups });

/**
 * The changed version made ready so that a clause that is as it was, and rests on facts alone, gives the lines that the month
 * already has: they are not worked out in vain. Of other months, and where the head differs, everything is worked out.
 */
export function knownLines(
  made: Ready,
  version: Scheme,
  { lines, month }: Given,
  factAt: (id: string) => Standing | undefined,
  regrouping: boolean,
): Ready {
  if (regrouping || head(made.scheme) !== head(version)) return made;
  const same = new Set(version.clauses.filter((clause) => !looksAtLines(clause)).map((clause) => canonicalJson(clause)));
  const own = Map.groupBy(
    lines.filter(({ corrects }) => corrects === null),
    ({ clause, unit }) => `${clause} ${unit}`,
  );
  const yieldOf = ({ effect, points: text, arithmetic, facts }: Given['lines'][number]): Yield => ({
    effect: effect as Effect,
    value: points(text),
    words: arithmetic.slice(0, -` = ${text}`.length),
    facts: facts.flatMap((id) => factAt(id) ?? []),
  });
  const rules = made.rules.map((rule) => {
    if (!same.has(canonicalJson(rule.clause))) return rule;
    const run: typeof rule.run = (view) =>
      view.month === month ? (own.get(`${rule.clause.no} ${view.unit}`) ?? []).map(yieldOf) : rule.run(view);
    return { ...rule, run };
  });
  return { ...made, rules };
}

/** The roster as it would be: from that month on each unit in the group that the changed scheme gives it. */
export function regrouped(roster: readonly RosterUnit[], from: Month, groupOf: (row: RosterUnit) => string): RosterUnit[] {
  const first = firstDay(from);
  return roster.flatMap((row) => {
    const group = groupOf(row);
    if (group === row.group || (row.to !== null && row.to < first)) return [row];
    if (row.from >= first) return [{ ...row, group }];
    return [
      { ...row, to: addDays(first, -1) },
      { ...row, group, from: first },
    ];
  });
}
