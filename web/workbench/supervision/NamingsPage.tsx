import { useQuery } from '@tanstack/react-query';
import { createRoute, Link } from '@tanstack/react-router';
import { z } from 'zod';
import { addMonths, monthOf } from '../../../server/assessment/months.ts';
import { monthAsked } from '../../../server/kernel/dates.ts';
import { namingKinds } from '../../../server/supervision/naming.ts';
import { monthWords } from '../adoption/claims.ts';
import { Export } from '../Export.tsx';
import { Said, Waiting } from '../Said.tsx';
import { shellRoute } from '../Shell.tsx';
import { whoIAm } from '../whoIAm.ts';
import { NamingCard } from './NamingCard.tsx';
import { type Namings, namingsIn } from './orders.ts';
import { Met } from './Suggestions.tsx';
import './supervision.css';

export const namingsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/namings',
  validateSearch: z.object({ month: monthAsked.optional().catch(undefined) }),
  component: NamingsPage,
});

function NamingsPage() {
  const { data: me, error } = useQuery(whoIAm);
  return me ? <Lists today={me.day} /> : <Waiting error={error} />;
}

function Lists({ today }: { today: string }) {
  const { month = addMonths(monthOf(today), -1) } = namingsRoute.useSearch();
  const navigate = namingsRoute.useNavigate();
  const { data, error } = useQuery(namingsIn(month));
  if (!data) return <Waiting error={error} />;
  return (
    <main className="page">
      <div className="head">
        <div>
          <h1>
            {monthWords(data.month)}通报表扬、通报批评：{headOf(data)}
          </h1>
          <p>名单按规则算，由人定：办公室可以去掉、加上并写理由，批评还要分管领导确认；定了的进通报，编了文号的不再变。</p>
        </div>
        <div className="acts">
          <input
            className="wanted"
            type="month"
            aria-label="哪个月"
            max={monthOf(today)}
            value={month}
            onChange={({ target }) =>
              navigate({ search: (before) => ({ ...before, month: target.value || undefined }), replace: true })
            }
          />
          <Export to={`/api/namings.xlsx?month=${month}`} />
          <Link className="btn" to="/bulletins/$month" params={{ month }}>
            看通报
          </Link>
        </div>
      </div>
      <Said error={error} />
      <div className="stack">
        {data.state === 'none' && <p className="card empty">这个月没有考核细则，没有名单。请换一个月。</p>}
        {data.countOnly && <p className="card told">— 这个月只统计不排名，不按规则列名单；要列的由人加上，写明理由。</p>}
        {data.lists.map((list) => (
          <NamingCard key={`${month} ${list.kind} ${list.naming?.version}`} list={list} found={data} />
        ))}
        {data.policies.length > 0 && (
          <section className="card" aria-label="减负规定">
            <Met policies={data.policies} />
          </section>
        )}
      </div>
    </main>
  );
}

function headOf({ state, lists }: Namings): string {
  if (state === 'none') return '没有细则';
  if (state === 'open') return '预览，锁定以后才能定';
  return lists
    .map(({ kind, naming }) => {
      const said = naming?.state === 'confirmed' ? '已定' : naming?.state === 'proposed' ? '等分管领导确认' : '还没有定';
      return `${namingKinds[kind].slice(2)}${said}`;
    })
    .join('，');
}
