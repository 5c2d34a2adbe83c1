import { useQuery } from '@tanstack/react-query';
import { createRoute } from '@tanstack/react-router';
import { useState } from 'react';
import { z } from 'zod';
import { type ExemptionState, exemptionStates } from '../../../../server/assessment/exemption/exemption.ts';
import { ActionButton } from '../../ActionButton.tsx';
import { Export } from '../../Export.tsx';
import { ListTable } from '../../ListTable.tsx';
import { Said, Waiting } from '../../Said.tsx';
import { shellRoute } from '../../Shell.tsx';
import { StateTabs } from '../../StateTabs.tsx';
import { whoIAm } from '../../whoIAm.ts';
import { columns } from './columns.tsx';
import { ExemptionBox } from './ExemptionBox.tsx';
import { exemptionList, type Filters } from './exemptions.ts';
import { ProposeBox } from './ProposeBox.tsx';

const states = Object.keys(exemptionStates) as [ExemptionState, ...ExemptionState[]];
const id = z.uuid().optional().catch(undefined);
export const exemptionsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/exemptions',
  validateSearch: z.object({ state: z.enum(states).optional().catch(undefined), unit: id, open: id }),
  component: ExemptionsPage,
});

function ExemptionsPage() {
  const { open, ...search } = exemptionsRoute.useSearch();
  const navigate = exemptionsRoute.useNavigate();
  const [proposing, setProposing] = useState(false);
  const filters = Object.fromEntries(Object.entries(search).filter(([, value]) => value)) as Filters;
  const { data, error } = useQuery(exemptionList(filters));
  const { data: me } = useQuery(whoIAm);
  if (!data || !me) return <Waiting error={error} />;
  const chosen = data.exemptions.find(({ id }) => id === open);
  return (
    <main className="page">
      <div className="head">
        <div>
          <h1>{headOf(data.counts)}</h1>
          <p>豁免的单位照样报送、照样计分，只是不排名。办公室提出，专班另一个人确认才算数；锁定了的月份不再变。</p>
        </div>
        <div className="acts">
          <ActionButton main label="提出豁免" whyNot={data.may.propose} onClick={() => setProposing(true)} />
        </div>
      </div>
      <section className="card">
        <header>
          <h2 className="sr">名单</h2>
          <StateTabs words={exemptionStates} counts={data.counts} />
          <Export to={`/api/exemptions.xlsx?${new URLSearchParams(filters as Record<string, string>)}`} />
        </header>
        <Said error={error} />
        <ListTable label="豁免" columns={columns} rows={data.exemptions} keyOf={({ id }) => id} />
        {data.exemptions.length === 0 && (
          <p className="empty">
            {data.counts.length > 0 ? '没有这样的豁免，换个条件看看。' : '没有豁免的单位，名录里该排名的都排名。'}
          </p>
        )}
      </section>
      {proposing && <ProposeBox today={me.day} close={() => setProposing(false)} />}
      {chosen && (
        <ExemptionBox
          exemption={chosen}
          close={() => navigate({ to: '.', search: (before) => ({ ...before, open: undefined }), resetScroll: false })}
        />
      )}
    </main>
  );
}

type Counts = readonly { state: ExemptionState; count: number }[];
const countOf = (counts: Counts, wanted: ExemptionState) => counts.find(({ state }) => state === wanted)?.count ?? 0;

function headOf(counts: Counts): string {
  const [proposed, confirmed] = [countOf(counts, 'proposed'), countOf(counts, 'confirmed')];
  if (proposed + confirmed === 0) return '豁免：现在没有';
  return `豁免：已确认 ${confirmed} 条${proposed > 0 ? `，${proposed} 条待确认` : ''}`;
}
