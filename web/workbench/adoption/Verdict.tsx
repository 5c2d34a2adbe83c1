import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef } from 'react';
import type { Fields } from '../../../server/adoption/adoption.ts';
import type { Verdict as Found } from '../../../server/adoption/may.ts';
import { Refused } from '../../../server/kernel/refusal.ts';
import { api } from '../../ui/api.ts';
import { ActionButton } from '../ActionButton.tsx';
import { useWrite } from '../useWrite.ts';
import { monthWords, type Shown } from './claims.ts';
import { Errors } from './Errors.tsx';
import { useKey } from './Evidence.tsx';
import { fieldsFrom, type Typed } from './fields.ts';

export type Mode = 'look' | 'accept' | 'correct' | 'refuse';
type Props = {
  shown: Shown;
  version: number;
  typed: Typed;
  mode: Mode;
  setMode: (mode: Mode) => void;
  reason: string;
  setReason: (reason: string) => void;
  done: (words: string) => void;
};

/** The decision: accept, put right first, or send back; each key as on the button. */
export function Verdict({ shown, version, typed, mode, setMode, reason, setReason, done }: Props) {
  const client = useQueryClient();
  const { claim, may } = shown;
  const judge = useJudge(shown, version, done);
  const send = (verdict: Found, fields: Fields | null = null) => judge.mutate({ verdict, reason, fields });
  // a claim once refused is accepted with a reason
  const accept = () => (claim.state === 'refused' ? setMode('accept') : send('accept'));
  const look = () =>
    client
      .invalidateQueries({ queryKey: ['claims'] })
      .then(() => setMode('look'))
      .then(judge.reset);
  const free = mode === 'look' && !judge.isPending;
  useKey('a', () => free && may.accept === null && accept());
  useKey('e', () => free && may.correct === null && setMode('correct'));
  useKey('r', () => free && may.refuse === null && setMode('refuse'));
  const decided = claim.state === 'accepted' || claim.state === 'refused';
  return (
    <section className="card" aria-label="核验">
      <header>
        <h2>{decided ? '改变认定' : '这一条怎么定'}</h2>
        {mode !== 'look' && <span className="more cap">Esc 不改了</span>}
      </header>
      <div className="dec">
        {mode === 'look' ? (
          <Buttons shown={shown} busy={judge.isPending} accept={accept} setMode={setMode} />
        ) : (
          <Reasoned
            verdict={mode}
            reason={reason}
            setReason={setReason}
            busy={judge.isPending}
            back={() => setMode('look')}
            send={() => send(mode, mode === 'correct' ? fieldsFrom(typed) : null)}
          />
        )}
        <Errors error={judge.error} />
        {judge.error instanceof Refused && judge.error.refusal.code === 'claim.movedOn' && <Look look={look} />}
      </div>
    </section>
  );
}

const Look = ({ look }: { look: () => unknown }) => (
  <button className="btn" type="button" onClick={look}>
    看现在的样子
  </button>
);

type ButtonsProps = { shown: Shown; busy: boolean; accept: () => void; setMode: (mode: Mode) => void };
const Buttons = ({ shown: { claim, may, month }, busy, accept, setMode }: ButtonsProps) => (
  <>
    <ActionButton
      main
      label={`认定，记入${monthWords(month)}${claim.tierNow === null ? '，不计分' : ''}（A）`}
      whyNot={may.accept}
      busy={busy}
      aria-keyshortcuts="A"
      onClick={accept}
    />
    <ActionButton
      label="更正后认定（E）"
      whyNot={same(may.correct, may.accept)}
      aria-keyshortcuts="E"
      onClick={() => setMode('correct')}
    />
    <p>载体、日期、版位、形态有错，改了再认。</p>
    <ActionButton
      label="退回，写理由（R）"
      whyNot={same(may.refuse, may.accept)}
      aria-keyshortcuts="R"
      onClick={() => setMode('refuse')}
    />
    <p>{claim.unitName}看得到理由，可以补交。</p>
  </>
);
const same = (why: string | null, told: string | null) => (why !== null && why === told ? '同上。' : why);

const acts = { accept: '改判认定', correct: '更正后认定', refuse: '退回' } as const;
const usual = {
  accept: ['看了原报，可以认定', '单位补了原件'],
  correct: ['照报头改日期', '载体写错', '照报样改版位', '照报样改标题', '是综合稿'],
  refuse: ['看不清版次和日期', '文中没有单位名和通讯员名', '是有偿宣传', '网址打不开，请交截图'],
};

type ReasonedProps = {
  verdict: 'accept' | 'correct' | 'refuse';
  reason: string;
  setReason: (reason: string) => void;
  busy: boolean;
  back: () => void;
  send: () => void;
};
function Reasoned({ verdict, reason, setReason, busy, back, send }: ReasonedProps) {
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (verdict !== 'correct') box.current?.focus();
  }, [verdict]);
  useEffect(() => {
    const press = ({ key }: KeyboardEvent) => key === 'Escape' && back();
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() && !busy) send();
  };
  return (
    <form onSubmit={submit}>
      {verdict === 'correct' && <p>左边的各项改好，再写为什么改。</p>}
      <label className="fill">
        <span>理由（单位看得到）</span>
        <textarea
          ref={box}
          required
          rows={3}
          maxLength={500}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event);
          }}
        />
      </label>
      <p className="usual">
        {usual[verdict].map((words) => (
          <button key={words} type="button" className="btn small" onClick={() => setReason(words)}>
            {words}
          </button>
        ))}
      </p>
      <button className="btn main" type="submit" aria-disabled={busy || !reason.trim()}>
        {busy ? '正在办理……' : `${acts[verdict]} Ctrl+Enter`}
      </button>
      <button className="btn" type="button" onClick={back}>
        不办了
      </button>
    </form>
  );
}

type Given = { verdict: Found; reason: string; fields: Fields | null };
type Reply = { period: string | null; tier: string | null };
function useJudge({ claim }: Shown, version: number, done: (words: string) => void) {
  const client = useQueryClient();
  return useWrite<Given, Reply>(
    async (given, once) =>
      (await api.claims[':id'].verdicts.$post({ param: { id: claim.id }, json: { version, ...given } }, once)).json(),
    ({ period, tier }) => {
      const counts = tier === null ? '，层级待认定，不计分' : '';
      done(period === null ? `已退回《${claim.title}》` : `已认定《${claim.title}》，记入${monthWords(period)}${counts}`);
      return client.invalidateQueries({ queryKey: ['claims'] });
    },
  );
}
