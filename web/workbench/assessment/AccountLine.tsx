import { effects } from '../../../server/assessment/clauses/rule.ts';
import { ContestLine } from '../objection/Contest.tsx';
import { Facts, shownOf } from './Facts.tsx';
import type { AccountNow, Line, Scheme } from './monthNow.ts';
import { minus } from './places.ts';

type Props = {
  no: number;
  line: Line;
  clause: Scheme['clauses'][number] | undefined;
  facts: AccountNow['facts'];
  waits: AccountNow['waiting'][number] | undefined;
  month: string;
  unit: string;
};

/** One line of the account: the clause as printed, the arithmetic, and the facts behind it. */
export function AccountLine({ no, line, clause, facts, waits, month, unit }: Props) {
  const found = shownOf(facts, line.facts);
  return (
    <li className={waits && 'later'}>
      <div className="l1">
        <b>{no}</b>
        <span>{clause?.title ?? line.clause}</span>
        {waits ? (
          <span className="tag wait">◔ 未到期</span>
        ) : (
          <span className={`tag ${line.points.startsWith('-') ? 'bad' : ''}`}>{effectOf(line)}</span>
        )}
        {line.corrects && <span className="tag info">更正 {line.corrects}</span>}
        <strong>{waits ? `（${minus(line.points)}）` : minus(line.points)}</strong>
      </div>
      {waits && (
        <p className="still">
          ◔ {waits.words}
          {waits.points !== line.points && `；其中 ${minus(waits.points)} 未到期`}
        </p>
      )}
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
