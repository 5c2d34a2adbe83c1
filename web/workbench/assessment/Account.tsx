import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { Counted } from './Counted.tsx';
import { Lines } from './Lines.tsx';
import type { MonthNow, Row } from './monthNow.ts';
import { minus, placeName } from './places.ts';

type Props = { data: MonthNow; row: Row; rows: readonly Row[] };

/** A unit's month; on a phone it lies below the table, so it is brought into sight. */
export function Account({ data, row, rows }: Props) {
  const aside = useRef<HTMLElement>(null);
  const { name = row.unit, exempt = null } = data.units.find(({ id }) => id === row.unit) ?? {};
  const scored = data.scheme?.mode === 'score';
  useEffect(() => {
    if (row.unit && matchMedia('(max-width: 1180px)').matches) aside.current?.scrollIntoView({ block: 'start' });
  }, [row.unit]);
  return (
    <aside className="card account" aria-labelledby="account" ref={aside}>
      <header>
        <h2 id="account" aria-live="polite">
          {name}：{exempt !== null ? '豁免' : scored ? placeName(row, rows) : '只统计'}
        </h2>
        <Link className="more" from="/assessment" to="." search={(before) => ({ ...before, unit: '' })} resetScroll={false}>
          关闭
        </Link>
      </header>
      {exempt !== null && (
        <p className="cap">
          这个月豁免：{exempt}。照样计分，不排名。<Link to="/exemptions">看依据</Link>
        </p>
      )}
      {scored && row.lines && <Lines {...{ data, row, rows }} lines={row.lines} />}
      {scored && !row.lines && <p className="empty">得 {minus(row.total)} 分。得分单只给本单位和专班看，这里只列名次和得分。</p>}
      {!scored && <Counted data={data} unit={row.unit} />}
    </aside>
  );
}
