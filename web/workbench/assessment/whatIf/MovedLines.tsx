import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { effects } from '../../../../server/assessment/clauses/rule.ts';
import { Said } from '../../Said.tsx';
import { minus, monthName, signed } from '../places.ts';
import { linesNow, type Trial } from './trial.ts';

/** One unit: month by month the lines that differ, as they are and as they would be. */
export function MovedLines({ trial, unit, name }: { trial: Trial; unit: string; name: string }) {
  const { data, error } = useQuery(linesNow(trial, unit));
  return (
    <aside className="card account" aria-labelledby="moved">
      <header>
        <h2 id="moved" aria-live="polite">
          {name}：哪几行不同
        </h2>
        <Link
          className="more"
          from="/assessment/what-if"
          to="."
          search={(before) => ({ ...before, unit: undefined })}
          resetScroll={false}
        >
          关闭
        </Link>
      </header>
      {!data && (error ? <Said error={error} /> : <p className="empty">正在读取……</p>)}
      {data?.months.map(({ month, difference, lines }) => (
        <section key={month} className="part" aria-label={monthName(month)}>
          <h3>
            {monthName(month)}：{difference === '0.00' ? '得分不变' : `${signed(difference)} 分`}　
            <Link to="/assessment" search={{ month, unit }}>
              看现在的得分单
            </Link>
          </h3>
          {lines.length === 0 && <p className="cap">每一行都和现在一样。</p>}
          {lines.map(({ clause, effect, was, now }) => (
            <dl key={`${clause} ${effect}`} className="versus">
              <dt>
                {clause} {data.clauses[clause]}（{effects[effect]}）
              </dt>
              <dd>原：{was ? minus(was.arithmetic) : '没有这一行'}</dd>
              <dd>新：{now ? minus(now.arithmetic) : '没有这一行'}</dd>
            </dl>
          ))}
        </section>
      ))}
    </aside>
  );
}
