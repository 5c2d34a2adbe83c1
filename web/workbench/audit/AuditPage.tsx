import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { createRoute, Link } from '@tanstack/react-router';
import { z } from 'zod';
import { api } from '../../ui/api.ts';
import { ActionButton } from '../ActionButton.tsx';
import { Export } from '../Export.tsx';
import { Said, Waiting } from '../Said.tsx';
import { Scroll } from '../Scroll.tsx';
import { shellRoute } from '../Shell.tsx';
import { actWords } from './acts.ts';
import { useVerdict } from './useVerdict.ts';

const entries = (page: { before?: string | undefined; subject?: string | undefined }) =>
  queryOptions({
    queryKey: ['audit', page],
    queryFn: async () => (await api.audit.$get({ query: page })).json(),
    placeholderData: keepPreviousData,
  });

const anId = z.uuid().optional().catch(undefined);
export const auditRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/audit',
  validateSearch: z.object({ before: anId, subject: anId }),
  component: AuditPage,
});

function AuditPage() {
  const { before, subject } = auditRoute.useSearch();
  const { data, error } = useQuery(entries({ before, subject }));
  const verdict = useVerdict();
  if (!data) return <Waiting error={error} />;
  return (
    <main className="page">
      <div className="head">
        <div>
          <h1>
            审计：{before ? '更早的' : '最近'} {data.entries.length} 条{subject ? '，只看一件事' : ''}
          </h1>
          <p>每 30 秒封存一次；封存过的改动任何一处，核对时都看得出来。</p>
        </div>
        <div className="acts">
          <Export to={`/api/audit.xlsx${subject ? `?subject=${subject}` : ''}`} />
          <ActionButton main label="核对全部" whyNot={null} busy={verdict.busy} onClick={verdict.ask} />
        </div>
      </div>
      <Said error={verdict.error} />
      {verdict.progress && (
        <p role="status">
          已核对 {verdict.progress.done} 条{verdict.progress.total > 0 ? `，共 ${verdict.progress.total} 条` : ''}……
          <progress max={verdict.progress.total || 1} value={verdict.progress.done} />
        </p>
      )}
      {verdict.found && (
        <p className={verdict.found.fault ? 'said' : 'said ok'}>
          {verdict.found.fault
            ? `! ${verdict.found.fault}`
            : `✓ ${verdict.found.sealed} 条都对得上，另有 ${verdict.found.unsealed} 条等待封存。`}{' '}
          摘要 {verdict.found.head}
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
              {data.entries.map(({ id, no, at, personName, what, subjectId, reason }) => (
                <tr key={id}>
                  <td>{no ?? '待封存'}</td>
                  <td>{new Date(at).toLocaleString('zh-CN')}</td>
                  <td>{personName}</td>
                  <td>
                    <Link to="/audit" search={{ subject: subjectId }} title="只看这件事的前后">
                      {actWords(what)}
                    </Link>
                  </td>
                  <td>{reasonWords(reason)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
        {data.entries.length === 0 && <p className="empty">没有更早的记录了。</p>}
        <footer>
          {(before || subject) && <Link to="/audit">回到最近的</Link>}{' '}
          {data.entries.length === 200 && (
            <Link to="/audit" search={{ subject, before: data.entries.at(-1)?.id }}>
              更早的 200 条
            </Link>
          )}
        </footer>
      </section>
    </main>
  );
}

/** A whole digest is on the page of what it belongs to; here its ends are enough to know it by. */
const reasonWords = (reason: string) =>
  reason ? reason.replace(/\b([0-9a-f]{4})[0-9a-f]{56}([0-9a-f]{4})\b/, '摘要 $1…$2') : '—';
