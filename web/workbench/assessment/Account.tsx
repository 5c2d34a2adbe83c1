import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { inReadingOrder } from '../../../server/assessment/account.ts';
import { AccountLine } from './AccountLine.tsx';
import { Facts } from './Facts.tsx';
import type { MonthNow, Row } from './monthNow.ts';
import { minus, placeName, sumOf, toNext } from './places.ts';
import { Stairs } from './Stairs.tsx';

type Props = { data: MonthNow; row: Row; rows: readonly Row[] };

/** A unit's month, line by line: the total is what stands below it, added up. */
export function Account({ data, row, rows }: Props) {
  const aside = useRef<HTMLElement>(null);
  const name = data.units.find(({ id }) => id === row.unit)?.name ?? row.unit;
  const counts = data.scheme.mode === 'countOnly';
  useEffect(() => {
    if (row.unit && matchMedia('(max-width: 1180px)').matches) aside.current?.scrollIntoView({ block: 'start' });
  }, [row.unit]);
  return (
    <aside className="card account" aria-labelledby="account" ref={aside}>
      <header>
        <h2 id="account">
          {name}：{counts ? '只统计' : placeName(row, rows)}
        </h2>
        <Link className="more" from="/assessment" to="." search={(before) => ({ ...before, unit: '' })} resetScroll={false}>
          关闭
        </Link>
      </header>
      {row.lines.length > 0 || row.total === '0.00' ? (
        <Lines data={data} row={row} rows={rows} />
      ) : (
        <p className="empty">得 {minus(row.total)} 分。别的单位的得分单不展示，只列名次和得分。</p>
      )}
    </aside>
  );
}

function Lines({ data, row, rows }: Props) {
  const lines = inReadingOrder(row.lines);
  const [own, corrections] = [lines.filter(({ corrects }) => corrects === null), lines.filter(({ corrects }) => corrects !== null)];
  const clauses = new Map(data.scheme.clauses.map((clause) => [clause.no, clause]));
  const facts = new Map(data.facts.map((fact) => [fact.id, fact]));
  const list = (some: typeof lines) =>
    some.map((line, place) => (
      <AccountLine key={`${line.clause}${line.effect}${line.corrects}`} no={place + 1} line={line} clause={clauses.get(line.clause)} facts={facts} />
    ));
  const sum = sumOf(own.map(({ points }) => points));
  return (
    <>
      <div className="sum">
        <strong>{minus(row.total)}</strong>
        <p>
          {own.length === 0 ? '分：本月没有一行得分或扣分。' : `分＝下面 ${own.length} 行相加，每行都能打开看凭据`}
          {sum !== row.total && <b className="said">! 各行相加是 {minus(sum)}，请报专班办公室</b>}
        </p>
      </div>
      <Near data={data} row={row} rows={rows} />
      {own.length > 0 && <Stairs lines={own} titles={new Map(data.scheme.clauses.map(({ no, title }) => [no, title]))} />}
      <ol className="lines">{list(own)}</ol>
      <Waiting data={data} unit={row.unit} />
      {corrections.length > 0 && (
        <section aria-label="更正以前的月份">
          <h3 className="apart">更正以前的月份，另行列出，不计入本月总分和名次</h3>
          <ol className="lines">{list(corrections)}</ol>
        </section>
      )}
    </>
  );
}

function Near({ data, row, rows }: Props) {
  const next = toNext(row, rows);
  const waits = data.pending.find(({ unit }) => unit === row.unit);
  if (!next && !waits) return null;
  return (
    <p className="near">
      {next && <b>{next.points === '0.00' ? `与第 ${next.rank} 名同分，按细则排在后。` : `离第 ${next.rank} 名差 ${next.points} 分。`}</b>}
      {waits && (
        <>
          {next && <br />}◔ 如果待核的 {waits.count} 条都认定：总分 {minus(waits.row.total)}
          {waits.row.rank !== null && `，第 ${waits.row.rank} 名`}（其他单位的待核未计）。
        </>
      )}
    </p>
  );
}

function Waiting({ data, unit }: { data: MonthNow; unit: string }) {
  const waiting = data.facts.filter((fact) => fact.unit === unit && !fact.verified && fact.period === data.month);
  if (waiting.length === 0) return null;
  return (
    <section className="pend" aria-label="待核">
      <h3>◔ {waiting.length} 条待核，核实以前不计</h3>
      <Facts facts={waiting} />
    </section>
  );
}
