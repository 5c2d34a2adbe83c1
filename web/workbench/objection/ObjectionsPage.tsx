import { useQuery } from '@tanstack/react-query';
import { createRoute, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { z } from 'zod';
import { daysBetween } from '../../../server/assessment/months.ts';
import { type ObjectionState, objectionStates, subjects } from '../../../server/objection/objection.ts';
import { monthWords } from '../adoption/claims.ts';
import { Export } from '../Export.tsx';
import { Said, Waiting } from '../Said.tsx';
import { Scroll } from '../Scroll.tsx';
import { shellRoute } from '../Shell.tsx';
import { StateTabs } from '../StateTabs.tsx';
import { whoIAm } from '../whoIAm.ts';
import { ObjectionTag } from './ObjectionTag.tsx';
import './objection.css';
import { type Listed, objectionList, type Search } from './objections.ts';
import { TermsBox } from './TermsBox.tsx';
import { windowWords } from './words.ts';

export const objectionsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/objections',
  validateSearch: z.object({
    state: z
      .enum(Object.keys(objectionStates) as [ObjectionState, ...ObjectionState[]])
      .optional()
      .catch(undefined),
    month: z.string().optional().catch(undefined),
    terms: z.boolean().optional().catch(undefined),
  }),
  component: ObjectionsPage,
});

function ObjectionsPage() {
  const { terms, ...search } = objectionsRoute.useSearch();
  const navigate = objectionsRoute.useNavigate();
  const filters = Object.fromEntries(Object.entries(search).filter(([, value]) => value)) as Search;
  const { data, error } = useQuery(objectionList(filters));
  const { data: me } = useQuery(whoIAm);
  const [setting, setSetting] = useState(false);
  if (!data || !me) return <Waiting error={error} />;
  const office = me.person.roles.some((role) => role.startsWith('office'));
  const show = (terms: boolean | undefined) => navigate({ search: (before) => ({ ...before, terms }), replace: true });
  const words = data.last ? `${monthWords(data.last.month)}${windowWords(data.last, me.day)}` : '还没有锁定的月份';
  return (
    <main className="page">
      <div className="head">
        <div>
          <h1>异议：{headOf(data.counts, office)}</h1>
          <p>
            {words}。
            {office
              ? '由没有经手那条事实的人复核；更正还要第二个人确认。'
              : '在得分单的那一行点“提出异议”；漏记的在得分单末尾提。'}
          </p>
        </div>
        <div className="acts">
          <button type="button" className="btn" onClick={() => setSetting(true)}>
            月度时限
          </button>
          {!office && data.last && (
            <Link className="btn main" to="/assessment" search={{ month: data.last.month, unit: me.person.unitId ?? undefined }}>
              看{monthWords(data.last.month)}得分单
            </Link>
          )}
        </div>
      </div>
      <section className="card">
        <header>
          <h2 className="sr">异议表</h2>
          <StateTabs words={objectionStates} counts={data.counts} />
          <Months />
          <Export to={`/api/objections.xlsx?${new URLSearchParams(filters as Record<string, string>)}`} />
        </header>
        <Said error={error} />
        {data.objections.length > 0 ? (
          <ObjectionTable objections={data.objections} today={me.day} />
        ) : (
          <p className="empty">{data.counts.length > 0 ? '没有这样的异议，换个条件看看。' : emptyWords(office)}</p>
        )}
      </section>
      {(setting || terms) && (
        <TermsBox
          close={() => {
            setSetting(false);
            void show(undefined);
          }}
        />
      )}
    </main>
  );
}

type Counts = readonly { state: ObjectionState; count: number }[];
const countOf = (counts: Counts, wanted: ObjectionState) => counts.find(({ state }) => state === wanted)?.count ?? 0;

function headOf(counts: Counts, office: boolean): string {
  const [pending, proposed] = [countOf(counts, 'pending'), countOf(counts, 'proposed')];
  if (pending + proposed === 0) return office ? '没有等复核的' : '没有在复核的';
  const all = [pending > 0 && `${pending} 条待复核`, proposed > 0 && `${proposed} 条更正待确认`].filter(Boolean);
  return all.join('，');
}

const emptyWords = (office: boolean) =>
  office
    ? '还没有单位提过异议。月度锁定以后，各单位可以对得分单的一行、漏记的事提出来，这里排着等复核。'
    : '本单位没有提过异议。月度锁定以后，觉得哪一行不对，在得分单上点“提出异议”。';

function Months() {
  const { month } = objectionsRoute.useSearch();
  const navigate = objectionsRoute.useNavigate();
  return (
    <input
      className="wanted"
      type="month"
      aria-label="哪个月的"
      value={month ?? ''}
      onChange={({ target }) =>
        navigate({ search: (before) => ({ ...before, month: target.value || undefined }), replace: true })
      }
    />
  );
}

const ObjectionTable = ({ objections, today }: { objections: readonly Listed[]; today: string }) => (
  <Scroll label="异议表">
    <table className="listed">
      <thead>
        <tr>
          {['哪一行', '状态', '单位', '月份', '当时的分', '提出', '复核'].map((head) => (
            <th key={head} scope="col" className={head === '当时的分' ? 'n' : undefined}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody data-queue>
        {objections.map((each) => (
          <tr key={each.id}>
            <td>
              <Link to="/objections/$objectionId" params={{ objectionId: each.id }}>
                {each.about}
              </Link>
              {each.what !== 'line' && <small className="cap">{subjects[each.what]}</small>}
            </td>
            <td>
              <ObjectionTag state={each.state} />
            </td>
            <td>
              {each.unitName}
              {each.aboutId !== each.unitId && <span className="cap"> 对{each.aboutName}</span>}
            </td>
            <td>{monthWords(each.month)}</td>
            <td className="n">{each.points.replace('-', '−') || '—'}</td>
            <td className="day">
              {each.raisedOn.slice(5)} {each.raisedByName}
            </td>
            <td className="day">{answeredWords(each, today)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </Scroll>
);

function answeredWords({ state, answeredOn, answeredByName, confirmedByName, period, raisedOn }: Listed, today: string): string {
  if (state === 'corrected') return `${answeredByName}、${confirmedByName}，列入${monthWords(period ?? '')}`;
  if (answeredOn) return `${answeredOn.slice(5)} ${answeredByName}`;
  if (state === 'withdrawn') return '—';
  const days = daysBetween(raisedOn, today);
  return days > 0 ? `等了 ${days} 天` : '今天提的';
}
