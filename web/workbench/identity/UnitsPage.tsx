import { useQuery } from '@tanstack/react-query';
import { createRoute, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { unitKinds } from '../../../server/identity/identity.ts';
import { ActionButton } from '../ActionButton.tsx';
import { Export } from '../Export.tsx';
import { listed } from '../listed.ts';
import { Waiting } from '../Said.tsx';
import { Scroll } from '../Scroll.tsx';
import { shellRoute } from '../Shell.tsx';
import { SortHead } from '../SortHead.tsx';
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

const columns = {
  name: { label: '单位', of: ({ name }: Unit) => name },
  kind: { label: '类别', of: ({ kind }: Unit) => unitKinds[kind] },
  aliases: { label: '旧名称、简称', of: ({ aliases }: Unit) => aliases.join('、') },
  code: { label: '区划代码', of: ({ code }: Unit) => code ?? '' },
  from: { label: '起用', of: ({ fromOn }: Unit) => fromOn },
  state: { label: '状态', of: ({ toOn }: Unit) => (toOn ? `停用，到 ${toOn}` : '✓ 在用') },
};
const words = Object.fromEntries(Object.entries(columns).map(([column, { of }]) => [column, of]));

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
        <UnitTable units={sorted(found, sort, words)} />
        {found.length === 0 && <p className="empty">没有这样的单位。读入通知时，里面的单位可以一次新增。</p>}
      </section>
      {chosen && <UnitSheet key={chosen.version} unit={chosen} whyNot={data.may.add} close={close} />}
    </main>
  );
}

const UnitTable = ({ units }: { units: readonly Unit[] }) => (
  <Scroll label="单位名录">
    <table>
      <thead>
        <tr>
          {Object.entries(columns).map(([column, { label }]) => (
            <SortHead key={column} column={column} label={label} />
          ))}
        </tr>
      </thead>
      <tbody data-queue>
        {units.map((unit) => (
          <tr key={unit.id}>
            <td>
              <Link from="/units" to="." search={(before) => ({ ...before, open: unit.id })} resetScroll={false}>
                {unit.name}
              </Link>{' '}
              {unit.host && <span className="tag info">专班所在</span>}
            </td>
            {Object.entries(words)
              .slice(1)
              .map(([column, of]) => (
                <td key={column}>{of(unit) || '—'}</td>
              ))}
          </tr>
        ))}
      </tbody>
    </table>
  </Scroll>
);
