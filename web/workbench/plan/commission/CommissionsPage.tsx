import { useQuery } from '@tanstack/react-query';
import { createRoute } from '@tanstack/react-router';
import { useState } from 'react';
import { z } from 'zod';
import { type Standing, standings } from '../../../../server/plan/commission/commission.ts';
import { ActionButton } from '../../ActionButton.tsx';
import { Export } from '../../Export.tsx';
import { allUnits } from '../../identity/lists.ts';
import { Said, Waiting } from '../../Said.tsx';
import { shellRoute } from '../../Shell.tsx';
import { StateTabs } from '../../StateTabs.tsx';
import { whoIAm } from '../../whoIAm.ts';
import { CommissionBox } from './CommissionBox.tsx';
import { CommissionTable } from './CommissionTable.tsx';
import { commissionList, type Filters } from './commissions.ts';
import { OrderBox } from './OrderBox.tsx';
import { orderBegun } from './orderBegun.ts';
import './commission.css';

const id = z.uuid().optional().catch(undefined);
export const commissionsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/commissions',
  validateSearch: z.object({
    standing: z
      .enum(Object.keys(standings) as [Standing, ...Standing[]])
      .optional()
      .catch(undefined),
    ...{ unit: id, open: id },
    order: orderBegun.optional().catch(undefined),
  }),
  component: CommissionsPage,
});

function CommissionsPage() {
  const { open, order, ...search } = commissionsRoute.useSearch();
  const navigate = commissionsRoute.useNavigate();
  const [ordering, setOrdering] = useState(order !== undefined);
  const filters = Object.fromEntries(Object.entries(search).filter(([, value]) => value)) as Filters;
  const { data, error } = useQuery(commissionList(filters));
  const { data: me } = useQuery(whoIAm);
  if (!data || !me) return <Waiting error={error} />;
  const office = me.person.roles.some((role) => role.startsWith('office'));
  const show = (id: string | undefined) =>
    navigate({ to: '.', search: (before) => ({ ...before, open: id }), resetScroll: false });
  const chosen = data.commissions.find(({ id }) => id === open);
  return (
    <main className="page">
      <div className="head">
        <div>
          <h1>{headOf(data.counts)}</h1>
          <p>{office ? '约了谁、写什么、几时交，都在这里。' : '专班向本单位约的稿；点“写稿”写，签完就算交来。'}</p>
        </div>
        <div className="acts">
          {office && <ActionButton main label="约一篇" whyNot={data.may.order} onClick={() => setOrdering(true)} />}
        </div>
      </div>
      <section className="card">
        <header>
          <h2 className="sr">名单</h2>
          <StateTabs
            words={standings}
            counts={data.counts.map(({ standing, count }) => ({ state: standing, count }))}
            by="standing"
          />
          {office && <Units />}
          <Export to={`/api/commissions.xlsx?${new URLSearchParams(filters as Record<string, string>)}`} />
        </header>
        <Said error={error} />
        <CommissionTable commissions={data.commissions} office={office} />
        {data.commissions.length === 0 && (
          <p className="empty">
            {data.counts.length > 0
              ? '没有这样的约稿，换个条件看看。'
              : office
                ? '还没有约过稿。缺哪个项目、哪个角度，就向责任单位约一篇。'
                : '✓ 专班还没有向本单位约稿。'}
          </p>
        )}
      </section>
      {ordering && (
        <OrderBox
          today={me.day}
          begun={order}
          close={() => {
            setOrdering(false);
            void navigate({ to: '.', search: (before) => ({ ...before, order: undefined }), replace: true, resetScroll: false });
          }}
          ordered={(id) => {
            setOrdering(false);
            void navigate({ to: '.', search: { open: id } });
          }}
        />
      )}
      {chosen && <CommissionBox commission={chosen} office={office} close={() => show(undefined)} />}
    </main>
  );
}

type Counts = readonly { standing: Standing; count: number }[];
const countOf = (counts: Counts, wanted: Standing) => counts.find(({ standing }) => standing === wanted)?.count ?? 0;

function headOf(counts: Counts): string {
  const [overdue, waiting] = [countOf(counts, 'overdue'), countOf(counts, 'waiting')];
  if (overdue + waiting === 0) return '约稿：没有待交的';
  return `约稿：${overdue + waiting} 篇待交${overdue > 0 ? `，其中逾期 ${overdue} 篇` : ''}`;
}

function Units() {
  const { unit } = commissionsRoute.useSearch();
  const navigate = commissionsRoute.useNavigate();
  const { data } = useQuery(allUnits);
  const set = (unit: string | undefined) =>
    navigate({ to: '.', search: (before) => ({ ...before, unit }), replace: true, resetScroll: false });
  return (
    <select aria-label="按单位看" value={unit ?? ''} onChange={({ target }) => set(target.value || undefined)}>
      <option value="">全部单位</option>
      {data?.units.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}
