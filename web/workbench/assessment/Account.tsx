import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { Said } from '../Said.tsx';
import { Counted } from './Counted.tsx';
import { Covers } from './Cover.tsx';
import { Lines } from './Lines.tsx';
import { accountNow, type MonthNow, measuresIn, type Row } from './monthNow.ts';
import { OneMore } from './OneMore.tsx';
import { minus, placeName } from './places.ts';
import { Rates } from './Rates.tsx';
import { TrendLine } from './TrendLine.tsx';

type Props = { data: MonthNow; row: Row; rows: readonly Row[] };

/** A unit's month; on a phone it lies below the table, so it is brought into sight. */
export function Account({ data, row, rows }: Props) {
  const aside = useRef<HTMLElement>(null);
  const { name = row.unit, exempt = null, partly = null } = data.units.find(({ id }) => id === row.unit) ?? {};
  const scored = data.scheme?.mode === 'score';
  useEffect(() => {
    if (row.unit && matchMedia('(max-width: 1180px)').matches) aside.current?.scrollIntoView({ block: 'start' });
  }, [row.unit]);
  return (
    <aside className="card account" aria-labelledby="account" ref={aside}>
      <header>
        <h2 id="account" aria-live="polite">
          {name}：{exempt !== null ? '豁免' : scored ? placeName(row, rows, data.running) : '只统计'}
        </h2>
        <span className="more ways">
          <Link to="/assessment/year" search={{ year: data.month.slice(0, 4), unit: row.unit }}>
            全年
          </Link>
          <Link from="/assessment" to="." search={(before) => ({ ...before, unit: '' })} resetScroll={false}>
            关闭
          </Link>
        </span>
      </header>
      {exempt !== null && (
        <p className="cap">
          这个月豁免：{exempt}。照样计分，不排名。<Link to="/exemptions">看依据</Link>
        </p>
      )}
      {partly !== null && <p className="cap">这个月中途{partly}：这个月的任务和事实都照算。</p>}
      {row.parts ? (
        <Opened month={data.month} unit={row.unit} scored={scored} />
      ) : (
        <p className="empty">得 {minus(row.total)} 分。得分单只给本单位和专班看，这里只列名次和得分。</p>
      )}
    </aside>
  );
}

/** What the row stands on; in its own request, since a county's rows together would be too much for a page. */
function Opened({ month, unit, scored }: { month: string; unit: string; scored: boolean }) {
  const { data, error } = useQuery(accountNow(month, unit));
  const measures = useQuery(measuresIn(month)).data;
  const { more } = useSearch({ from: '/shell/assessment' });
  if (!data) return error ? <Said error={error} /> : <p className="empty">正在读取得分单……</p>;
  const cells = measures?.units[unit];
  return (
    <>
      {scored ? <Lines data={data} /> : <Counted data={data} unit={unit} />}
      {data.state === 'open' && <OneMore month={month} unit={unit} chosen={more} />}
      {scored && <TrendLine month={month} unit={unit} />}
      <Rates rates={data.rates} />
      {measures && cells && <Covers cells={cells} of={measures} />}
    </>
  );
}
