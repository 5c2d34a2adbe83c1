import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { readText } from '../../../server/assessment/reading.ts';
import { Scheme } from '../../../server/assessment/scheme.ts';
import { api } from '../../ui/api.ts';
import { keepHere } from '../../ui/kept.ts';
import { ActionButton } from '../ActionButton.tsx';
import { Said } from '../Said.tsx';
import { useWrite } from '../useWrite.ts';
import { Clauses, Head } from './Clauses.tsx';
import { exampleScheme } from './schemes.ts';

const kept = 'scheme-paste';

/** Paste or choose a file, read what the system makes of it, then adopt: the words are read here by the very same rules. */
export function NewScheme({ close }: { close: () => void }) {
  const [text, setText] = useState(() => localStorage.getItem(kept) ?? '');
  const { scheme, fault } = useMemo(() => readingOf(text), [text]);
  const client = useQueryClient();
  const navigate = useNavigate({ from: '/scheme' });
  const take = (words: string) => {
    keepHere(kept, words);
    setText(words);
    adopt.reset();
  };
  const adopt = useWrite<void, { id: string }>(
    async (_, once) => (await api.schemes.$post({ json: { text } }, once)).json(),
    async ({ id }) => {
      localStorage.removeItem(kept);
      await client.invalidateQueries({ queryKey: ['schemes'] });
      await client.invalidateQueries({ queryKey: ['month'] });
      close();
      await navigate({ search: { open: id } });
    },
  );
  return (
    <section className="card adopting">
      <header>
        <h2>{scheme ? `先看条文：${scheme.name}，${scheme.clauses.length} 条` : '采用一版细则'}</h2>
        <button type="button" className="btn small more" onClick={close}>
          收起
        </button>
      </header>
      <Source text={text} take={take} error={fault ?? adopt.error} />
      {scheme && <Head scheme={scheme} />}
      {scheme && <Clauses clauses={scheme.clauses} />}
      <div className="app">
        <ActionButton
          main
          label={scheme ? `采用，从 ${scheme.from} 起` : '采用'}
          whyNot={scheme ? null : fault ? '先照上面说的改好' : '先粘贴或选一份写好的细则'}
          busy={adopt.isPending}
          onClick={() => adopt.mutate()}
        />
      </div>
    </section>
  );
}

function readingOf(text: string): { scheme?: Scheme; fault?: Error } {
  if (text.trim() === '') return {};
  try {
    return { scheme: readText(Scheme, text, '细则') };
  } catch (fault) {
    return { fault: fault as Error };
  }
}

type SourceProps = { text: string; take: (text: string) => void; error: Error | null };
function Source({ text, take, error }: SourceProps) {
  const [failed, setFailed] = useState<Error | null>(null);
  const fetched = () => exampleScheme().then(take, setFailed);
  return (
    <div className="source-text">
      <p>
        把纸面细则写成 JSON，每种写法都有例子：
        <a href="/api/schemes/guide" download>
          下载写法说明
        </a>
        。没看懂的地方，系统不猜，会说出在哪一项。
      </p>
      <p className="opt">
        <label className="btn">
          选一个 .json 文件
          <input
            className="sr"
            type="file"
            accept=".json,application/json"
            onChange={({ target }) => target.files?.[0]?.text().then(take)}
          />
        </label>
        <button type="button" className="btn" onClick={fetched}>
          载入示例细则
        </button>
      </p>
      <label className="fill">
        <span>或把 JSON 粘在这里</span>
        <textarea className="paste" spellCheck={false} value={text} onChange={({ target }) => take(target.value)} />
      </label>
      <Said error={failed ?? error} />
    </div>
  );
}
