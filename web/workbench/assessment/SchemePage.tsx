import { useQuery } from '@tanstack/react-query';
import { createRoute, Link } from '@tanstack/react-router';
import { useState } from 'react';
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
import { NewScheme } from './NewScheme.tsx';
import { type Version as Adopted, schemeOf, schemes } from './schemes.ts';

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
  if (!data) return <Waiting error={error} />;
  const chosen = data.schemes.find(({ id }) => id === open) ?? data.schemes[0];
  const whyNot = data.may.adopt;
  return (
    <main className="page">
      <div className="head">
        <div>
          <h1>{chosen ? `考核细则：${data.schemes.length} 版，现在看“${chosen.name}”` : '考核细则：还没有采用'}</h1>
          <p>采用以后，每月的分就按它算；一版用到下一版施行的前一天。</p>
        </div>
        <div className="acts">
          <ActionButton main={!chosen} label="采用一版细则" whyNot={whyNot} onClick={() => setAdding(true)} />
        </div>
      </div>
      {adding && <NewScheme close={() => setAdding(false)} />}
      {!chosen && !adding && <None />}
      {chosen && (
        <div className="stack">
          {data.schemes.length > 1 && <Versions versions={data.schemes} chosen={chosen.id} />}
          <Version key={chosen.id} version={chosen} />
        </div>
      )}
    </main>
  );
}

const None = () => (
  <section className="card empty">
    <p>还没有考核细则，考评、通报都算不出得分。请专班把纸面细则照说明写成 JSON 文件，在这里上传，看过条文再采用。</p>
    <p>手头没有的，点“采用一版细则”，里面可以先载入示例细则试试。</p>
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
              <th scope="col">采用</th>
            </tr>
          </thead>
          <tbody data-queue>
            {versions.map(({ id, code, name, fromOn, toOn, mode, clauses, adoptedBy, adoptedAt }) => (
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

function Version({ version: { name, code, fromOn, adoptedBy, adoptedAt } }: { version: Adopted }) {
  const { data: scheme, error } = useQuery(schemeOf(fromOn));
  const me = useQuery(whoIAm).data;
  return (
    <section className="card">
      <header>
        <h2>
          {name}（{code}）：{scheme?.clauses.length ?? ''} 条
        </h2>
        <span className="cap">
          {adoptedBy} {me && happenedOn(adoptedAt, me.day)} 采用
        </span>
        {scheme && <Download name={code} scheme={scheme} />}
      </header>
      <Said error={error} />
      {scheme && <Head scheme={scheme} />}
      {scheme && <Clauses clauses={scheme.clauses} />}
    </section>
  );
}
