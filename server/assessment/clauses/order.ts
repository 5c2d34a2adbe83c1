import { byCodePoint } from '../../kernel/order.ts';
import type { Clause } from './clauses.ts';
import type { Of } from './rule.ts';

const afterAll = ['target', 'zero', 'percent', 'limit', 'highest', 'placement', 'average', 'rescale'] as const;
const pers = ['month', 'quarter', 'half', 'toDate', 'year'] as const;
type Total = Extract<Clause, { kind: (typeof afterAll)[number] }> & { of: Of };
const isTotal = (clause: Clause): clause is Total => 'of' in clause && clause.of !== undefined;
/** Far apart, so that a clause that names one about all still comes before the next. */
const placeOf = ({ kind, per }: Total) => (1 + afterAll.indexOf(kind) * pers.length + pers.indexOf(per)) * 1e8;

/**
 * In which order clauses are worked out, whatever their order on paper: those on facts first, one that names others after
 * them, and 'all' after whatever it is about, by kind, period and number. Null where clauses name each other in a circle.
 */
export function depthsOf(clauses: readonly Clause[]): Map<string, number> | null {
  const [byNo, depths, open] = [
    new Map(clauses.map((clause) => [clause.no, clause])),
    new Map<string, number>(),
    new Set<string>(),
  ];
  const everything = clauses.filter((clause) => isTotal(clause) && clause.of === 'all').map(({ no }) => no);
  everything.sort(byCodePoint);

  function depthOf(clause: Clause): number {
    if (!isTotal(clause)) return 0;
    if (clause.of === 'all') return placeOf(clause) + everything.indexOf(clause.no) * 1000;
    if (open.has(clause.no)) return Number.NaN;
    open.add(clause.no);
    const depth = depths.get(clause.no) ?? 1 + Math.max(...clause.of.map((no) => depthOfNo(no)));
    open.delete(clause.no);
    depths.set(clause.no, depth); // else clauses that each name the two before them would be gone through again and again
    return depth;
  }
  function depthOfNo(no: string): number {
    const clause = byNo.get(no);
    return clause === undefined ? 0 : depthOf(clause);
  }
  for (const clause of clauses) depths.set(clause.no, depthOf(clause));
  return [...depths.values()].some(Number.isNaN) ? null : depths;
}

const adjusting = ['limit', 'zero', 'percent', 'highest', 'average', 'rescale'] as const;
const adjusts = (clause: Clause): clause is Extract<Total, { kind: (typeof adjusting)[number] }> =>
  adjusting.some((kind) => kind === clause.kind);

/** Two clauses that adjust the same points without saying which of them comes first would each take off the whole. */
export function unorderedPair(clauses: readonly Clause[]): { first: string; second: string; both: string } | undefined {
  const lists = clauses.flatMap((clause) => (adjusts(clause) && clause.of !== 'all' ? [{ clause, of: clause.of }] : []));
  for (const [at, a] of lists.entries()) {
    for (const b of lists.slice(at + 1)) {
      const both = a.of.find((no) => b.of.includes(no));
      const ordered = a.of.includes(b.clause.no) || b.of.includes(a.clause.no);
      if (both !== undefined && !ordered && !apart(a.clause, b.clause)) return { first: a.clause.no, second: b.clause.no, both };
    }
  }
  return undefined;
}

function apart({ for: a }: Clause, { for: b }: Clause): boolean {
  if (a?.groups === undefined || b?.groups === undefined || a.units !== undefined || b.units !== undefined) return false;
  return !a.groups.some((group) => b.groups?.includes(group));
}
