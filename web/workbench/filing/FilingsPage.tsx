import { useQuery } from '@tanstack/react-query';
import { createRoute, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { z } from 'zod';
import { countsIn, type FilingRow, rowsLike } from '../../../server/filing/board.ts';
import { type FilingKind, type FilingStanding, filingKinds, kindsInOrder, standings } from '../../../server/filing/filing.ts';
import { ActionButton } from '../ActionButton.tsx';
import { Export } from '../Export.tsx';
import { Said, Waiting } from '../Said.tsx';
import { shellRoute } from '../Shell.tsx';
import { StateTabs } from '../StateTabs.tsx';
import { whoIAm } from '../whoIAm.ts';
import { FilingBox } from './FilingBox.tsx';
import { FilingTable } from './FilingTable.tsx';
import './filing.css';
import { type FilingsNow, filingsNow } from './filings.ts';
import { Own } from './Own.tsx';
import { TermBox } from './TermBox.tsx';

const kind = z
  .enum(kindsInOrder as [FilingKind, ...FilingKind[]])
  .optional()
  .catch(undefined);
export const filingsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/filings',
  validateSearch: z.object({
    standing: z
      .enum(Object.keys(standings) as [FilingStanding, ...FilingStanding[]])
      .optional()
      .catch(undefined),
    ...{ kind, open: kind, unit: z.uuid().optional().catch(undefined) },
  }),
  component: FilingsPage,
});

function FilingsPage() {
  const { open, unit } = filingsRoute.useSearch();
  const navigate = filingsRoute.useNavigate();
  const [setting, setSetting] = useState(false);
  const { data, error } = useQuery(filingsNow);
  const { data: me } = useQuery(whoIAm);
  if (!data || !me) return <Waiting error={error} />;
  const office = me.person.roles.some((role) => role.startsWith('office'));
  const row = data.rows.find(({ id }) => id === unit);
  const cell = row?.cells.find((each) => each.kind === open);
  const close = () =>
    navigate({ to: '.', search: (before) => ({ ...before, open: undefined, unit: undefined }), resetScroll: false });
  return (
    <main className="page">
      <div className="head">
        <div>
          <h1>{headOf(data, office)}</h1>
          <p>
            {office
              ? '每个责任单位要报五样；没有报的在最前面，点格子看内容、收下或退回。'
              : '本单位要报的五样，点“报来”填；专班收下才算。'}
          </p>
        </div>
        <div className="acts">
          {office && <ActionButton label="定期限" whyNot={data.may.setTerm} onClick={() => setSetting(true)} />}
        </div>
      </div>
      <Said error={error} />
      {data.plan === null ? (
        <section className="card empty">
          <p>还没有年度方案。方案建立以后，这里列出各责任单位的实施方案、负责人和三件事报了没有。</p>
          <Link className="btn" to="/plan">
            看方案
          </Link>
        </section>
      ) : office ? (
        <Board data={data} />
      ) : (
        <Own data={data} />
      )}
      {row && cell && <FilingBox key={cell.kind} data={data} row={row} cell={cell} office={office} close={close} />}
      {setting && <TermBox terms={data.terms} close={() => setSetting(false)} />}
    </main>
  );
}

function headOf({ plan, rows }: FilingsNow, office: boolean): string {
  if (plan === null) return '报备：还没有方案';
  const cells = rows.flatMap(({ cells }) => cells);
  const of = (wanted: FilingStanding) => cells.filter(({ standing }) => standing === wanted).length;
  if (!office)
    return rows.length === 0
      ? '报备：本单位不用报'
      : `报备：五样里收下 ${of('taken')} 样，还差 ${5 - of('taken') - of('filed')} 样没报`;
  const late = rows.filter(({ cells }) => cells.some(({ standing }) => standing === 'overdue')).length;
  return `报备：${late > 0 ? `! ${late} 个单位逾期没报` : '没有逾期的'}，${of('filed')} 份等您收`;
}

function Board({ data }: { data: FilingsNow }) {
  const { standing, kind } = filingsRoute.useSearch();
  const rows = data.rows as FilingRow[];
  const filters = Object.fromEntries(Object.entries({ standing, kind }).filter(([, value]) => value));
  const shown = rowsLike(rows, filters);
  return (
    <section className="card">
      <header>
        <h2 className="sr">各单位</h2>
        <StateTabs words={standings} counts={countsIn(rows, kind)} by="standing" />
        <Kinds />
        <Export to={`/api/filings.xlsx?${new URLSearchParams(filters as Record<string, string>)}`} />
      </header>
      <FilingTable rows={shown} terms={data.terms} kinds={kind ? [kind] : kindsInOrder} />
      {shown.length === 0 && <p className="empty">没有这样的单位，换个条件看看。</p>}
    </section>
  );
}

function Kinds() {
  const { kind } = filingsRoute.useSearch();
  const navigate = filingsRoute.useNavigate();
  const set = (kind: FilingKind | undefined) =>
    navigate({ to: '.', search: (before) => ({ ...before, kind }), replace: true, resetScroll: false });
  return (
    <select aria-label="按事项看" value={kind ?? ''} onChange={({ target }) => set((target.value || undefined) as FilingKind)}>
      <option value="">全部事项</option>
      {kindsInOrder.map((each) => (
        <option key={each} value={each}>
          {filingKinds[each]}
        </option>
      ))}
    </select>
  );
}
