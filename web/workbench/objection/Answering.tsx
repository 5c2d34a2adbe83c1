import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { KeptFile } from '../../../server/kernel/queries.ts';
import { monthMeant } from '../../../server/objection/objection.ts';
import { api } from '../../ui/api.ts';
import { ActionButton } from '../ActionButton.tsx';
import { Errors } from '../adoption/Errors.tsx';
import { EvidenceInput } from '../adoption/EvidenceInput.tsx';
import { useWrite } from '../useWrite.ts';
import { Addition, Change } from './ChangeFields.tsx';
import { changesFrom, type Draft, factWords } from './changes.ts';
import type { Shown } from './objections.ts';

type Verdict = 'uphold' | 'correct';

/** 维持 with the reason, or a correction with what it changes and the document that it rests on. */
export function Answering({ shown }: { shown: Shown }) {
  const { may } = shown;
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  return (
    <section className="card" aria-label="复核">
      <header>
        <h2>这一条怎么答复</h2>
      </header>
      <div className="dec">
        {verdict === null ? (
          <>
            <ActionButton main label="维持，写理由" whyNot={may.answer} onClick={() => setVerdict('uphold')} />
            <p>原来的分不动，单位看得到理由和是谁复核的。</p>
            <ActionButton label="更正，说明改什么" whyNot={may.answer && '同上。'} onClick={() => setVerdict('correct')} />
            <p>要依据，还要第二个人确认；更正列入下一个没锁定的月份。</p>
          </>
        ) : (
          <Reasoned key={verdict} shown={shown} verdict={verdict} back={() => setVerdict(null)} />
        )}
      </div>
    </section>
  );
}

/** The facts of the line that still stand, and for something missing the one that it asks for. */
function draftsOf({ objection, facts }: Shown): Draft[] {
  const standing = facts.filter(({ standing }) => standing);
  const meant = standing.filter(({ id }) => objection.facts.includes(id));
  const first = meant.length > 0 ? meant : standing;
  const drafts = first.map(({ id, kind, day, attributes }, no) => ({
    was: factWords({ kind, day, attributes }),
    ...{ no, undoes: id as string, verb: 'keep' as const, kind, happenedOn: day as string, attributes },
  }));
  return objection.what === 'missing' ? [added(objection, [])] : drafts;
}

const added = ({ kind, happenedOn, title }: Shown['objection'], before: readonly Draft[]): Draft => ({
  no: 1 + Math.max(-1, ...before.map(({ no }) => no)),
  ...{ undoes: null, was: '', verb: 'record', kind: kind ?? 'adoption', happenedOn: happenedOn ?? '' },
  attributes: { title, ...((kind ?? 'adoption') === 'adoption' ? { tier: null } : {}) },
});

function Reasoned({ shown, verdict, back }: { shown: Shown; verdict: Verdict; back: () => void }) {
  const [reason, setReason] = useState('');
  const [files, setFiles] = useState<readonly KeptFile[]>([]);
  const [drafts, setDrafts] = useState(() => draftsOf(shown));
  const changes = verdict === 'correct' ? changesFrom(drafts) : [];
  const answer = useAnswer(shown, { verdict, reason, files, changes: changes ?? [] });
  const missing = whatIsMissing(verdict, reason, files, changes);
  const put = (no: number, part: Partial<Draft>) =>
    setDrafts((before) => before.map((each) => (each.no === no ? { ...each, ...part } : each)));
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (missing === null) answer.mutate();
  };
  return (
    <form onSubmit={send}>
      {verdict === 'correct' && (
        <>
          {drafts.map((draft) =>
            draft.undoes === null ? (
              <Addition
                key={draft.no}
                draft={draft}
                month={monthMeant(shown.objection)}
                change={(part) => put(draft.no, part)}
                drop={() => setDrafts((before) => before.filter(({ no }) => no !== draft.no))}
              />
            ) : (
              <Change key={draft.no} draft={draft} change={(part) => put(draft.no, part)} />
            ),
          )}
          <button type="button" className="btn small" onClick={() => setDrafts([...drafts, added(shown.objection, drafts)])}>
            再补记一条
          </button>
          <EvidenceInput
            label="更正的依据：文件、原报，至少一份"
            kept={files}
            add={(file) => setFiles((before) => [...before.filter(({ sha256 }) => sha256 !== file.sha256), file])}
            drop={(sha256) => setFiles((before) => before.filter((file) => file.sha256 !== sha256))}
          />
        </>
      )}
      <label className="fill">
        <span>理由（单位看得到）</span>
        <textarea required rows={3} maxLength={1000} value={reason} onChange={({ target }) => setReason(target.value)} />
      </label>
      <Errors error={answer.error} />
      {missing && <p className="why">{missing}</p>}
      <button className="btn main" type="submit" aria-disabled={missing !== null || answer.isPending}>
        {answer.isPending ? '正在办理……' : verdict === 'uphold' ? '维持' : '拟更正，等第二个人确认'}
      </button>
      <button className="btn" type="button" onClick={back}>
        不办了
      </button>
    </form>
  );
}

function whatIsMissing(verdict: Verdict, reason: string, files: readonly unknown[], changes: readonly unknown[] | null) {
  if (verdict === 'correct' && changes === null) return '请选撤销哪一条、改成什么，日期也要填';
  if (verdict === 'correct' && files.length === 0) return '请传更正的依据';
  return reason.trim() === '' ? '请写理由' : null;
}

type Given = {
  verdict: Verdict;
  reason: string;
  files: readonly KeptFile[];
  changes: NonNullable<ReturnType<typeof changesFrom>>;
};
function useAnswer({ objection: { id, version } }: Shown, { files, ...given }: Given) {
  const client = useQueryClient();
  return useWrite<void>(
    (_, once) => {
      const json = { ...given, version, evidence: files.map(({ sha256 }) => sha256) };
      return api.objections[':id'].answers.$post({ param: { id }, json }, once);
    },
    () => client.invalidateQueries({ queryKey: ['objections'] }),
  );
}
