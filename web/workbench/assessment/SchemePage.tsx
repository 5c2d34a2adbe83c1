import { useQuery } from '@tanstack/react-query';
import { createRoute, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { addressOf } from '../../ui/upload.ts';
import { ActionButton } from '../ActionButton.tsx';
import { happenedOn } from '../happenedOn.ts';
import { listed } from '../listed.ts';
import { Said, Waiting } from '../Said.tsx';
import { Scroll } from '../Scroll.tsx';
import { shellRoute } from '../Shell.tsx';
import { whoIAm } from '../whoIAm.ts';
import './assessment.css';
import { Clauses, Head } from './Clauses.tsx';
import { Download } from './Download.tsx';
import { Begin } from './draft/Begin.tsx';
import { Drafts } from './draft/Drafts.tsx';
import './draft/draft.css';
import { draftList } from './draft/drafts.ts';
import { Policies } from './Policies.tsx';
import { type Version as Adopted, policies, schemeOf, schemes } from './schemes.ts';

export const schemeRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/scheme',
  validateSearch: listed,
  component: SchemePage,
});

function SchemePage() {
  const { open } = schemeRoute.useSearch();
  const [adding, setAdding] = useState(false);
  const { data, error } = useQuery(schemes);
  const rules = useQuery(policies).data ?? [];
  const drafts = useQuery(draftList).data;
  if (!data) return <Waiting error={error} />;
  const chosen = data.schemes.find(({ id }) => id === open) ?? data.schemes[0];
  const whyNot = drafts ? drafts.may.start : '细则由专班办公室起草、提请，请找他们。';
  return (
    <main className="page">
      <div className="head">
        <div>
          <h1>{chosen ? `考核细则：${data.schemes.length} 版，现在看“${chosen.name}”` : '考核细则：还没有生效的'}</h1>
          <p>一人提请、另一人批准以后生效，每月的分就按它算；一版用到下一版施行的前一天。</p>
        </div>
        <div className="acts">
          <ActionButton main={!chosen} label="起草一版" whyNot={whyNot} onClick={() => setAdding(true)} />
        </div>
      </div>
      {adding && <Begin latest={data.schemes[0]} close={() => setAdding(false)} />}
      {!chosen && !adding && <None />}
      <div className="stack">
        {drafts && drafts.drafts.length > 0 && <Drafts drafts={drafts.drafts} />}
        {chosen && data.schemes.length > 1 && <Versions versions={data.schemes} chosen={chosen.id} />}
        {chosen && <Version key={chosen.id} version={chosen} />}
        {rules.length > 0 && <Policies policies={rules} />}
      </div>
    </main>
  );
}

const None = () => (
  <section className="card empty">
    <p>还没有考核细则，考评、通报都算不出得分。点“起草一版”，照着纸面一条一条填，或从现成的一种改起。</p>
    <p>写好以后提请，由专班办公室的另一人或分管领导批准生效。</p>
  </section>
);

function Versions({ versions, chosen }: { versions: readonly Adopted[]; chosen: string }) {
  const me = useQuery(whoIAm).data;
  return (
    <section className="card">
      <Scroll label="各版细则">
        <table>
          <thead>
            <tr>
              <th scope="col">细则</th>
              <th scope="col">施行</th>
              <th scope="col">方式</th>
              <th scope="col" className="n">
                条款
              </th>
              <th scope="col">提请、批准</th>
            </tr>
          </thead>
          <tbody data-queue>
            {versions.map(({ id, code, name, fromOn, toOn, mode, clauses, proposedBy, adoptedBy, adoptedAt }) => (
              <tr key={id} className={id === chosen ? 'chosen' : ''}>
                <td>
                  <Link from="/scheme" to="." search={{ open: id }} aria-current={id === chosen ? 'true' : undefined}>
                    {name}（{code}）
                  </Link>
                </td>
                <td className="day">
                  {fromOn} 至 {toOn ?? '今'}
                </td>
                <td>{mode === 'score' ? '计分' : '只统计不排名'}</td>
                <td className="n">{clauses}</td>
                <td className="day">
                  {proposedBy && `${proposedBy}、`}
                  {adoptedBy} {me && happenedOn(adoptedAt, me.day)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}

function Version({
  version: { id, name, code, fromOn, toOn, proposedBy, adoptedBy, adoptedAt, basis, paper },
}: {
  version: Adopted;
}) {
  const { data: scheme, error } = useQuery(schemeOf(fromOn));
  const me = useQuery(whoIAm).data;
  const rules = useQuery(policies).data ?? [];
  const month = monthIn(fromOn, toOn, me?.day ?? fromOn);
  return (
    <section className="card">
      <header>
        <h2>
          {name}（{code}）：{scheme?.clauses.length ?? ''} 条
        </h2>
        <span className="cap">
          {proposedBy && `${proposedBy}提请，`}
          {adoptedBy} {me && happenedOn(adoptedAt, me.day)} 批准{basis && `；依据：${basis}`}
        </span>
        {paper && (
          <a className="more" href={addressOf(paper)} target="_blank" rel="noreferrer">
            看纸面细则
          </a>
        )}
        <a className="btn small more" href={`/api/schemes/${id}/scheme.xlsx`} download>
          下载 .xlsx
        </a>
        {scheme && <Download name={code} scheme={scheme} />}
      </header>
      <Said error={error} />
      {scheme && <Head scheme={scheme} />}
      {scheme && <Clauses clauses={scheme.clauses} month={month} policies={rules} />}
    </section>
  );
}

/** The month of the county's day, or the version's own nearest to it. */
const monthIn = (from: string, to: string | null, day: string) =>
  (day < from ? from : to !== null && day > to ? to : day).slice(0, 7);
