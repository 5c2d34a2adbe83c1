import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { effects } from '../../../server/assessment/clauses/rule.ts';
import { Export } from '../Export.tsx';
import { Said } from '../Said.tsx';
import { Scroll } from '../Scroll.tsx';
import { type OneMoreNow, oneMoreNow } from './monthNow.ts';
import { minus, signed } from './places.ts';

type Props = { month: string; unit: string; chosen: string | undefined };

/** 再来一篇会怎样: closed until somebody asks; what is open stands in the address. */
export function OneMore({ month, unit, chosen }: Props) {
  const open = chosen !== undefined;
  return (
    <section className="part more-one" aria-label="再来一篇会怎样">
      <h3>
        <Link
          from="/assessment"
          to="."
          search={(before) => ({ ...before, more: open ? undefined : '' })}
          resetScroll={false}
          aria-expanded={open}
        >
          再来一篇会怎样 {open ? '▾' : '▸'}
        </Link>
      </h3>
      {open && <Opened month={month} unit={unit} chosen={chosen} />}
    </section>
  );
}

function Opened({ month, unit, chosen }: Props) {
  const { data, error } = useQuery(oneMoreNow(month, unit));
  if (!data) return error ? <Said error={error} /> : <p className="empty">正在逐样试算……</p>;
  if (data.late !== null) return <p className="cap">{data.late}</p>;
  const scored = data.mode === 'score';
  return (
    <>
      <p className="cap">
        按现在的细则和已核验的事实测算，不是承诺：每样只加这一条，别的单位也在报送，待核的没有算在内。
        {!scored && '只统计不排名，所以只说会数到哪里，没有分数和名次。'}
      </p>
      <Scroll label="再来一条的各种情形">
        <table>
          <thead>
            <tr>
              <th scope="col">再来一条</th>
              {scored && <Heads />}
            </tr>
          </thead>
          <tbody>
            {data.choices.map((choice) => (
              <Choice key={choice.label} choice={choice} data={data} open={choice.label === chosen} />
            ))}
          </tbody>
        </table>
      </Scroll>
      {data.full && <p className="cap">细则分得很细，这里只列前 {data.choices.length} 样。</p>}
      <Export to={`/api/months/${month}/one-more/${unit}/table.xlsx`} />
    </>
  );
}

const Heads = () => (
  <>
    <th scope="col" className="n">
      加减，分
    </th>
    <th scope="col" className="n">
      名次
    </th>
  </>
);

type Outcome = OneMoreNow['choices'][number];
const marks: Record<Outcome['verdict'], string> = {
  ...{ gains: '✓', quota: '✓', capped: '!', loses: '!' },
  ...{ counted: '—', later: '◔', nothing: '—' },
};

function Choice({ choice, data, open }: { choice: Outcome; data: OneMoreNow; open: boolean }) {
  const { label, difference, now, lines, verdict, words } = choice;
  return (
    <>
      <tr>
        <th scope="row">
          {lines.length === 0 ? (
            label
          ) : (
            <Link
              from="/assessment"
              to="."
              search={(before) => ({ ...before, more: open ? '' : label })}
              resetScroll={false}
              aria-expanded={open}
            >
              {label}
            </Link>
          )}
          <small className="cap">
            {marks[verdict]} {words}
          </small>
        </th>
        {difference !== null && (
          <>
            <td className="n">{difference === '0.00' ? '不变' : signed(difference)}</td>
            <td className="n">{placeWords(data.was?.rank ?? null, now?.rank ?? null)}</td>
          </>
        )}
      </tr>
      {open && (
        <tr>
          <td colSpan={3}>
            <Moved lines={lines} clauses={data.clauses} />
          </td>
        </tr>
      )}
    </>
  );
}

const placeWords = (was: number | null, now: number | null) =>
  was === now ? (was === null ? '不排名' : `第 ${was}`) : `${was ?? '不排'} → ${now ?? '不排'}`;

/** The lines that would differ, each under its clause in words. */
const Moved = ({ lines, clauses }: Pick<Outcome, 'lines'> & Pick<OneMoreNow, 'clauses'>) => (
  <dl className="versus">
    {lines.map(({ clause, effect, was, now }) => (
      <div key={`${clause} ${effect}`}>
        <dt>
          {clause} {clauses[clause]?.title}（{effects[effect]}）
        </dt>
        <dd className="cap">{clauses[clause]?.sentence}</dd>
        <dd>原：{was ? minus(was.arithmetic) : '没有这一行'}</dd>
        <dd>新：{now ? minus(now.arithmetic) : '没有这一行'}</dd>
      </div>
    ))}
  </dl>
);
