import { useQuery } from '@tanstack/react-query';
import { createRoute } from '@tanstack/react-router';
import { api } from '../../ui/api.ts';
import { ActionButton } from '../ActionButton.tsx';
import { Said, Waiting } from '../Said.tsx';
import { Scroll } from '../Scroll.tsx';
import { shellRoute } from '../Shell.tsx';

export const auditRoute = createRoute({ getParentRoute: () => shellRoute, path: '/audit', component: AuditPage });

function AuditPage() {
  const { data, error } = useQuery({ queryKey: ['audit'], queryFn: async () => (await api.audit.$get({ query: {} })).json() });
  const verdict = useQuery({
    queryKey: ['verdict'],
    queryFn: async () => (await api.audit.verdict.$get()).json(),
    enabled: false,
  });
  if (!data) return <Waiting error={error} />;
  return (
    <main className="page">
      <div className="head">
        <div>
          <h1>审计：最近 {data.entries.length} 条</h1>
          <p>每 30 秒封存一次；封存过的改动任何一处，核对时都看得出来。</p>
        </div>
        <div className="acts">
          <ActionButton main label="核对全部" whyNot={null} busy={verdict.isFetching} onClick={() => verdict.refetch()} />
        </div>
      </div>
      <Said error={verdict.error} />
      {verdict.data && (
        <p className={verdict.data.fault ? 'said' : 'said ok'}>
          {verdict.data.fault
            ? `! ${verdict.data.fault}`
            : `✓ ${verdict.data.sealed} 条都对得上，另有 ${verdict.data.unsealed} 条等待封存。`}{' '}
          摘要 {verdict.data.head}
        </p>
      )}
      <section className="card">
        <Scroll label="审计记录">
          <table>
            <thead>
              <tr>
                <th>编号</th>
                <th>时间</th>
                <th>谁</th>
                <th>做了什么</th>
                <th>说明</th>
              </tr>
            </thead>
            <tbody>
              {data.entries.map(({ id, no, at, personName, what, reason }) => (
                <tr key={id}>
                  <td>{no ?? '待封存'}</td>
                  <td>{new Date(at).toLocaleString('zh-CN')}</td>
                  <td>{personName}</td>
                  <td>{what}</td>
                  <td>{reason || '—'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      </section>
    </main>
  );
}
