import { useQuery } from '@tanstack/react-query';
import { createRoute, Link } from '@tanstack/react-router';
import { z } from 'zod';
import { type ProjectRank, projectRanks } from '../../../server/plan/plan.ts';
import { elements } from '../../../server/project/elements.ts';
import { completenessWords, type SheetState, sheetStates } from '../../../server/project/sheet.ts';
import { Export } from '../Export.tsx';
import { type Column, ListTable } from '../ListTable.tsx';
import { Said, Waiting } from '../Said.tsx';
import { shellRoute } from '../Shell.tsx';
import { StateTabs } from '../StateTabs.tsx';
import './project.css';
import { type Listed, projectList, type Search } from './projects.ts';

const keysOf = <K extends string>(words: Record<K, unknown>) => z.enum(Object.keys(words) as [K, ...K[]]);
export const projectsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/projects',
  validateSearch: z.object({
    state: keysOf<SheetState>(sheetStates).optional().catch(undefined),
    rank: keysOf<ProjectRank>(projectRanks).optional().catch(undefined),
    unit: z.uuid().optional().catch(undefined),
  }),
  component: ProjectsPage,
});

function ProjectsPage() {
  const search = projectsRoute.useSearch();
  const filters = Object.fromEntries(Object.entries(search).filter(([, value]) => value)) as Search;
  const { data, error } = useQuery(projectList(filters));
  if (!data) return <Waiting error={error} />;
  const total = data.counts.reduce((sum, { count }) => sum + count, 0);
  return (
    <main className="page">
      <div className="head">
        <div>
          <h1>{headOf(data.counts, total)}</h1>
          <p>每个项目一张事实卡：牵头单位填，专班对着来源确认。缺得最多的在最上面。</p>
        </div>
      </div>
      <section className="card">
        <header>
          <h2 className="sr">项目</h2>
          <StateTabs words={sheetStates} counts={data.counts} />
          <Ranks />
          <Units />
          <Export to={`/api/project-sheets.xlsx?${new URLSearchParams(filters as Record<string, string>)}`} />
        </header>
        <Said error={error} />
        {data.projects.length > 0 ? (
          <ListTable label="项目" className="listed projects" columns={columns} rows={data.projects} keyOf={({ id }) => id} />
        ) : (
          <p className="empty">{total > 0 ? '没有这样的项目，换个条件看看。' : '还没有方案，项目从方案里来。'}</p>
        )}
      </section>
    </main>
  );
}

function headOf(counts: readonly { state: SheetState; count: number }[], total: number): string {
  if (total === 0) return '项目：还没有';
  const countOf = (wanted: SheetState) => counts.find(({ state }) => state === wanted)?.count ?? 0;
  const [whole, waiting] = [countOf('whole'), countOf('waiting')];
  return `项目：${total} 个，事实卡齐全 ${whole} 个${waiting > 0 ? `，${waiting} 个有待确认` : ''}`;
}

const columns: readonly Column<Listed>[] = [
  {
    head: '项目',
    names: true,
    cell: ({ id, name, theme }) => (
      <>
        <Link to="/projects/$projectId" params={{ projectId: id }}>
          {name}
        </Link>
        <small className="cap"> {theme}</small>
      </>
    ),
  },
  { head: '级别', cell: ({ rank }) => (rank ? projectRanks[rank] : '待定') },
  { head: '牵头', cell: ({ lead }) => lead?.name ?? '! 还没有定' },
  { head: '配合', className: 'roomy', cell: ({ supports }) => supports.join('、') || '—' },
  {
    head: '事实卡',
    cell: ({ completeness }) => (
      <>
        <meter
          min={0}
          max={completeness.applicable}
          value={completeness.filled}
          aria-label={`已确认 ${completeness.filled}，应填 ${completeness.applicable}`}
        />{' '}
        {completenessWords(completeness)}
      </>
    ),
  },
  {
    head: '下一步',
    cell: ({ id, first, lead, completeness }) =>
      !lead ? (
        <Link to="/projects/$projectId" params={{ projectId: id }}>
          定牵头单位
        </Link>
      ) : completeness.waiting > 0 ? (
        <span className="tag wait">◔ {completeness.waiting} 项待确认</span>
      ) : first ? (
        <Link to="/projects/$projectId" params={{ projectId: id }} hash={first}>
          补{elements[first].label}
        </Link>
      ) : (
        <span className="tag good">✓ 齐全</span>
      ),
  },
];

function Ranks() {
  const { rank } = projectsRoute.useSearch();
  const navigate = projectsRoute.useNavigate();
  const set = (rank: string) =>
    navigate({ search: (before) => ({ ...before, rank: (rank || undefined) as ProjectRank | undefined }), replace: true });
  return (
    <select aria-label="按级别看" value={rank ?? ''} onChange={({ target }) => set(target.value)}>
      <option value="">全部级别</option>
      {Object.entries(projectRanks).map(([key, word]) => (
        <option key={key} value={key}>
          {word}
        </option>
      ))}
    </select>
  );
}

function Units() {
  const { unit } = projectsRoute.useSearch();
  const navigate = projectsRoute.useNavigate();
  const { data } = useQuery(projectList({}));
  const leads = new Map(data?.projects.flatMap(({ lead }) => (lead ? [[lead.id, lead.name] as const] : [])));
  const set = (unit: string) => navigate({ search: (before) => ({ ...before, unit: unit || undefined }), replace: true });
  return (
    <select aria-label="按牵头单位看" value={unit ?? ''} onChange={({ target }) => set(target.value)}>
      <option value="">全部牵头单位</option>
      {[...leads].map(([id, name]) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}
