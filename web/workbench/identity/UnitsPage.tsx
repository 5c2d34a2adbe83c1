import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { createRoute, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { z } from 'zod';
import { type UnitKind, unitKinds } from '../../../server/identity/identity.ts';
import { api, intent } from '../../ui/api.ts';
import { ActionButton } from '../ActionButton.tsx';
import { Said, Waiting } from '../Said.tsx';
import { Scroll } from '../Scroll.tsx';
import { shellRoute } from '../Shell.tsx';

export const unitsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/units',
  validateSearch: z.object({ kind: z.string().optional().catch(undefined) }),
  component: UnitsPage,
});

function UnitsPage() {
  const { kind } = unitsRoute.useSearch();
  const navigate = useNavigate();
  const [adding, setAdding] = useState(false);
  const { data, error } = useQuery({ queryKey: ['units'], queryFn: async () => (await api.units.$get()).json() });
  if (!data) return <Waiting error={error} />;
  const shown = data.units.filter((unit) => !kind || unit.kind === kind);
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
          <h2>名录</h2>
          <select
            aria-label="按类别看"
            value={kind ?? ''}
            onChange={({ target }) => navigate({ to: '/units', search: target.value ? { kind: target.value } : {} })}
          >
            <option value="">全部类别</option>
            {Object.entries(unitKinds).map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </header>
        <Scroll label="单位名录">
          <table>
            <thead>
              <tr>
                <th>单位</th>
                <th>类别</th>
                <th>旧名称、简称</th>
                <th>区划代码</th>
                <th>起用</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((unit) => (
                <tr key={unit.id}>
                  <td>
                    {unit.name}
                    {unit.host && <span className="tag info">专班所在</span>}
                  </td>
                  <td>{unitKinds[unit.kind]}</td>
                  <td>{unit.aliases.join('、') || '—'}</td>
                  <td>{unit.code ?? '—'}</td>
                  <td>{unit.fromOn}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
        {shown.length === 0 && <p className="empty">这一类还没有单位。读入通知时，里面的单位可以一次新增。</p>}
      </section>
    </main>
  );
}

function NewUnit({ done }: { done: () => void }) {
  const client = useQueryClient();
  const [name, setName] = useState('');
  const [kind, setKind] = useState<UnitKind>('government');
  const add = useMutation({
    mutationFn: () => api.units.$post({ json: { units: [{ name, kind }] } }, intent()),
    onSuccess: () => client.invalidateQueries({ queryKey: ['units'] }).then(done),
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    add.mutate();
  };
  return (
    <form className="card narrow" onSubmit={send}>
      <label className="field">
        <span>单位名称</span>
        <input required value={name} onChange={({ target }) => setName(target.value)} />
      </label>
      <label className="field">
        <span>类别</span>
        <select value={kind} onChange={({ target }) => setKind(target.value as UnitKind)}>
          {Object.entries(unitKinds).map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <Said error={add.error} />
      <button className="btn main" type="submit" disabled={add.isPending}>
        新增
      </button>{' '}
      <button className="btn" type="button" onClick={done}>
        不增了
      </button>
    </form>
  );
}
