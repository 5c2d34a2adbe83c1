import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createRoute } from '@tanstack/react-router';
import { z } from 'zod';
import { thingKinds } from '../../../../server/duty/handOver.ts';
import { api } from '../../../ui/api.ts';
import { ActionButton } from '../../ActionButton.tsx';
import { Export } from '../../Export.tsx';
import { allUnits } from '../../identity/lists.ts';
import { ListTable } from '../../ListTable.tsx';
import { Said, Waiting } from '../../Said.tsx';
import { shellRoute } from '../../Shell.tsx';
import { useWrite } from '../../useWrite.ts';
import '../duty.css';
import { type HandOvers, handOversNow, onHand } from './handOvers.ts';

export const handOversRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/hand-overs',
  validateSearch: z.object({ from: z.uuid().optional().catch(undefined) }),
  component: HandOversPage,
});

function HandOversPage() {
  const { from } = handOversRoute.useSearch();
  const { data, error } = useQuery(handOversNow);
  if (!data) return <Waiting error={error} />;
  return (
    <main className="page">
      <div className="head">
        <div>
          <h1>信息员交接：{data.done.length === 0 ? '还没有交接过' : `交接过 ${data.done.length} 次`}</h1>
          <p>换信息员时，选原来的人，看他手上有什么，新信息员一次接过来；稿件的作者、认领的人还是原来的。</p>
        </div>
      </div>
      <div className="stack">
        <section className="card">
          <header>
            <h2>他手上有什么</h2>
            <Officers data={data} />
          </header>
          {from === undefined ? <p className="empty">先在上面选原来的信息员。</p> : <OnHand key={from} from={from} />}
        </section>
        <section className="card">
          <header>
            <h2>交接过的</h2>
            <span className="more">
              <Export to="/api/hand-overs.xlsx" />
            </span>
          </header>
          <Done data={data} />
        </section>
      </div>
    </main>
  );
}

function Officers({ data: { officers } }: { data: HandOvers }) {
  const { from } = handOversRoute.useSearch();
  const navigate = handOversRoute.useNavigate();
  const { data: roster } = useQuery(allUnits);
  const names = new Map(roster?.units.map(({ id, name }) => [id as string, name]));
  return (
    <select
      aria-label="原来的信息员"
      value={from ?? ''}
      onChange={({ target }) => navigate({ search: { from: target.value || undefined }, replace: true })}
    >
      <option value="">请选信息员</option>
      {officers.map(({ id, name, unitId, suspended }) => (
        <option key={id} value={id}>
          {names.get(unitId) ?? ''} {name}
          {suspended ? '（已停用）' : ''}
        </option>
      ))}
    </select>
  );
}

function OnHand({ from }: { from: string }) {
  const client = useQueryClient();
  const { data, error } = useQuery(onHand(from));
  const take = useWrite<void, { things: number }>(
    async (_given, once) => {
      const seen = data?.things.map(({ id }) => id) ?? [];
      return (await api['hand-overs'][':id'].$post({ param: { id: from }, json: { seen } }, once)).json();
    },
    () => client.invalidateQueries({ queryKey: ['handOvers'] }),
  );
  if (!data) return error ? <Said error={error} /> : <p className="empty">正在读取……</p>;
  const { things, contacts, officer, may } = data;
  const nothing = things.length === 0 && !contacts;
  return (
    <>
      {things.length > 0 && (
        <ListTable
          label={`${officer.name}手上的`}
          className="listed"
          rows={things}
          keyOf={({ id }) => id}
          columns={[
            { head: '题目', cell: ({ title }) => title || '（没有标题）' },
            { head: '种类', cell: ({ kind }) => thingKinds[kind] },
            { head: '到哪一步', cell: ({ stateWords }) => stateWords },
          ]}
        />
      )}
      {nothing && <p className="empty">✓ {officer.name}手上没有要接的。</p>}
      <footer>
        {contacts && <p>报备里的信息员还是{officer.name}，接过来以后改报新的，等专班收。</p>}
        <Said error={take.error} />
        <p role="status">{take.data ? `✓ 接过来了，${take.data.things} 件` : ''}</p>
        {!nothing && (
          <p className="choices">
            <ActionButton
              main
              label={`都接过来：${things.length} 件`}
              whyNot={may.take}
              busy={take.isPending}
              onClick={() => take.mutate()}
            />
          </p>
        )}
      </footer>
    </>
  );
}

const Done = ({ data: { done } }: { data: HandOvers }) =>
  done.length === 0 ? (
    <p className="empty">还没有交接过。接过以后，谁接了谁、哪天、几件都记在这里。</p>
  ) : (
    <ListTable
      label="交接过的"
      className="listed"
      rows={done}
      keyOf={({ id }) => id}
      columns={[
        { head: '谁接谁', cell: ({ fromName, toName }) => `${fromName} → ${toName}` },
        { head: '单位', cell: ({ unitName }) => unitName },
        { head: '日期', cell: ({ doneOn }) => doneOn },
        {
          head: '几件',
          cell: ({ articles, claims, commissions }) => `稿件 ${articles}，认领 ${claims}，约稿 ${commissions}`,
        },
      ]}
    />
  );
