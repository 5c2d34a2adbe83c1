import { useQuery } from '@tanstack/react-query';
import { createRoute, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { z } from 'zod';
import { type OrderState, orderStates } from '../../../server/supervision/supervision.ts';
import { ActionButton } from '../ActionButton.tsx';
import { Export } from '../Export.tsx';
import { type Column, ListTable } from '../ListTable.tsx';
import { Said, Waiting } from '../Said.tsx';
import { shellRoute } from '../Shell.tsx';
import { StateTabs } from '../StateTabs.tsx';
import { whoIAm } from '../whoIAm.ts';
import { IssueBox } from './IssueBox.tsx';
import { ColourTag, OrderTag } from './OrderTag.tsx';
import { type Listed, orderList, type Search, suggested } from './orders.ts';
import { RulesBox } from './RulesBox.tsx';
import { Suggestions } from './Suggestions.tsx';

const states = Object.keys(orderStates) as [OrderState, ...OrderState[]];
export const supervisionRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/supervision',
  validateSearch: z.object({
    state: z.enum(states).optional().catch(undefined),
    unit: z.uuid().optional().catch(undefined),
    issue: z.string().optional().catch(undefined),
  }),
  component: SupervisionPage,
});

function SupervisionPage() {
  const { issue, ...search } = supervisionRoute.useSearch();
  const navigate = supervisionRoute.useNavigate();
  const filters = Object.fromEntries(Object.entries(search).filter(([, value]) => value)) as Search;
  const { data, error } = useQuery(orderList(filters));
  const { data: me } = useQuery(whoIAm);
  const office = data?.office ?? false;
  const { data: found } = useQuery({ ...suggested, enabled: office });
  const [ruling, setRuling] = useState(false);
  if (!data || !me) return <Waiting error={error} />;
  const choose = (issue: string | undefined) => navigate({ search: (before) => ({ ...before, issue }), resetScroll: false });
  return (
    <main className="page">
      <div className="head">
        <div>
          <h1>督办：{headOf(data.counts, data.overdue, office)}</h1>
          <p>{office ? '规则只建议，每一步由人办；红单和约谈要专班分管领导同意。一事一单，到期没办结才升级。' : unitWords}</p>
        </div>
        <div className="acts">
          <button type="button" className="btn" onClick={() => setRuling(true)}>
            督办规则
          </button>
          {office && <ActionButton main label="发督办单" whyNot={data.may.issue} onClick={() => choose('new')} />}
        </div>
      </div>
      <div className="stack">
        {office && found && <Suggestions found={found} whyNot={data.may.issue} today={me.day} />}
        <section className="card">
          <header>
            <h2 className="sr">督办单</h2>
            <StateTabs words={orderStates} counts={data.counts} />
            <Export to={`/api/supervision.xlsx?${new URLSearchParams(filters as Record<string, string>)}`} />
          </header>
          <Said error={error} />
          {data.orders.length > 0 && (
            <ListTable label="督办单" className="listed" columns={columns} rows={data.orders} keyOf={({ id }) => id} />
          )}
          {data.orders.length === 0 && (
            <p className="empty">{data.counts.length > 0 ? '没有这样的督办单，换个条件看看。' : emptyWords(office)}</p>
          )}
        </section>
      </div>
      {issue && found && data.may.issue === null && (
        <IssueBox
          key={issue}
          suggestion={found.suggestions.find(({ unit, orderId }) => unit === issue && orderId === null) ?? null}
          due={found.due}
          today={me.day}
          close={() => void choose(undefined)}
        />
      )}
      {ruling && <RulesBox close={() => setRuling(false)} />}
    </main>
  );
}

const unitWords = '收到的督办单请在到期前反馈；确有困难的，到期前申请延期。专班看过反馈再销号。';
const emptyWords = (office: boolean) =>
  office ? '还没有发过督办单。上面有建议的照建议发，别的事点“发督办单”。' : '本单位没有收到过督办单。';

type Counts = readonly { state: OrderState; count: number }[];
function headOf(counts: Counts, overdue: number, office: boolean): string {
  const countOf = (wanted: OrderState) => counts.find(({ state }) => state === wanted)?.count ?? 0;
  const [proposed, issued, answered] = [countOf('proposed'), countOf('issued'), countOf('answered')];
  if (proposed + issued + answered === 0) return '没有在办的';
  return [
    issued > 0 && (office ? `${issued} 张等单位反馈` : `${issued} 张等本单位反馈`),
    answered > 0 && `${answered} 张已反馈等销号`,
    proposed > 0 && `${proposed} 张等分管领导同意`,
    overdue > 0 && `${overdue} 张已到期`,
  ]
    .filter(Boolean)
    .join('，');
}

const columns: readonly Column<Listed>[] = [
  {
    head: '事项',
    cell: ({ id, matter }) => (
      <Link to="/supervision/$orderId" params={{ orderId: id }}>
        {matter}
      </Link>
    ),
  },
  { head: '颜色', cell: ({ colour }) => <ColourTag colour={colour} /> },
  { head: '状态', cell: ({ state, overdue }) => <OrderTag state={state} overdue={overdue} /> },
  { head: '单位', className: 'day', cell: ({ unitName }) => unitName },
  { head: '到期', className: 'day', cell: ({ dueOn }) => dueOn.slice(5) },
  {
    head: '发出',
    className: 'day',
    cell: ({ issuedOn, draftedByName }) => (issuedOn ? `${issuedOn.slice(5)} ${draftedByName}` : '—'),
  },
  { head: '反馈', className: 'day', cell: ({ answeredOn }) => answeredOn?.slice(5) ?? '—' },
];
