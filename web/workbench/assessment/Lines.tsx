import { ContestFoot } from '../objection/Contest.tsx';
import { AccountLine } from './AccountLine.tsx';
import { Facts } from './Facts.tsx';
import type { AccountNow, Line } from './monthNow.ts';
import { minus, nextWords, settledOf, signed, sumOf, waitingOf } from './places.ts';
import { Stairs } from './Stairs.tsx';

/** The total is what stands below it, added up; what is not due yet, what is pending and what corrects earlier months stand apart. */
export function Lines({ data }: { data: AccountNow }) {
  const { lines, waiting, row } = data;
  const own = lines.filter(({ corrects }) => corrects === null);
  const corrections = lines.filter(({ corrects }) => corrects !== null);
  const clauses = new Map(data.scheme?.clauses.map((clause) => [clause.no, clause]));
  const waitsFor = ({ clause, effect, corrects }: Line) =>
    corrects === null ? waiting.find((each) => each.clause === clause && each.effect === effect) : undefined;
  const list = (some: readonly Line[]) => (
    <ol className="lines">
      {some.map((line, place) => (
        <AccountLine
          key={`${line.clause}${line.effect}${line.corrects}`}
          no={place + 1}
          line={line}
          clause={clauses.get(line.clause)}
          facts={data.facts}
          waits={waitsFor(line)}
          month={data.month}
          unit={row.unit}
        />
      ))}
    </ol>
  );
  return (
    <>
      <Sum row={row} lines={own} running={data.running} />
      <Near data={data} />
      <Still
        items={waiting.filter((each) => !own.some((line) => waitsFor(line) === each))}
        titleOf={(no) => clauses.get(no)?.title ?? no}
      />
      <Stairs lines={own} waiting={waiting} titleOf={(no) => clauses.get(no)?.title ?? no} />
      {list(own)}
      <Pending data={data} />
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

/** Of a month that runs the figure is what stands whatever comes. */
function Sum({ row, lines, running }: { row: AccountNow['row']; lines: readonly Line[]; running: boolean }) {
  const sum = sumOf(lines.map(({ points }) => points));
  const waiting = waitingOf(row);
  const told = lines.length === 0 ? '本月没有一行得分或扣分' : `下面 ${lines.length} 行相加，每行都能打开看凭据`;
  return (
    <div className="sum">
      <strong>{minus(settledOf(row))}</strong>
      {waiting === '0.00' ? (
        <p>{`分${running ? '（已得）' : ''}${lines.length === 0 ? '：' : '＝'}${told}`}</p>
      ) : (
        <p>
          分（已得）；<span className="still">◔ 未到期 {minus(waiting)} 另计</span>，
          {waiting.startsWith('-') ? '补上就不扣' : '月底才定'}。{told}。
        </p>
      )}
      {sum !== row.total && <p className="said">! 各行相加是 {minus(sum)}，与总分不同，请报专班办公室。</p>}
    </div>
  );
}

/** What may still be earned and has no line yet. */
const Still = ({ items, titleOf }: { items: AccountNow['waiting']; titleOf: (clause: string) => string }) =>
  items.length > 0 && (
    <ul className="stills">
      {items.map(({ clause, effect, points, words }) => (
        <li key={`${clause} ${effect}`} className="still">
          ◔ {titleOf(clause)}：{words}
          {effect !== null && `（${signed(points)}）`}
        </li>
      ))}
    </ul>
  );

function Near({ data: { next, pending } }: { data: AccountNow }) {
  const [waits] = pending;
  if (!next && !waits) return null;
  return (
    <div className="near">
      {next && (
        <p>
          <b>{nextWords(next)}。</b>
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

function Pending({ data: { pending } }: { data: AccountNow }) {
  const [waits] = pending;
  if (!waits) return null;
  return (
    <section className="pend" aria-label="待核">
      <h3>◔ {waits.facts.length} 条待核，核实以前不计</h3>
      <Facts facts={waits.facts} />
    </section>
  );
}
