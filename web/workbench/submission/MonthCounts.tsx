import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useRunning } from '../assessment/monthNow.ts';
import { Scroll } from '../Scroll.tsx';
import { articleCounts } from './articles.ts';

/** 本月报送 of those whom the plan binds, who handed in nothing named too, and of whoever else handed in something. */
export function MonthCounts({ month }: { month: string | undefined }) {
  const { data } = useQuery(articleCounts(month));
  const silent = useRunning(data?.month ?? '') ? '还没有报' : '零报送';
  if (!data) return null;
  const { quota } = data;
  const units = data.units.filter(({ bound, submitted }) => bound || submitted > 0);
  const none = units.filter(({ submitted }) => submitted === 0).length;
  return (
    <section className="card">
      <header>
        <h2>
          {Number(data.month.slice(5))}月报送：{units.length - none} 个单位报了，{none} 个{silent}
        </h2>
        {quota !== null && <span className="cap">方案要求各责任单位每月不少于 {quota} 篇</span>}
      </header>
      <Scroll label="各单位本月报送">
        <table>
          <thead>
            <tr>
              <th scope="col">单位</th>
              <th scope="col" className="n">
                报送，篇
              </th>
              <th scope="col" className="n">
                其中迟报，篇
              </th>
              <th scope="col" className="n">
                留用，篇
              </th>
              <th scope="col" className="n">
                未用，篇
              </th>
            </tr>
          </thead>
          <tbody>
            {units.map(({ unitId, unitName, submitted, taken, left, late }) => (
              <tr key={unitId}>
                <td>{unitName}</td>
                <td className="n">
                  {submitted === 0 ? (
                    `${silent} 0`
                  ) : (
                    <Link
                      from="/articles"
                      to="."
                      search={(now) => ({ ...now, unit: unitId, month: data.month, before: undefined })}
                    >
                      {submitted}
                    </Link>
                  )}
                </td>
                <td className="n">
                  {late === 0 ? (
                    0
                  ) : (
                    <Link
                      from="/articles"
                      to="."
                      search={(now) => ({ ...now, unit: unitId, month: data.month, late: 'only', before: undefined })}
                    >
                      {late}
                    </Link>
                  )}
                </td>
                <td className="n">{taken}</td>
                <td className="n">{left}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}
