import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { createRoute, Link } from '@tanstack/react-router';
import { z } from 'zod';
import { addMonths, monthOf } from '../../../server/assessment/months.ts';
import { type Cover, covers } from '../../../server/bulletin/covers.ts';
import { countsIn, owedBy, shownIn } from '../../../server/duty/board.ts';
import { Export } from '../Export.tsx';
import { Said, Waiting } from '../Said.tsx';
import { shellRoute } from '../Shell.tsx';
import { StateTabs } from '../StateTabs.tsx';
import { whoIAm } from '../whoIAm.ts';
import { DutyMatrix } from './DutyMatrix.tsx';
import './duty.css';
import { type DutiesIn, dutiesIn } from './duties.ts';

const words = z.coerce.string().optional().catch(undefined);
export const dutiesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/duties',
  validateSearch: z.object({
    month: z
      .string()
      .regex(/^\d{4}-\d\d$/)
      .optional()
      .catch(undefined),
    state: z
      .enum(Object.keys(covers) as [Cover, ...Cover[]])
      .optional()
      .catch(undefined),
    duty: words,
  }),
  component: DutiesPage,
});

const stateWords = Object.fromEntries(Object.entries(covers).map(([state, { mark, word }]) => [state, `${mark} ${word}`]));

function DutiesPage() {
  const { month, state, duty } = dutiesRoute.useSearch();
  const { data, error } = useQuery({ ...dutiesIn(month), placeholderData: keepPreviousData });
  const { data: me } = useQuery(whoIAm);
  if (!data || !me) return <Waiting error={error} />;
  const chosen = Object.fromEntries(Object.entries({ month: data.month, state, duty }).filter(([, value]) => value));
  const board = { columns: data.columns, rows: data.rows };
  const shown = shownIn(board, { state, duty });
  return (
    <main className="page">
      <div className="head">
        <div>
          <h1>{headOf(data)}</h1>
          <p>每个责任单位、每项职责本月做到哪里；“尚未采集”是系统还没有这一项的记录，不算欠。点格子看依据。</p>
        </div>
        <Months month={data.month} today={me.day} />
      </div>
      <section className="card">
        <header>
          <h2 className="sr">单位和职责</h2>
          <StateTabs words={stateWords} counts={countsIn(shownIn(board, { duty }))} />
          <Duties data={data} />
          <Export to={`/api/duty-board.xlsx?${new URLSearchParams(chosen as Record<string, string>)}`} />
        </header>
        <Said error={error} />
        {data.rows.length > 0 && <DutyMatrix board={shown} state={state} />}
        {shown.rows.length === 0 && (
          <p className="empty">
            {data.rows.length === 0 ? '还没有方案：把通知读进来，各单位的职责就列在这里。' : '没有这样的单位，换个条件看看。'}
          </p>
        )}
        {data.county.length > 0 && (
          <footer>
            <b>全县的：</b>
            {data.county.join('')}
          </footer>
        )}
      </section>
    </main>
  );
}

function headOf({ month, rows }: DutiesIn): string {
  const name = `${Number(month.slice(5))}月职责`;
  if (rows.length === 0) return `${name}：还没有方案`;
  const owing = rows.filter((row) => owedBy(row) > 0);
  const items = owing.reduce((sum, row) => sum + owedBy(row), 0);
  if (rows.length === 1) return `${name}：本单位${items > 0 ? `欠 ${items} 项` : '没有欠的'}`;
  return owing.length > 0 ? `${name}：${owing.length} 个单位欠 ${items} 项` : `${name}：✓ 没有单位欠`;
}

function Months({ month, today }: { month: string; today: string }) {
  const next = addMonths(month, 1);
  return (
    <div className="acts">
      <Link className="btn small" from="/duties" to="." search={(before) => ({ ...before, month: addMonths(month, -1) })}>
        上个月
      </Link>
      {next <= monthOf(today) && (
        <Link className="btn small" from="/duties" to="." search={(before) => ({ ...before, month: next })}>
          下个月
        </Link>
      )}
    </div>
  );
}

function Duties({ data: { columns } }: { data: DutiesIn }) {
  const { duty } = dutiesRoute.useSearch();
  const navigate = dutiesRoute.useNavigate();
  const set = (duty: string | undefined) =>
    navigate({ to: '.', search: (before) => ({ ...before, duty }), replace: true, resetScroll: false });
  return (
    <select aria-label="按职责看" value={duty ?? ''} onChange={({ target }) => set(target.value || undefined)}>
      <option value="">全部职责</option>
      {columns.map(({ key, group, title }) => (
        <option key={key} value={key}>
          {group}：{title}
        </option>
      ))}
    </select>
  );
}
