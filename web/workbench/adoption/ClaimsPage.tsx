import { useQuery } from '@tanstack/react-query';
import { createRoute, Link, useNavigate } from '@tanstack/react-router';
import { z } from 'zod';
import { type ClaimState, claimStates } from '../../../server/adoption/adoption.ts';
import { tierWords } from '../../../server/channel/channel.ts';
import { forms, placements } from '../../../server/fact/fact.ts';
import { Export } from '../Export.tsx';
import { allUnits } from '../identity/lists.ts';
import { type Column, ListTable } from '../ListTable.tsx';
import { listed } from '../listed.ts';
import { Waiting } from '../Said.tsx';
import { shellRoute } from '../Shell.tsx';
import { useLast } from '../useLast.ts';
import { Wanted } from '../Wanted.tsx';
import { claimsLike, type Listed, monthWords } from './claims.ts';
import { StateTag } from './StateTag.tsx';
import './adoption.css';

const states = Object.keys(claimStates) as [ClaimState, ...ClaimState[]];
const month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
  .optional()
  .catch(undefined);
const anId = z.uuid().optional().catch(undefined);
export const claimsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/claims',
  validateSearch: listed.pick({ q: true }).extend({
    state: z.enum(states).optional().catch(undefined),
    unit: anId,
    month,
    period: month,
    outlet: z.coerce.string().optional().catch(undefined),
    before: anId,
  }),
  component: ClaimsPage,
});
type Search = ReturnType<typeof claimsRoute.useSearch>;

function ClaimsPage() {
  const search = claimsRoute.useSearch();
  const { data: fresh, error } = useQuery(claimsLike(search));
  const data = useLast(fresh);
  if (!data) return <Waiting error={error} />;
  const { claims, counts, like, may, more } = data;
  const at = (state: ClaimState) => counts.find((each) => each.state === state)?.count ?? 0;
  const shown = (state: ClaimState) => like.find((each) => each.state === state)?.count ?? 0;
  const verifies = may.verify === null;
  return (
    <main className="page">
      <div className="head">
        <div>
          <h1>采用认领：{stateWords(at, verifies)}</h1>
          <p>稿件登出来了，凭剪报、截图或网址认领；专班核验以后记进台账。{undecidedWords(like)}</p>
        </div>
        <div className="acts">
          {verifies && (
            <Link className="btn" to="/claims/verify">
              核验 {at('pending')} 条
            </Link>
          )}
          {may.make === null ? (
            <Link className="btn main" to="/claims/new">
              认领采用
            </Link>
          ) : (
            <span className="why">{may.make}</span>
          )}
        </div>
      </div>
      <section className="card ledger">
        <Filters search={search} at={shown} verifies={verifies} />
        {claims.length > 0 && (
          <ListTable label="采用台账" className="listed" columns={columnsFor(verifies)} rows={claims} keyOf={({ id }) => id} />
        )}
        {claims.length === 0 && <Empty filtered={Object.values(search).some((value) => value !== undefined)} />}
        {(more || search.before) && <Pages before={search.before} last={more ? claims.at(-1)?.id : undefined} />}
      </section>
    </main>
  );
}

function stateWords(at: (state: ClaimState) => number, verifies: boolean): string {
  const total = states.reduce((sum, state) => sum + at(state), 0);
  if (total === 0) return '还没有';
  if (!verifies && at('refused') > 0) return `${at('refused')} 条被退回，等您补交`;
  return at('pending') > 0
    ? `${at('pending')} 条待核验，已认定 ${at('accepted')} 条`
    : `已认定 ${at('accepted')} 条，没有待核验的`;
}

/** Why fewer count than were accepted. */
function undecidedWords(like: readonly { count: number; undecided: number }[]): string {
  const undecided = like.reduce((sum, each) => sum + each.undecided, 0);
  return undecided > 0 ? `已认定的里面有 ${undecided} 条媒体层级待认定，先不计分、不算采用条次。` : '';
}

const Empty = ({ filtered }: { filtered: boolean }) => (
  <p className="empty">{filtered ? '没有这样的认领，换个条件看。' : '这里列出登出来的稿件。稿件一见报，就点“认领采用”。'}</p>
);

