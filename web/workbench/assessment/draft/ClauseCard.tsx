import { memo, useDeferredValue } from 'react';
import { Clause } from '../../../../server/assessment/clauses/clauses.ts';
import type { DraftBody, LooseClause } from '../../../../server/assessment/draft.ts';
import type { Finding } from '../../../../server/assessment/findings.ts';
import { beginningWith, choiceWord, fieldsOfKind, type Kind, kinds } from '../../../../server/assessment/outline.ts';
import { sentenceOf } from '../../../../server/assessment/sentences.ts';
import { minus } from '../places.ts';
import { Example } from './Example.tsx';
import type { Path } from './edit.ts';
import { Fields, type Put } from './Fields.tsx';
import { PaperView } from './Paper.tsx';

export type Verbs = {
  open: (at: number | null) => void;
  put: Put;
  move: (at: number, by: number) => void;
  duplicate: (at: number) => void;
  remove: (at: number) => void;
};
type Props = {
  at: number;
  clause: LooseClause;
  body: DraftBody | null; // of the open clause only: the others need not be drawn anew at every stroke
  paper: string | null;
  findings: readonly Finding[];
  readOnly: boolean;
  verbs: Verbs;
  last: boolean;
};

const textOf = (value: unknown) => (typeof value === 'string' ? value : '');
const written = new WeakMap<LooseClause, string>();
/** The clause in words; what it lacks is said by the findings. */
function wordsOf(clause: LooseClause): string {
  const known = written.get(clause);
  if (known !== undefined) return known;
  const read = Clause.safeParse(clause);
  const words = read.success ? minus(sentenceOf(read.data)) : '还没有写完整。';
  written.set(clause, words);
  return words;
}

/** A clause: closed, its sentence and what is wrong with it; open, the paper on the left and the form on the right. */
export const ClauseCard = memo(function ClauseCard({ at, clause, body, paper, findings, readOnly, verbs, last }: Props) {
  const open = body !== null;
  const title = `${textOf(clause.no)}　${textOf(clause.title)}`.trim() || `第 ${at + 1} 条`;
  const keys = (event: React.KeyboardEvent) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!event.altKey || by === undefined || readOnly || at + by < 0 || (last && by > 0)) return;
    event.preventDefault();
    verbs.move(at, by);
  };
  return (
    <li className={open ? 'clause open' : 'clause'} id={`clause-${at}`}>
      <h3>
        <button type="button" aria-expanded={open} onClick={() => verbs.open(open ? null : at)} onKeyDown={keys}>
          <span>{title}</span>
          <small>{choiceWord('kind', textOf(clause.kind)) || '没有种类'}</small>
        </button>
      </h3>
      {!open && <p>{wordsOf(clause)}</p>}
      <Findings findings={findings} />
      {body && <Opened {...{ at, clause, body, paper, verbs, readOnly }} />}
      {open && !readOnly && (
        <p className="opt">
          <Small label="上移" whyNot={at === 0} act={() => verbs.move(at, -1)} />
          <Small label="下移" whyNot={last} act={() => verbs.move(at, 1)} />
          <Small label="复制这一条" act={() => verbs.duplicate(at)} />
          <Small label="去掉这一条" act={() => verbs.remove(at)} />
        </p>
      )}
    </li>
  );
});

const Small = ({ label, act, whyNot = false }: { label: string; act: () => void; whyNot?: boolean }) => (
  <button type="button" className="btn small" aria-disabled={whyNot} onClick={whyNot ? undefined : act}>
    {label}
  </button>
);

const marks = { wrong: '!', doubt: '◔', note: '—' } as const;
export const Findings = ({ findings }: { findings: readonly Finding[] }) =>
  findings.length > 0 && (
    <ul className="found" aria-label="要看一看的">
      {findings.map(({ weight, words }) => (
        <li key={words} className={`is-${weight}`}>
          <i aria-hidden="true">{marks[weight]}</i> {words}
        </li>
      ))}
    </ul>
  );

type OpenedProps = { at: number; clause: LooseClause; body: DraftBody; paper: string | null; verbs: Verbs; readOnly: boolean };
function Opened({ at, clause, body, paper, verbs, readOnly }: OpenedProps) {
  const place: Path = ['clauses', at];
  const [shownBody, shownClause] = [useDeferredValue(body), useDeferredValue(clause)];
  const put: Put = readOnly ? () => undefined : verbs.put;
  return (
    <div className="beside">
      <div className="on-paper">
        <label className="fill">
          <span>纸面原文</span>
          <textarea
            rows={6}
            readOnly={readOnly}
            value={textOf(clause.text)}
            onChange={({ target }) => put([...place, 'text'], target.value === '' ? undefined : target.value)}
          />
        </label>
        {paper && <PaperView sha256={paper} />}
      </div>
      <div className="form">
        <fieldset disabled={readOnly}>
          <legend className="sr">这一条怎么算</legend>
          <Names clause={clause} place={place} put={put} at={at} />
          <Fields fields={fieldsOfKind(clause.kind)} value={clause} at={place} put={put} without={own} />
        </fieldset>
        <p className="says">
          <b>系统这样算：</b>
          {wordsOf(shownClause)}
        </p>
        <Example key={String(clause.kind)} body={shownBody} clause={shownClause} />
      </div>
    </div>
  );
}
const own = ['no', 'title', 'text', 'kind'];

type NamesProps = { clause: LooseClause; place: Path; put: Put; at: number };
function Names({ clause, place, put, at }: NamesProps) {
  /** What the other kind knows too stays. */
  const turn = (kind: Kind) => {
    const fields = fieldsOfKind(kind);
    const kept = Object.entries(clause).filter(([key]) => fields.some((field) => field.key === key));
    put(place, { ...beginningWith(fields), ...Object.fromEntries(kept), kind });
  };
  return (
    <p className="names">
      <label>
        条号
        <input className="short" value={textOf(clause.no)} onChange={({ target }) => put([...place, 'no'], target.value)} />
      </label>
      <label>
        叫什么
        <input value={textOf(clause.title)} onChange={({ target }) => put([...place, 'title'], target.value)} />
      </label>
      <label>
        种类
        <select
          aria-label={`第 ${at + 1} 条的种类`}
          value={textOf(clause.kind)}
          onChange={({ target }) => turn(target.value as Kind)}
        >
          {!kinds.some((kind) => kind === clause.kind) && <option value={textOf(clause.kind)}>（请选）</option>}
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {choiceWord('kind', kind)}
            </option>
          ))}
        </select>
      </label>
    </p>
  );
}
