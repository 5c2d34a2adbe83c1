import { Link } from '@tanstack/react-router';
import { monthDay } from '../../../server/objection/terms.ts';
import { basisWords, colours } from '../../../server/supervision/supervision.ts';
import { monthWords } from '../adoption/claims.ts';
import { ColourTag } from './OrderTag.tsx';
import type { Suggested, Suggestion } from './orders.ts';

/** What the rules would have the office consider, with the months and figures; nothing comes of it by itself. */
export function Suggestions({ found, whyNot, today }: { found: Suggested; whyNot: string | null; today: string }) {
  const { month, suggestions, ahead, policies } = found;
  return (
    <section className="card" aria-label="规则的建议">
      <header>
        <h2>{headOf(found)}</h2>
        <span className="more cap">只是建议，发不发由人定</span>
      </header>
      {suggestions.length > 0 && (
        <ul className="suggestions">
          {suggestions.map((each) => (
            <li key={each.unit}>
              <p>
                <b>{each.name}</b>　<ColourTag colour={each.colour} />
                {each.orderId && '（在办的那张升级）'}
                {each.calm && <span className="cap">　有只统计的月份，只作提醒</span>}
              </p>
              <Figures suggestion={each} />
              <p className="cap">{besides(each, today)}</p>
              <Act suggestion={each} whyNot={whyNot} />
            </li>
          ))}
        </ul>
      )}
      {suggestions.length === 0 && <p className="empty">{emptyWords(month)}</p>}
      {ahead && ahead.suggestions.length > 0 && (
        <details className="ahead" open={suggestions.length === 0}>
          <summary>
            {monthWords(ahead.month)}还没有锁定；照现在的数，锁定以后会建议 {ahead.suggestions.length} 条
          </summary>
          <ul>
            {ahead.suggestions.map((each) => (
              <li key={each.unit}>
                {each.name}：{colours[each.colour]}
                <Figures suggestion={each} />
                {each.also.length > 0 && <p className="cap">另有没办结的：{each.also.join('、')}</p>}
              </li>
            ))}
          </ul>
        </details>
      )}
      <Met policies={suggestions.length > 0 ? policies : (ahead?.policies ?? [])} />
    </section>
  );
}

function headOf({ month, suggestions }: Suggested): string {
  if (month === null) return '建议：还没有锁定的月份';
  return suggestions.length > 0 ? `建议：${suggestions.length} 个单位，按锁定到${monthWords(month)}的数` : '建议：没有';
}
const emptyWords = (month: string | null) =>
  month === null
    ? '月度锁定以后，哪个单位连续几个月报送没有达到任务数，这里列出建议发什么单、依据哪几个月。'
    : '✓ 锁定的月份里，没有还没督办的欠任务单位。';

/** Each month with its figures, down to the unit's account of it. */
const Figures = ({ suggestion: { months, unit } }: { suggestion: Suggestion }) => (
  <p className="cap">
    {months.map((each, at) => (
      <span key={each.month}>
        {at > 0 && '；'}
        <Link to="/assessment" search={{ month: each.month, unit }}>
          {basisWords(each)}
        </Link>
      </span>
    ))}
  </p>
);

function besides({ zero, also, orderId, dueOn, objected }: Suggestion, today: string): string {
  return [
    zero > 0 ? `连续 ${zero} 个月零报送，按规则可建议取消评优` : '',
    orderId && dueOn && dueOn >= today ? `那一张 ${monthDay(dueOn)}到期，到期没有办结才能升` : '',
    objected.length > 0 ? `! ${objected.map(monthWords).join('、')}有异议还在复核，复核完再发更稳当` : '',
    also.length > 0 ? `另有没办结的：${also.join('、')}` : '',
  ]
    .filter(Boolean)
    .join('。');
}

function Act({ suggestion: { unit, orderId, name }, whyNot }: { suggestion: Suggestion; whyNot: string | null }) {
  if (whyNot !== null) return null;
  return orderId ? (
    <Link className="btn" to="/supervision/$orderId" params={{ orderId }} search={{ raise: true }} aria-label={`${name}，升级`}>
      去升级
    </Link>
  ) : (
    <Link
      className="btn"
      from="/supervision"
      to="."
      search={(before) => ({ ...before, issue: unit })}
      resetScroll={false}
      aria-label={`${name}，照建议发单`}
    >
      照建议发单
    </Link>
  );
}

/** The rows of burden relief that the month's rules meet. */
export const Met = ({ policies }: { policies: Suggested['policies'] }) =>
  policies.length > 0 && (
    <div className="met" role="note">
      {policies.map(({ code, source, fromOn, words }) => (
        <p key={code}>
          ! 碰到减负规定（{fromOn} 起，{source}）：{words}
        </p>
      ))}
    </div>
  );
