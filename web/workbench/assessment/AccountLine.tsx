import { effects } from '../../../server/assessment/clauses/rule.ts';
import { Facts } from './Facts.tsx';
import type { Line, MonthNow } from './monthNow.ts';
import { minus } from './places.ts';

type Clause = MonthNow['scheme']['clauses'][number];
type Props = { no: number; line: Line; clause: Clause | undefined; facts: ReadonlyMap<string, MonthNow['facts'][number]> };

/** One line of the account: the clause as printed, the arithmetic, and the facts behind it. */
export function AccountLine({ no, line, clause, facts }: Props) {
  const found = line.facts.flatMap((id) => facts.get(id) ?? []);
  return (
    <li>
      <div className="l1">
        <b>{no}</b>
        <span>{clause?.title ?? line.clause}</span>
        <span className={`tag ${line.points.startsWith('-') ? 'bad' : ''}`}>{effects[line.effect]}</span>
        {line.corrects && <span className="tag info">更正 {line.corrects}</span>}
        <strong>{minus(line.points)}</strong>
      </div>
      <p className="cap">
        {line.clause}　{clause?.text}
      </p>
      <p>
        <code>{minus(line.arithmetic)}</code>
      </p>
      {found.length > 0 ? (
        <details>
          <summary>看这 {found.length} 条事实和佐证</summary>
          <Facts facts={found} />
        </details>
      ) : (
        <p className="cap">没有事实：这一行数到的是 0 条。</p>
      )}
    </li>
  );
}
