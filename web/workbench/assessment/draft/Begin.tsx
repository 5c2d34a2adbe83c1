import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api, type intent } from '../../../ui/api.ts';
import { Said } from '../../Said.tsx';
import { useWrite } from '../../useWrite.ts';
import { readySchemes, type Version } from '../schemes.ts';

type From =
  | { kind: 'empty' }
  | { kind: 'version'; id: string }
  | { kind: 'ready'; key: string }
  | { kind: 'text'; text: string }
  | { kind: 'xlsx'; file: File };

async function send(from: From, once: ReturnType<typeof intent>): Promise<{ id: string }> {
  if (from.kind !== 'xlsx') return (await api['scheme-drafts'].$post({ json: from }, once)).json();
  const reply = await fetch('/api/scheme-drafts/xlsx', { method: 'POST', body: from.file, headers: once.headers });
  const said = await reply.json();
  if (!reply.ok) throw new Error(said.message);
  return said;
}

/** A new draft: from nothing, from a version, from a ready scheme, from a file. */
export function Begin({ latest, close }: { latest: Version | undefined; close: () => void }) {
  const ready = useQuery(readySchemes).data ?? [];
  const client = useQueryClient();
  const navigate = useNavigate();
  const begin = useWrite(send, async ({ id }) => {
    await client.invalidateQueries({ queryKey: ['drafts'] });
    await navigate({ to: '/scheme/drafts/$id', params: { id } });
  });
  const take = async (file: File | undefined) => {
    if (!file) return;
    begin.mutate(/\.xlsx$/i.test(file.name) ? { kind: 'xlsx', file } : { kind: 'text', text: await file.text() });
  };
  return (
    <section className="card adopting">
      <header>
        <h2>起草一版细则</h2>
        <button type="button" className="btn small more" onClick={close}>
          收起
        </button>
      </header>
      <div className="source-text">
        <p className="opt">
          <button type="button" className="btn" onClick={() => begin.mutate({ kind: 'empty' })}>
            从空白起草
          </button>
          {latest && (
            <button type="button" className="btn" onClick={() => begin.mutate({ kind: 'version', id: latest.id })}>
              照“{latest.name}”改
            </button>
          )}
          <label className="btn">
            选 .xlsx 或 .json 文件
            <input className="sr" type="file" accept=".json,.xlsx" onChange={({ target }) => take(target.files?.[0])} />
          </label>
          <a href="/api/schemes/guide" download>
            JSON 的写法说明
          </a>
        </p>
        <h3>或从现成的一种起草，照本县的改</h3>
        <ul className="begin">
          {ready.map(({ key, name, about, clauses }) => (
            <li key={key}>
              <button type="button" className="btn small" onClick={() => begin.mutate({ kind: 'ready', key })}>
                用“{name}”
              </button>
              <small>
                {about}（{clauses} 条）
              </small>
            </li>
          ))}
        </ul>
        <Said error={begin.error} />
      </div>
    </section>
  );
}
