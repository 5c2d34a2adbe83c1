import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { whyNotReady } from '../../../server/submission/may.ts';
import { levels, type Written } from '../../../server/submission/submission.ts';
import { api } from '../../ui/api.ts';
import { ActionButton } from '../ActionButton.tsx';
import { Field } from '../Field.tsx';
import { Said } from '../Said.tsx';
import { useWrite } from '../useWrite.ts';
import { type Article, articleQueue } from './articles.ts';
import { Belongs } from './Belongs.tsx';
import { Body } from './Body.tsx';
import { Conflict } from './Conflict.tsx';
import { monthWords } from './monthWords.ts';
import { Pictures, useUploads } from './Pictures.tsx';
import { SavedState } from './SavedState.tsx';
import { useDraft } from './useDraft.ts';

type Props = {
  article: Article | null;
  begun: Written;
  person: { id: string; unitId: string | null; unitName: string | null };
  created: (id: string) => void;
  handedIn: () => void;
};

/** Where an article is written, on a PC as on a phone. */
export function Editor({ article, begun, person, created, handedIn }: Props) {
  const client = useQueryClient();
  const draft = useDraft({ person: person.id, article, written: begun }, created);
  const { written, change, saver, other } = draft;
  const uploads = useUploads((sha256) => change((now) => ({ pictures: [...now.pictures, { sha256, caption: '' }] })));
  const { data: queue } = useQuery(articleQueue);
  const handIn = useWrite<void>(
    async (_given, once) => {
      await saver.flush();
      if (!saver.isSaved) throw new Error('还没有存上，写的都在；请等存上了再送审。');
      const { id, version } = saver.at;
      return api.articles[':id']['handing-in'].$post({ param: { id: id ?? '' }, json: { version } }, once);
    },
    () => client.invalidateQueries({ queryKey: ['articles'] }).then(handedIn),
  );
  const missing = whyNotReady(written)?.message ?? null;
  const whyNot = other ? '请先定留哪一份' : uploads.pending.length > 0 ? '照片还没有传完' : missing;
  const { settle, aside, takeBack, dropAside } = draft;
  return (
    <main className="page writing" onBlur={() => void saver.flush()}>
      <div className="head">
        <div>
          <h1>{written.title.trim() || (article ? '没有标题的稿件' : '写一篇稿件')}</h1>
          <p>
            {person.unitName}　{queue && monthWords(queue)}
          </p>
        </div>
        <SavedState {...draft} />
      </div>
      {article && <LastReturn article={article} />}
      {other && <Conflict mine={written} theirs={other.written} settle={settle} />}
      {aside && (
        <p className="said ok">
          您先前写的收在这台电脑上，没有丢。
          <button type="button" className="btn small" onClick={takeBack}>
            换回我写的
          </button>{' '}
          <button type="button" className="btn small" onClick={dropAside}>
            不要了
          </button>
        </p>
      )}
      <section className="card form">
        <Pictures pictures={written.pictures} change={(pictures) => change({ pictures })} uploads={uploads} />
        <Field label="标题" maxLength={200} value={written.title} set={(title) => change({ title })} />
        <Body value={written.body} change={(body) => change({ body })} take={uploads.add} />
        <Belongs written={written} unitId={person.unitId} change={change} />
        {written.commissionId && <p className="cap">按专班的约稿写，报送以后算交稿。</p>}
      </section>
      <footer className="end">
        <Said error={handIn.error} />
        <ActionButton main label="送审" whyNot={whyNot} busy={handIn.isPending} onClick={() => handIn.mutate()} />
        <Link className="btn" to="/articles">
          回到列表
        </Link>
      </footer>
    </main>
  );
}

/** Why it came back, before anything else. */
function LastReturn({ article: { returns, state } }: { article: Article }) {
  const last = returns.at(-1);
  if (!last || state !== 'returned') return null;
  const from = last.level === 0 ? '专班办公室' : last.level === null ? '' : levels[last.level as keyof typeof levels];
  return (
    <p className="said">
      ! {from} {last.byName} {last.returnedOn.slice(5)} 退回：{last.reason}
    </p>
  );
}
