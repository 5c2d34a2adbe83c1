import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useRunning } from '../assessment/monthNow.ts';
import { articleCounts } from './articles.ts';
import { Boxes } from './Boxes.tsx';
import { monthBeside } from './monthBeside.ts';

/** The month's 报送 of those whom the plan binds, against what it asks of each; who handed in nothing is named. */
export function MonthStrip({ month }: { month: string | undefined }) {
  const { data } = useQuery(articleCounts(month));
  const silent = useRunning(data?.month ?? '') ? '还没有报' : '零报送';
  if (!data) return null;
  const units = data.units.filter(({ bound, submitted }) => bound || submitted > 0);
  const none = units.filter(({ submitted }) => submitted === 0);
  const { quota } = data;
  const full = quota === null ? 0 : units.filter(({ bound, submitted }) => bound && submitted >= quota).length;
  return (
    <section className="card month-units" aria-labelledby="strip">
      <header>
        <h2 id="strip">
          {Number(data.month.slice(5))}月报送：
          {quota === null ? `${units.length - none.length} 个单位报了` : `${full} 个单位已满 ${quota} 篇`}，{none.length} 个
          {silent}
        </h2>
        <span className="cap">{quota === null ? '方案没有定每月几篇' : `方案要求各责任单位每月不少于 ${quota} 篇`}</span>
        <nav className="more" aria-label="换一个月">
          <Beside month={monthBeside(data.month, -1)} words="上月" />　<Beside month={monthBeside(data.month, 1)} words="下月" />
        </nav>
      </header>
      <ul>
        {units.map(({ unitId, unitName, submitted, bound }) => (
          <li key={unitId}>
            <Link from="/articles" to="." search={{ view: 'all', unit: unitId, month: data.month }}>
              {unitName}
            </Link>
            <Boxes done={submitted} of={bound ? quota : null} />
          </li>
        ))}
      </ul>
      <footer>
        {none.length === 0 ? '✓ 都报了。' : `${silent}：${none.map(({ unitName }) => unitName).join('、')}。`}退回、撤回的不算。
      </footer>
    </section>
  );
}

const Beside = ({ month, words }: { month: string; words: string }) => (
  <Link from="/articles" to="." search={(before) => ({ ...before, counted: month })} resetScroll={false}>
    {words}
  </Link>
);
