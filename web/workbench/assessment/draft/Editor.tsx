import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useDeferredValue, useEffect, useMemo, useRef } from 'react';
import type { DraftBody } from '../../../../server/assessment/draft.ts';
import { findingsOf } from '../../../../server/assessment/findings.ts';
import { kinds, newClause } from '../../../../server/assessment/outline.ts';
import { policiesOf } from '../../../../server/assessment/policies.ts';
import { SavedState } from '../../submission/SavedState.tsx';
import { Download } from '../Download.tsx';
import { ClauseCard, Findings, type Verbs } from './ClauseCard.tsx';
import { changesOf } from './changes.ts';
import { Deciding } from './Deciding.tsx';
import { baseIn, type draftOf, type Policies } from './drafts.ts';
import { addClause, duplicateClause, freeNo, moveClause, putAt, removeClause } from './edit.ts';
import { HeadForm } from './HeadForm.tsx';
import { ListsNow, useLists } from './lists.ts';
import { Paper } from './Paper.tsx';
import { useSchemeDraft, type Words } from './useSchemeDraft.ts';

type Shown = Awaited<ReturnType<NonNullable<ReturnType<typeof draftOf>['queryFn']>>>;
type Props = { shown: Shown; saved: Words; person: string; state: ReactNode };

/** The whole draft: what is done with it, its head, the paper, and the clauses one by one. */
export function Editor({ shown, saved, person, state }: Props) {
  const { draft, may, policies } = shown;
  const under = useSchemeDraft(draft, saved, person);
  const { body, paper } = under.words;
  const readOnly = may.save !== null;
  const opened = useSearch({ strict: false }).clause;
  const lists = useLists(body);
  const calm = useDeferredValue(body);
  const findings = useMemo(() => findingsOf(calm, policies as never), [calm, policies]);
  const met = useMemo(
    () => policiesOf(calm as never, String(calm.from).slice(0, 7), policies as never),
    [calm, policies],
  ) as unknown as Policies;
  useUndoKeys(readOnly ? null : under);
  const wrong = findings.filter(({ weight }) => weight === 'wrong').length;
  const ready = async () => {
    await under.saver.flush();
    return under.saver.isSaved ? under.saver.at.version : null;
  };
  return (
    <ListsNow.Provider value={lists}>
      <div className="head">
        <div>
          <h1>
            {String(body.name || '没有名称的细则')} {state}
          </h1>
          {readOnly ? <p>{may.save}</p> : <SavedState {...under} />}
          <Told draft={draft} />
        </div>
        <div className="acts">
          <a className="btn small" href={`/api/scheme-drafts/${draft.id}/scheme.xlsx`} download>
            下载 .xlsx
          </a>
          <Link className="btn small" to="/assessment/what-if" search={{ draft: draft.id }}>
            试算这一稿
          </Link>
          <Download name={String(body.id || '细则')} scheme={calm} />
          {!readOnly && <Steps undo={under.undo} redo={under.redo} />}
          <Deciding
            {...{ id: draft.id, may, state: draft.state, met, ready }}
            blocked={wrong > 0 ? `还有 ${wrong} 处要改` : null}
          />
        </div>
      </div>
      {under.other && <Choose settle={under.settle} />}
      <div className="stack">
        <HeadForm
          body={body}
          readOnly={readOnly}
          put={(at, next) => under.change((now) => putAt(now, at, next) as DraftBody, at.join('.'))}
        />
        <Paper sha256={paper} set={readOnly ? null : under.setPaper} shown={opened === undefined} />
        <Overview findings={findings.filter(({ clause }) => clause === null)} changes={changesOf(baseIn(shown), calm)} />
        <ClauseList paper={paper} body={body} change={under.change} findings={findings} readOnly={readOnly} />
      </div>
    </ListsNow.Provider>
  );
}

const Told = ({ draft: { proposedBy, basis, decidedBy, reason, state } }: { draft: Shown['draft'] }) => (
  <p className="cap">
    {proposedBy && `${proposedBy}提请${basis && `，依据：${basis}`}　`}
    {decidedBy &&
      state !== 'proposed' &&
      `${decidedBy}${{ returned: '退回', inForce: '批准', discarded: '作废' }[state as string] ?? ''}${reason && `：${reason}`}`}
  </p>
);

