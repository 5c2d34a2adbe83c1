import { effects } from '../../../server/assessment/clauses/rule.ts';
import { ContestLine } from '../objection/Contest.tsx';
import { Facts, shownOf } from './Facts.tsx';
import type { Line, MonthNow, Scheme } from './monthNow.ts';
import { minus } from './places.ts';

type Props = {
  no: number;
  line: Line;
  clause: Scheme['clauses'][number] | undefined;
  facts: MonthNow['facts'];
  month: string;
  unit: string;
};

/** One line of the account: the clause as printed, the arithmetic, and the facts behind it. */
export function AccountLine({ no, line, clause, facts, month, unit }: Props) {
  const found = shownOf(facts, line.facts);
  return (
    <li>
      <div className="l1">
        <b>{no}</b>
        <span>{clause?.title ?? line.clause}</span>
        <span className={`tag ${line.points.startsWith('-') ? 'bad' : ''}`}>{effectOf(line)}</span>
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
        <p className="cap">这一行数到的是 0 条，没有事实可看。</p>
      )}
      <ContestLine month={month} unit={unit} line={line} />
    </li>
  );
}

const effectOf = ({ effect, points }: Line) => (effect === 'points' && points.startsWith('-') ? '扣分' : effects[effect]);
