import { useQuery } from '@tanstack/react-query';
import { createRoute, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { unitKinds } from '../../../server/identity/identity.ts';
import { ActionButton } from '../ActionButton.tsx';
import { Export } from '../Export.tsx';
import { type Column, ListTable } from '../ListTable.tsx';
import { listed } from '../listed.ts';
import { Waiting } from '../Said.tsx';
import { shellRoute } from '../Shell.tsx';
import { holds, sorted } from '../sorting.ts';
import { Wanted } from '../Wanted.tsx';
import { allUnits, type Unit } from './lists.ts';
import { Kinds, NewUnit } from './NewUnit.tsx';
import { UnitSheet } from './UnitSheet.tsx';

export const unitsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/units',
  validateSearch: listed,
  component: UnitsPage,
});

const columns: readonly (Column<Unit> & { sort: string; of: (unit: Unit) => string })[] = [
  {
    ...{ head: '单位', sort: 'name', of: ({ name }) => name },
    cell: ({ id, name, host }) => (
      <>
        <Link from="/units" to="." search={(before) => ({ ...before, open: id })} resetScroll={false}>
          {name}
        </Link>{' '}
        {host && <span className="tag info">专班所在</span>}
      </>
    ),
  },
  column('类别', 'kind', ({ kind }) => unitKinds[kind]),
  column('旧名称、简称', 'aliases', ({ aliases }) => aliases.join('、')),
  column('区划代码', 'code', ({ code }) => code ?? ''),
  column('起用', 'from', ({ fromOn }) => fromOn),
  column('状态', 'state', ({ toOn }) => (toOn ? `停用，到 ${toOn}` : '✓ 在用')),
];
const words = Object.fromEntries(columns.map(({ sort, of }) => [sort, of]));

function column(head: string, sort: string, of: (unit: Unit) => string) {
  return { head, sort, of, cell: (unit: Unit) => of(unit) || '—' };
}

function UnitsPage() {
  const { kind, q, sort, open } = unitsRoute.useSearch();
  const navigate = useNavigate({ from: '/units' });
  const [adding, setAdding] = useState(false);
  const { data, error } = useQuery(allUnits);
  if (!data) return <Waiting error={error} />;
  const found = data.units.filter((unit) => (!kind || unit.kind === kind) && holds([unit.name, ...unit.aliases, unit.code], q));
  const chosen = data.units.find(({ id }) => id === open);
  const close = () => navigate({ search: (before) => ({ ...before, open: undefined }), resetScroll: false });
  return (
    <main className="page">
      <div className="head">
        <div>
          <h1>单位名录：{data.units.length} 个单位</h1>
          <p>改名按日期记，旧名称和简称以后都认得。</p>
        </div>
        <div className="acts">
          <ActionButton main label="新增单位" whyNot={data.may.add} onClick={() => setAdding(true)} />
        </div>
      </div>
      {adding && <NewUnit done={() => setAdding(false)} />}
      <section className="card">
        <header>
          <h2>名录{kind || q ? `：${found.length} 个` : ''}</h2>
          <Wanted label="按名称、旧名称、代码找" />
          <Export to="/api/units.xlsx" />
          <select
            aria-label="按类别看"
            value={kind ?? ''}
            onChange={({ target }) => navigate({ search: (before) => ({ ...before, kind: target.value || undefined }) })}
          >
            <option value="">全部类别</option>
            <Kinds />
          </select>
        </header>
        <ListTable label="单位名录" columns={columns} rows={sorted(found, sort, words)} keyOf={({ id }) => id} />
        {found.length === 0 && <p className="empty">没有这样的单位。读入通知时，里面的单位可以一次新增。</p>}
      </section>
      {chosen && <UnitSheet key={chosen.version} unit={chosen} whyNot={data.may.add} close={close} />}
    </main>
  );
}