const Steps = ({ undo, redo }: { undo: (() => void) | null; redo: (() => void) | null }) => (
  <>
    <button type="button" className="btn small" aria-disabled={!undo} title="Ctrl+Z" onClick={undo ?? undefined}>
      退一步
    </button>
    <button type="button" className="btn small" aria-disabled={!redo} title="Ctrl+Y" onClick={redo ?? undefined}>
      再来
    </button>
  </>
);

const Choose = ({ settle }: { settle: (mine: boolean) => void }) => (
  <p className="said" role="alert">
    ! 这份草案别处也改过。
    <button type="button" className="btn small" onClick={() => settle(true)}>
      用我这里写的
    </button>
    <button type="button" className="btn small" onClick={() => settle(false)}>
      用别处存下的（我的可以退一步找回）
    </button>
  </p>
);

type OverviewProps = { findings: Parameters<typeof Findings>[0]['findings']; changes: readonly string[] };
const Overview = ({ findings, changes }: OverviewProps) =>
  (findings.length > 0 || changes.length > 0) && (
    <section className="card about" aria-label="总的看一看">
      <Findings findings={findings} />
      {changes.length > 0 && <p>与现行的一版相比：{changes.join('；')}。</p>}
    </section>
  );

type ListProps = {
  paper: string | null;
  body: DraftBody;
  change: ReturnType<typeof useSchemeDraft>['change'];
  findings: ReturnType<typeof findingsOf>;
  readOnly: boolean;
};
function ClauseList({ paper, body, change, findings, readOnly }: ListProps) {
  const { clause } = useSearch({ strict: false });
  const navigate = useNavigate();
  const opened = clause === undefined ? null : Number(clause) - 1;
  const place = useRef(opened);
  place.current = opened;
  const verbs = useMemo((): Verbs => {
    const open = (at: number | null) =>
      navigate({
        to: '.',
        search: (before) => ({ ...before, clause: at === null ? undefined : at + 1 }),
        replace: true,
        resetScroll: false,
      });
    return {
      open,
      put: (at, next) => change((now) => putAt(now, at, next) as DraftBody, at.join('.')),
      move: (at, by) => {
        change((now) => moveClause(now, at, by));
        if (place.current === at) void open(at + by);
        else if (place.current === at + by) void open(at);
        setTimeout(() => document.querySelector<HTMLElement>(`#clause-${at + by} button`)?.focus()); // what was moved is moved on
      },
      duplicate: (at) => {
        change((now) => duplicateClause(now, at));
        void open(at + 1);
      },
      remove: (at) => {
        change((now) => removeClause(now, at));
        void open(null);
      },
    };
  }, [change, navigate]);
  const by = useMemo(() => Map.groupBy(findings, (each) => each.clause), [findings]);
  const add = () => {
    change((now) =>
      addClause(now, now.clauses.length, newClause(kinds[0] ?? 'points', freeNo(now, `第${now.clauses.length + 1}条`))),
    );
    verbs.open(body.clauses.length);
  };
  return (
    <section className="card">
      <header>
        <h2>条款：{body.clauses.length} 条</h2>
        <span className="cap more">J、K 上下走，Alt+↑↓ 挪动</span>
      </header>
      <ol className="clauses editing" data-queue>
        {body.clauses.map((each, at) => (
          <ClauseCard
            // biome-ignore lint/suspicious/noArrayIndexKey: while it is typed, a clause has no name but its place
            key={at}
            {...{ at, clause: each, readOnly, verbs }}
            body={at === opened ? body : null}
            paper={at === opened ? paper : null}
            findings={by.get(at) ?? none}
            last={at === body.clauses.length - 1}
          />
        ))}
      </ol>
      {!readOnly && (
        <p className="app">
          <button type="button" className="btn" onClick={add}>
            ＋ 加一条
          </button>
        </p>
      )}
    </section>
  );
}
const none: never[] = [];

/** Ctrl+Z and Ctrl+Y also outside a field; inside, the browser's own undo would know nothing of the draft. */
function useUndoKeys(under: { undo: (() => void) | null; redo: (() => void) | null } | null) {
  const latest = useRef(under);
  latest.current = under;
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || !latest.current) return;
      const key = event.key.toLowerCase();
      const back = key === 'z' && !event.shiftKey;
      if (!back && key !== 'y' && key !== 'z') return;
      event.preventDefault();
      (back ? latest.current.undo : latest.current.redo)?.();
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  }, []);
}
