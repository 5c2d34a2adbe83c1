import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createRoute, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { z } from 'zod';
import { mediaTiers, outletKinds, tierWords } from '../../../server/channel/channel.ts';
import { api } from '../../ui/api.ts';
import { ActionButton } from '../ActionButton.tsx';
import { Export } from '../Export.tsx';
import { type Column, ListTable } from '../ListTable.tsx';
import { listed } from '../listed.ts';
import { Said, Waiting } from '../Said.tsx';
import { shellRoute } from '../Shell.tsx';
import { holds, sorted } from '../sorting.ts';
import { useWrite } from '../useWrite.ts';
import { Wanted } from '../Wanted.tsx';
import { NewOutlet } from './NewOutlet.tsx';
import { OutletSheet } from './OutletSheet.tsx';
import { allOutlets, type Outlet } from './outlets.ts';
import './channel.css';

const choices = ['undecided', 'central', 'provincial', 'municipal', 'county'] as const;
export const outletsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/outlets',
  validateSearch: listed.extend({ tier: z.enum(choices).optional().catch(undefined) }),
  component: OutletsPage,
});

const tierOf = ({ tier }: Outlet) => tier ?? 'undecided';
const columns: readonly (Column<Outlet> & { sort: string; of: (outlet: Outlet) => string })[] = [
  {
    ...{ head: '媒体', sort: 'name', of: ({ name }) => name },
    cell: ({ id, name, mainstream }) => (
      <>
        <Link from="/outlets" to="." search={(before) => ({ ...before, open: id })} resetScroll={false}>
          {name}
        </Link>{' '}
        {mainstream && <span className="tag info">主流</span>}
      </>
    ),
  },
  {
    ...{ head: '层级', sort: 'tier', of: (outlet) => `${choices.indexOf(tierOf(outlet))}` },
    cell: (outlet) => (
      <>
        {outlet.tier === null ? <span className="tag wait">◔ 待认定</span> : tierWords(outlet.tier)} <Coming outlet={outlet} />
      </>
    ),
  },
  column('类型', 'kind', ({ kind }) => outletKinds[kind]),
  column('所属集团', 'group', ({ groupName }) => groupName ?? ''),
  column('别名', 'aliases', ({ aliases }) => aliases.join('、')),
];
const words = Object.fromEntries(columns.map(({ sort, of }) => [sort, of]));

function column(head: string, sort: string, of: (outlet: Outlet) => string) {
  return { head, sort, of, cell: (outlet: Outlet) => of(outlet) || '—' };
}

function OutletsPage() {
  const { tier, q, sort, open } = outletsRoute.useSearch();
  const navigate = useNavigate({ from: '/outlets' });
  const [adding, setAdding] = useState(false);
  const { data, error } = useQuery(allOutlets);
  if (!data) return <Waiting error={error} />;
  const { outlets, may } = data;
  const found = outlets.filter(
    (outlet) => (!tier || tierOf(outlet) === tier) && holds([outlet.name, outlet.groupName, ...outlet.aliases], q),
  );
  const chosen = outlets.find(({ id }) => id === open);
  const close = () => navigate({ search: (before) => ({ ...before, open: undefined }), resetScroll: false });
  return (
    <main className="page">
      <div className="head">
        <div>
          <h1>媒体名录：{stateOf(outlets)}</h1>
          <p>层级按日期认定，按刊发那天的层级计分；认定过的都留着，改主意就再认定一次。</p>
        </div>
        <div className="acts">
          <ActionButton main label="新增媒体" whyNot={may.keep} onClick={() => setAdding(true)} />
        </div>
      </div>
      {adding && <NewOutlet outlets={outlets} done={() => setAdding(false)} />}
      <section className="card">
        <header>
          <h2>{tier || q ? `找到 ${found.length} 家` : `共 ${outlets.length} 家`}</h2>
          <Wanted label="按名称、别名、集团找" />
          <Export to="/api/outlets.xlsx" />
          <Tiers outlets={outlets} chosen={tier} />
        </header>
        {found.length > 0 && (
          <ListTable label="媒体名录" columns={columns} rows={sorted(found, sort, words)} keyOf={({ id }) => id} />
        )}
        {outlets.length === 0 && <Empty whyNot={may.keep} />}
        {outlets.length > 0 && found.length === 0 && <p className="empty">没有这样的媒体，换一个字或看全部层级。</p>}
      </section>
      {chosen && <OutletSheet key={chosen.version} outlet={chosen} outlets={outlets} whyNot={may.keep} close={close} />}
    </main>
  );
}

function stateOf(outlets: readonly Outlet[]) {
  const undecided = outlets.filter(({ tier }) => tier === null).length;
  if (undecided > 0) return `${undecided} 家待认定，认定以前不计分`;
  return outlets.length > 0 ? `${outlets.length} 家，层级都已认定` : '还没有登记';
}

const Tiers = ({ outlets, chosen }: { outlets: readonly Outlet[]; chosen: string | undefined }) => (
  <nav className="tabs" aria-label="按层级看">
    {[undefined, ...choices].map((tier) => (
      <Link
        key={tier ?? 'all'}
        from="/outlets"
        to="."
        search={(before) => ({ ...before, tier })}
        resetScroll={false}
        activeProps={{}}
        activeOptions={{ explicitUndefined: true }}
        aria-current={chosen === tier ? 'true' : undefined}
      >
        {tier === undefined ? '全部' : tier === 'undecided' ? '待认定' : mediaTiers[tier]}{' '}
        {outlets.filter((outlet) => tier === undefined || tierOf(outlet) === tier).length}
      </Link>
    ))}
  </nav>
);

/** What a county usually meets, to begin with. */
function Empty({ whyNot }: { whyNot: string | null }) {
  const client = useQueryClient();
  const fill = useWrite<void>(
    (_given, once) => api['known-outlets'].$post({ json: {} }, once),
    () => client.invalidateQueries({ queryKey: ['outlets'] }),
  );
  return (
    <div className="empty">
      <p>媒体和刊物登记在这里，采用按它的层级计分。可以先填入常见的，再逐家核对。</p>
      <Said error={fill.error} />
      <ActionButton main label="照常见名录填入" whyNot={whyNot} busy={fill.isPending} onClick={() => fill.mutate()} />
    </div>
  );
}

/** A decision whose day has not come yet. */
function Coming({ outlet: { history, tier } }: { outlet: Outlet }) {
  const [latest] = history;
  const inForce = latest === undefined || latest.tier === tier;
  return inForce ? null : (
    <span className="cap">
      {latest.fromOn.slice(5)} 起{tierWords(latest.tier)}
    </span>
  );
}
