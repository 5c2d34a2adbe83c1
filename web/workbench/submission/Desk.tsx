import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { genres, refusals, stateWords, wordsOf } from '../../../server/submission/submission.ts';
import { api } from '../../ui/api.ts';
import { ActionButton } from '../ActionButton.tsx';
import { ReasonBox } from '../identity/ReasonBox.tsx';
import { useWrite } from '../useWrite.ts';
import type { Article } from './articles.ts';
import { Deciding } from './Deciding.tsx';
import { History } from './History.tsx';
import { Reading } from './Reading.tsx';
import { SheetBox } from './SheetBox.tsx';
import { Signatures } from './Signatures.tsx';
import { SignBox } from './SignBox.tsx';

type Asked = 'return' | 'withdraw' | 'sheet' | null;

/** The article beside what is to be signed. */
export function Desk({ article, person, today }: { article: Article; person: string; today: string }) {
  const [asked, setAsked] = useState<Asked>(null);
  const close = () => setAsked(null);
  const { may, title, unitName, authorName, authorId, genre, body, projectName, theme } = article;
  return (
    <main className="page">
      <div className="head">
        <div>
          <h1>
            {stateWords(article)}：{title}
          </h1>
          <p>
            {unitName}　{authorId === person ? '您写的' : authorName}　{genres[genre]}　{wordsOf(body)} 字
            {projectName && `　${projectName}`}
            {theme && `　${theme}`}
          </p>
        </div>
        <div className="acts">
          {(may.withdraw === null || may.withdraw === refusals.takenAlready.message) && (
            <ActionButton label="撤回" whyNot={may.withdraw} onClick={() => setAsked('withdraw')} />
          )}
          {article.level !== null && may.return === null && (
            <ActionButton label="退回修改" whyNot={null} onClick={() => setAsked('return')} />
          )}
          <Link className="btn" to="/claims/new" search={{ article: article.id, title, unit: article.unitId }}>
            登出来了，认领采用
          </Link>
          <Link className="btn" to="/articles">
            回到列表
          </Link>
        </div>
      </div>
      <div className="desk reviewing">
        <Reading article={article} />
        <div>
          <SignBox article={article} />
          {article.versionNo > 0 && <Signatures article={article} />}
          {article.state === 'inReview' && <Paper article={article} open={() => setAsked('sheet')} />}
          {[article.may.take, article.may.leave].includes(null) && <Office article={article} />}
          <History article={article} />
        </div>
      </div>
      {asked === 'sheet' && <SheetBox article={article} today={today} close={close} />}
      {(asked === 'return' || asked === 'withdraw') && <Reasoned article={article} verb={asked} close={close} />}
    </main>
  );
}

const Office = ({ article }: { article: Article }) => (
  <section className="card signing deciding" aria-label="专班定">
    <p className="choices">
      <Deciding article={article} decided={() => undefined} />
    </p>
  </section>
);

const Paper = ({ article: { id, may }, open }: { article: Article; open: () => void }) => (
  <section className="card signing">
    <header>
      <h2>纸上签</h2>
    </header>
    <p className="cap">领导不上系统的，打印审签单请他签，签完拍照代录。</p>
    <p className="choices">
      <a className="btn" href={`/api/articles/${id}/sheet.pdf`} target="_blank" rel="noreferrer">
        打印审签单
      </a>
      <ActionButton label="代录审签单" whyNot={may.recordSheet} onClick={open} />
    </p>
  </section>
);

const words = {
  return: { title: '退回修改', note: '作者会看到理由和是谁退的；改好重新送审，从初审签起。', act: '退回' },
  withdraw: { title: '撤回稿件', note: '没有报送的回到草稿；已经报送的不再计数，登出来的采用照样算。', act: '撤回' },
} as const;

function Reasoned({ article, verb, close }: { article: Article; verb: keyof typeof words; close: () => void }) {
  const client = useQueryClient();
  const { id, version } = article;
  const refresh = () => client.invalidateQueries({ queryKey: ['articles'] });
  const send = useWrite<string>(
    (reason, once) => {
      const [to, given] = [api.articles[':id'], { param: { id }, json: { version, reason } }] as const;
      return verb === 'return' ? to.returns.$post(given, once) : to.withdrawal.$post(given, once);
    },
    () => refresh().then(close),
  );
  return (
    <ReasonBox
      {...words[verb]}
      error={send.error}
      busy={send.isPending}
      send={(reason) => send.mutate(reason, { onError: refresh })}
      close={close}
    />
  );
}
