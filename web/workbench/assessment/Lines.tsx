import { ContestFoot } from '../objection/Contest.tsx';
import { AccountLine } from './AccountLine.tsx';
import { Facts } from './Facts.tsx';
import type { Line, MonthNow, Row } from './monthNow.ts';
import { minus, sumOf, toNext } from './places.ts';
import { Stairs } from './Stairs.tsx';

type Props = { data: MonthNow; row: Row; rows: readonly Row[]; lines: readonly Line[] };

/** The total is what stands below it, added up; what corrects earlier months stands apart. */
export function Lines({ data, row, rows, lines }: Props) {
  const own = lines.filter(({ corrects }) => corrects === null);
  const corrections = lines.filter(({ corrects }) => corrects !== null);
  const clauses = new Map(data.scheme?.clauses.map((clause) => [clause.no, clause]));
  const list = (some: readonly Line[]) => (
    <ol className="lines">
      {some.map((line, place) => (
        <AccountLine
          key={`${line.clause}${line.effect}${line.corrects}`}
          no={place + 1}
          line={line}
          clause={clauses.get(line.clause)}
          facts={data.facts}
          month={data.month}
          unit={row.unit}
        />
      ))}
    </ol>
  );
  return (
    <>
      <Sum total={row.total} lines={own} />
      <Near data={data} row={row} rows={rows} />
      {own.length > 0 && <Stairs lines={own} titleOf={(no) => clauses.get(no)?.title ?? no} />}
      {list(own)}
      <Pending data={data} unit={row.unit} />
      {corrections.length > 0 && (
        <section aria-label="更正以前的月份">
          <h3 className="apart">更正以前的月份：另行列出，不计入本月总分和名次</h3>
          {list(corrections)}
        </section>
      )}
      <ContestFoot month={data.month} unit={row.unit} />
    </>
  );
}

function Sum({ total, lines }: { total: string; lines: readonly Line[] }) {
  const sum = sumOf(lines.map(({ points }) => points));
  return (
    <div className="sum">
      <strong>{minus(total)}</strong>
      <p>{lines.length === 0 ? '分：本月没有一行得分或扣分' : `分＝下面 ${lines.length} 行相加，每行都能打开看凭据`}</p>
      {sum !== total && <p className="said">! 各行相加是 {minus(sum)}，与总分不同，请报专班办公室。</p>}
    </div>
  );
}

function Near({ data, row, rows }: Omit<Props, 'lines'>) {
  const next = toNext(row, rows);
  const waits = data.pending.find(({ unit }) => unit === row.unit);
  if (!next && !waits) return null;
  const apart =
    next?.points === '0.00' ? `与第 ${next.rank} 名同分，按细则的先后排在后。` : `离第 ${next?.rank} 名差 ${next?.points} 分。`;
  return (
    <div className="near">
      {next && (
        <p>
          <b>{apart}</b>
        </p>
      )}
      {waits && (
        <p>
          ◔ 如果待核的 {waits.facts.length} 条都认定：总分 {minus(waits.total)}
          {waits.rank !== null && `，名次第 ${waits.rank}`}（其他单位的待核未计）。
        </p>
      )}
    </div>
  );
}

function Pending({ data, unit }: { data: MonthNow; unit: string }) {
  const waits = data.pending.find((each) => each.unit === unit);
  if (!waits) return null;
  return (
    <section className="pend" aria-label="待核">
      <h3>◔ {waits.facts.length} 条待核，核实以前不计</h3>
      <Facts facts={waits.facts} />
    </section>
  );
}
