import { factKinds } from '../../../server/fact/fact.ts';
import { Facts } from './Facts.tsx';
import type { AccountNow } from './monthNow.ts';

/** Where a scheme only counts, a unit's month is what it did: no points, no place. */
export function Counted({ data: { facts, month }, unit }: { data: AccountNow; unit: string }) {
  const undone = new Set(Object.values(facts).map(({ cancels, replaces }) => cancels ?? replaces));
  const own = Object.entries(facts).flatMap(([id, fact]) =>
    fact.unit === unit && fact.period === month && fact.cancels === null && fact.corrects === undefined && !undone.has(id)
      ? [{ ...fact, id }]
      : [],
  );
  if (own.length === 0) return <p className="empty">这个月没有可以给您看的记录。</p>;
  return (
    <ol className="lines">
      {[...Map.groupBy(own, ({ kind }) => kind)].map(([kind, found]) => (
        <li key={kind}>
          <div className="l1">
            <b>·</b>
            <span>{factKinds[kind]}</span>
            <strong>{found.length} 条</strong>
          </div>
          <details>
            <summary>看这 {found.length} 条事实和佐证</summary>
            <Facts facts={found} />
          </details>
        </li>
      ))}
    </ol>
  );
}
