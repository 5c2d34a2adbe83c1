import { Scroll } from '../Scroll.tsx';
import type { Scale, Series } from './bars.ts';
import type { MonthNow, Row } from './monthNow.ts';
import { type Group, minus, sumOf } from './places.ts';
import { rate, UnitRow } from './UnitRow.tsx';

type Props = { data: MonthNow; group: Group; series: readonly Series[]; scale: Scale; chosen: string | undefined };

export function LeagueTable({ data, group, series, scale, chosen }: Props) {
  const { ranked, rows } = group;
  const scored = data.scheme?.mode === 'score';
  return (
    <Scroll label={`${group.name}：${ranked ? '名次' : '不排名，按名称'}`}>
      <table className="lt">
        <thead>
          <tr>
            {ranked && <Head label="名次" />}
            <th scope="col">责任单位</th>
            <Head label="报送" small="篇" />
            <Head label="采用" small="条次" />
            <Head label="采用率" small="稿件" kind="rate" />
            {scored && (
              <th scope="col" className="bc">
                得分构成
              </th>
            )}
            {scored && <Head label="得分" down={ranked} />}
          </tr>
        </thead>
        <tbody data-queue>
          {rows.map((row) => (
            <UnitRow key={row.unit} row={row} on={row.unit === chosen} {...{ data, group, series, scale }} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            {ranked && <td />}
            <td>{rows.length} 个单位合计</td>
            <td className="n">{total(rows, ({ submitted }) => submitted)}</td>
            <td className="n">{total(rows, ({ adoptions }) => adoptions)}</td>
            <td className="n rate">
              {rate({
                adopted: total(rows, ({ adopted }) => adopted),
                submitted: total(rows, ({ submitted }) => submitted),
              })}
            </td>
            {scored && <td className="bc" />}
            {scored && <td className="n">{minus(sumOf(rows.map((row) => row.total)))}</td>}
          </tr>
        </tfoot>
      </table>
    </Scroll>
  );
}

type HeadProps = { label: string; small?: string; down?: boolean; kind?: string };
const Head = ({ label, small, down = false, kind = '' }: HeadProps) => (
  <th className={`n ${kind}`} scope="col" aria-sort={down ? 'descending' : undefined}>
    {label}
    {down && <span aria-hidden="true"> ▾</span>}
    {small && <small>{small}</small>}
  </th>
);

const total = (rows: readonly Row[], of: (row: Row) => number) => rows.reduce((sum, row) => sum + of(row), 0);