type FilterProps = { search: Search; at: (state: ClaimState) => number; verifies: boolean };
function Filters({ search, at, verifies }: FilterProps) {
  const navigate = useNavigate({ from: '/claims' });
  const set = (part: Partial<Search>) =>
    navigate({ search: (all) => ({ ...all, ...part, before: undefined }), replace: true, resetScroll: false });
  const sheet = new URLSearchParams(
    Object.entries({ ...search, before: undefined }).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
  );
  return (
    <header>
      <h2>台账</h2>
      <Wanted label="按标题找" />
      <input
        className="wanted"
        aria-label="按载体找"
        placeholder="按载体找"
        value={search.outlet ?? ''}
        onChange={({ target }) => set({ outlet: target.value || undefined })}
      />
      <input
        className="wanted"
        type="month"
        aria-label="刊发月份"
        value={search.month ?? ''}
        onChange={({ target }) => set({ month: target.value || undefined })}
      />
      <input
        className="wanted"
        type="month"
        aria-label="记入的月份"
        title="记入的月份：补来的记进下一个没锁的月份"
        value={search.period ?? ''}
        onChange={({ target }) => set({ period: target.value || undefined })}
      />
      {verifies && <Units chosen={search.unit} set={(unit) => set({ unit })} />}
      <Export to={`/api/claims.xlsx?${sheet}`} />
      <nav className="tabs" aria-label="按状态看">
        {[undefined, ...states].map((state) => (
          <Link
            key={state ?? 'all'}
            from="/claims"
            to="."
            search={(all) => ({ ...all, state, before: undefined })}
            resetScroll={false}
            activeProps={{}}
            activeOptions={{ explicitUndefined: true }}
            aria-current={search.state === state ? 'true' : undefined}
          >
            {state ? `${claimStates[state]} ${at(state)}` : '全部'}
          </Link>
        ))}
      </nav>
    </header>
  );
}

function Units({ chosen, set }: { chosen: string | undefined; set: (unit: string | undefined) => void }) {
  const units = useQuery(allUnits).data?.units ?? [];
  return (
    <select aria-label="按单位看" value={chosen ?? ''} onChange={({ target }) => set(target.value || undefined)}>
      <option value="">全部单位</option>
      {units.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}

const columnsFor = (verifies: boolean): readonly (Column<Listed> | false)[] => [
  {
    head: '刊出标题',
    cell: ({ id, title }) => (
      <Link to="/claims/$claimId" params={{ claimId: id }}>
        {title}
      </Link>
    ),
  },
  {
    head: '状态',
    cell: ({ state, tier, reason }) => (
      <>
        <StateTag state={state} tier={tier} />
        {state === 'refused' && <small className="cap">{reason}</small>}
      </>
    ),
  },
  verifies && { head: '单位', cell: ({ unitName }) => unitName },
  {
    head: '载体',
    cell: ({ outlet, state, tier, tierNow }) => (
      <>
        {outlet} <span className="cap">{tierWords(state === 'accepted' ? tier : tierNow)}</span>
      </>
    ),
  },
  { head: '刊发', className: 'day', cell: ({ publishedOn }) => publishedOn.slice(5) },
  {
    head: '形态',
    className: 'roomy',
    cell: ({ form, placement }) => `${forms[form]}${placement === 'ordinary' ? '' : `，${placements[placement]}`}`,
  },
  { head: '记入', className: 'roomy', cell: ({ period }) => (period ? monthWords(period) : '—') },
  {
    head: '认领',
    className: 'day roomy',
    cell: ({ claimedOn, claimedByName }) => `${claimedOn.slice(5)} ${claimedByName}`,
  },
];

const Pages = ({ before, last }: { before: string | undefined; last: string | undefined }) => (
  <footer>
    {before && (
      <Link className="btn small" from="/claims" to="." search={(all) => ({ ...all, before: undefined })}>
        回到最新的
      </Link>
    )}
    {last && (
      <Link className="btn small" from="/claims" to="." search={(all) => ({ ...all, before: last })}>
        更早的
      </Link>
    )}
  </footer>
);
