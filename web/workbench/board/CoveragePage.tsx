import { useQuery } from '@tanstack/react-query';
import { createRoute, Link } from '@tanstack/react-router';
import { z } from 'zod';
import { type Axis, axes, type Count, counts } from '../../../server/board/board.ts';
import type { CountyDate } from '../../../server/kernel/dates.ts';
import { Export } from '../Export.tsx';
import { Waiting } from '../Said.tsx';
import { shellRoute } from '../Shell.tsx';
import { useLast } from '../useLast.ts';
import { whoIAm } from '../whoIAm.ts';
import { AimCard } from './AimCard.tsx';
import { BehindBox } from './BehindBox.tsx';
import { type Aim, coverageAim, coverageGaps, coverageOf, type Shown } from './coverage.ts';
import { Gaps } from './Gaps.tsx';
import { Heat } from './Heat.tsx';
import { rowsAsked } from './rowsAsked.ts';
import './coverage.css';

const keys = <K extends string>(words: Record<K, string>) =>
  z
    .enum(Object.keys(words) as [K, ...K[]])
    .optional()
    .catch(undefined);
export const coverageRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/coverage',
  validateSearch: z.object({
    ...{ axis: keys<Axis>(axes), count: keys<Count>(counts) },
    from: z.iso.date().optional().catch(undefined),
    rows: rowsAsked.optional().catch(undefined),
  }),
  component: CoveragePage,
});

function CoveragePage() {
  const { axis = 'project', count, from, rows } = coverageRoute.useSearch();
  const query = { axis, ...(count && { count }), ...(from && { from: from as CountyDate }) };
  const { data: fresh, error } = useQuery(coverageOf(query));
  const { data: aimed } = useQuery(coverageAim);
  const { data: gaps } = useQuery(coverageGaps);
  const { data: me } = useQuery(whoIAm);
  const navigate = coverageRoute.useNavigate();
  const data = useLast(fresh);
  if (!data || !aimed || !gaps) return <Waiting error={error} />;
  if (!data.year || !aimed.aim) return <NoPlan />;
  return (
    <main className="page">
      <div className="head">
        <div>
          <h1>{headOf(aimed.aim, data, axis)}</h1>
          <p>
            全县的目标是在省市主流媒体“周周有新闻、月月有专题”；下面每个项目、每个单位哪一周没有，只是提示，不是差错，也不计分。
          </p>
        </div>
        <div className="acts">
          <Axes axis={axis} />
          <Export to={`/api/coverage.xlsx?${new URLSearchParams(query)}`} />
        </div>
      </div>
      <div className="stack">
        <AimCard aim={aimed.aim} />
        <Gaps gaps={gaps.gaps} />
        <section className="card">
          <header>
            <h2>
              {data.year}年 {axes[axis]}
            </h2>
            {axis !== 'family' && <Counts chosen={data.count} />}
            <Weeks earlier={data.earlier} later={data.later} moved={from !== undefined} />
          </header>
          {data.whole && me && (
            <Heat grid={data.grid} lanes={data.lanes} today={me.day} whole={data.whole} axis={axis} count={data.count} />
          )}
        </section>
      </div>
      {rows && (
        <BehindBox
          asked={rows}
          close={() => navigate({ to: '.', search: (all) => ({ ...all, rows: undefined }), resetScroll: false })}
        />
      )}
    </main>
  );
}

const NoPlan = () => (
  <main className="page">
    <div className="head">
      <h1>覆盖：还没有方案</h1>
    </div>
    <section className="card">
      <p className="empty">
        方案里的项目、单位和周次会排成一张表，哪一周谁没有露面一眼看得到。
        <br />
        <Link className="btn main" to="/plan">
          先建方案
        </Link>
      </p>
    </section>
  </main>
);

function headOf(aim: Aim, { grid, silent }: Shown, axis: Axis): string {
  const topics = aim.topics.length === 0 ? '专题还没有' : `专题 ${aim.topics.length} 个`;
  const aims = `第${aim.week}周省市主流媒体 ${aim.news} 条，${Number(aim.month.slice(5))}月${topics}`;
  const ours = grid.rows.filter(({ asked }) => asked).length;
  const now = grid.columns.some(({ state }) => state === 'now');
  const silence = `${ours} 个${axis === 'unit' ? '单位' : '项目'}中 ${silent} 个本周没有`;
  return `覆盖：${aims}${now ? `；${silence}` : ''}`;
}

const Axes = ({ axis }: { axis: Axis }) => (
  <nav className="tabs" aria-label="看法">
    {(Object.keys(axes) as Axis[]).map((each) => (
      <Link
        key={each}
        from="/coverage"
        to="."
        search={(all) => ({ from: all.from, axis: each === 'project' ? undefined : each })}
        resetScroll={false}
        activeProps={{}}
        activeOptions={{ explicitUndefined: true }}
        aria-current={axis === each ? 'true' : undefined}
      >
        {axes[each]}
      </Link>
    ))}
  </nav>
);

const Counts = ({ chosen }: { chosen: Count }) => (
  <nav className="tabs" aria-label="数什么">
    {(Object.keys(counts) as Count[]).map((each) => (
      <Link
        key={each}
        from="/coverage"
        to="."
        search={(all) => ({ ...all, count: each, rows: undefined })}
        resetScroll={false}
        activeProps={{}}
        activeOptions={{ explicitUndefined: true }}
        aria-current={chosen === each ? 'true' : undefined}
      >
        {counts[each]}
      </Link>
    ))}
  </nav>
);

type WeeksProps = { earlier: string | null; later: string | null; moved: boolean };
function Weeks({ earlier, later, moved }: WeeksProps) {
  const go = (words: string, from: string | undefined) => (
    <Link
      className="btn small"
      from="/coverage"
      to="."
      search={(all) => ({ ...all, from, rows: undefined })}
      resetScroll={false}
      activeProps={{}}
    >
      {words}
    </Link>
  );
  return (
    <span className="weeks">
      {earlier && go('前十周', earlier)}
      {moved && go('回到本周', undefined)}
      {later && go('后十周', later)}
    </span>
  );
}
