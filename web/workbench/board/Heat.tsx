import {
  type Axis,
  type Count,
  counts,
  type Family,
  families,
  familyWords,
  publicFamilies,
} from '../../../server/board/board.ts';
import type { Column, Grid, GridCell, GridRow, Lane } from '../../../server/board/grid.ts';
import { projectRanks } from '../../../server/plan/plan.ts';
import { Scroll } from '../Scroll.tsx';
import { Figure } from './Figure.tsx';
import { Lanes } from './Lanes.tsx';
import type { RowsAsked } from './rowsAsked.ts';

type Range = { from: string; to: string };
type Props = { grid: Grid; lanes: readonly Lane[]; today: string; whole: Range; axis: Axis; count: Count };

/** What was told, row by row: the darker the more; 0 is hatched and says 缺. */
export function Heat({ grid, lanes, today, whole, axis, count }: Props) {
  const { columns, rows } = grid;
  return (
    <>
      <Scroll label="覆盖表">
        <table className={axis === 'unit' ? 'board' : 'board grouped'}>
          <caption className="sr">{axis === 'family' ? '每个项目在每类渠道刊播的条数' : `每周${counts[count]}的条数`}</caption>
          <thead>
            <tr>
              <th scope="col">{axis === 'unit' ? '单位' : '实事项目'}</th>
              {columns.map((column) => (
                <Head key={column.key} column={column} />
              ))}
              <th scope="col" className="n">
                全年
              </th>
            </tr>
          </thead>
          {lanes.length > 0 && <Lanes {...{ lanes, columns, today, whole }} />}
          <tbody>
            {rows.map((row, at) => (
              <Row
                key={row.id ?? 'none'}
                row={row}
                first={row.group !== rows[at - 1]?.group}
                {...{ columns, whole, axis, count }}
              />
            ))}
          </tbody>
          <Totals {...{ grid, whole, axis, count }} />
        </table>
      </Scroll>
      <Legend axis={axis} count={count} />
    </>
  );
}

const Head = ({ column: { head, below, state } }: { column: Column }) => (
  <th scope="col" className={state === 'now' ? 'nowk' : undefined}>
    {head}
    {below && <small>{below}</small>}
  </th>
);

type RowProps = { row: GridRow; first: boolean; columns: readonly Column[]; whole: Range; axis: Axis; count: Count };
function Row({ row, first, columns, whole, axis, count }: RowProps) {
  const { id, name, group, rank, asked: bound, cells, total } = row;
  const whose = axis === 'unit' ? (id === null ? {} : { unit: id }) : { project: id ?? ('none' as const) };
  return (
    <tr className={first ? 'f' : undefined}>
      <th scope="row">
        {first && group && <small>{group}</small>}
        {name}
        {rank && <span className="tag">{projectRanks[rank]}</span>}
      </th>
      {columns.map((column, at) => {
        const asked = { ...whose, count, from: column.from, to: column.to, ...familyIn(axis, column) };
        return <CellShown key={column.key} {...{ column, asked, name, bound }} cell={cells[at]} />;
      })}
      <td className="n">
        <Total asked={{ ...whose, what: `${name}，全年`, ...whole, count }} total={total} />
      </td>
    </tr>
  );
}

/** What stands in a total, too, can be opened. */
const Total = ({ asked, total }: { asked: RowsAsked; total: number }) =>
  total === 0 ? (
    0
  ) : (
    <Figure asked={asked} label={`${asked.what} ${total} 条`}>
      {total}
    </Figure>
  );

const Totals = ({ grid: { columns, totals, total }, whole, axis, count }: Omit<Props, 'lanes' | 'today'>) => (
  <tfoot>
    <tr>
      <th scope="row">合计</th>
      {columns.map((column, at) => {
        const { key, from, to, state, head } = column;
        const what = `合计，${state === 'always' ? head : `${from.slice(5)}这一周`}`;
        return (
          <td key={key} className="c">
            <Total asked={{ what, from, to, count, ...familyIn(axis, column) }} total={totals[at] ?? 0} />
          </td>
        );
      })}
      <td className="n">
        <Total asked={{ what: '合计，全年', ...whole, count }} total={total} />
      </td>
    </tr>
  </tfoot>
);

const familyIn = (axis: Axis, { key }: Column) => (axis === 'family' ? { family: key as Family } : {});

type CellProps = { cell: GridCell | undefined; column: Column; asked: Omit<RowsAsked, 'what'>; name: string; bound: boolean };
function CellShown({ cell, column: { key, head, state, from }, asked, name, bound }: CellProps) {
  const { count = 0, campaign = false, ordered = 0 } = cell ?? {};
  const when = state === 'always' ? head : `${from.slice(5)}这一周`;
  const window = campaign ? ' win' : '';
  if (count > 0) {
    return (
      <td className={`c ${heat(count)}${window}`}>
        <Figure asked={{ ...asked, what: `${name}，${when}` }} label={`${name}，${when} ${count} 条`}>
          {count}
        </Figure>
      </td>
    );
  }
  if (ordered > 0) return <td className={`c fu${window}`}>约 {ordered}</td>;
  if (state === 'before') return <td className={`c na${window}`}>—</td>;
  if (state === 'ahead') return <td className={`c fu${window}`} />;
  const open: readonly string[] = publicFamilies;
  if (!bound || (state === 'always' && !open.includes(key))) return <td className={`c${window}`}>0</td>;
  return <td className={`c h0${window}`}>{state === 'now' ? '还没' : '缺'}</td>;
}

const heat = (count: number) => (count >= 5 ? 'h4' : count >= 3 ? 'h3' : count === 2 ? 'h2' : 'h1');

const Legend = ({ axis, count }: { axis: Axis; count: Count }) => (
  <footer className="legend">
    <span>
      <i className="sw h0" />
      缺（提示，不算差错）
    </span>
    {[
      ['h1', '1'],
      ['h2', '2'],
      ['h3', '3—4'],
      ['h4', '5 以上'],
    ].map(([look, words]) => (
      <span key={look}>
        <i className={`sw ${look}`} />
        {words}
      </span>
    ))}
    {axis === 'family' ? (
      <>
        {(Object.keys(families) as Family[]).map((each) => (
          <span key={each}>
            {families[each]}：{familyWords[each]}
          </span>
        ))}
        <span>场所（阵地、户外）还没有采集，不在表里</span>
      </>
    ) : (
      <>
        <span>
          <i className="sw win" />
          集中宣传周
        </span>
        <span>约 2：有 2 份约稿在这周到期</span>
        <span>—：方案印发前</span>
      </>
    )}
    <span>
      {count === 'published' ? '刊播：核验过的采用，按刊播的那天' : '报送：没有撤回、退回的，按报送的那天'}；点数字看是哪些
    </span>
  </footer>
);
