import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { CountyDate } from '../../../server/kernel/dates.ts';
import type { KeptFile } from '../../../server/kernel/queries.ts';
import { api } from '../../ui/api.ts';
import { ActionButton } from '../ActionButton.tsx';
import { EvidenceInput } from '../adoption/EvidenceInput.tsx';
import { Field } from '../Field.tsx';
import { Said } from '../Said.tsx';
import { useWrite } from '../useWrite.ts';
import { whoIAm } from '../whoIAm.ts';
import { again, type Shown } from './orders.ts';

/** The unit's own part: 整改反馈, and more time while there is some. */
export function Answering({ shown }: { shown: Shown }) {
  const { data: me } = useQuery(whoIAm);
  const { order, may } = shown;
  const [asking, setAsking] = useState(false);
  const open = order.state === 'issued' || order.state === 'answered';
  if (!open || me?.person.unitId !== order.unitId) return null;
  return (
    <section className="card" aria-label="本单位办理">
      <header>
        <h2>{order.state === 'issued' ? '请反馈整改情况' : '已经反馈，可以补充'}</h2>
      </header>
      <div className="dec">
        {may.answer === null ? <AnswerForm shown={shown} /> : <p className="why">{may.answer}</p>}
        {may.answer === null && (
          <ActionButton label="申请延期" whyNot={may.ask} onClick={() => setAsking(true)} aria-expanded={asking} />
        )}
        {asking && may.ask === null && <AskForm shown={shown} />}
      </div>
    </section>
  );
}

function AnswerForm({ shown: { order } }: { shown: Shown }) {
  const client = useQueryClient();
  const [text, setText] = useState('');
  const [files, setFiles] = useState<readonly KeptFile[]>([]);
  const { id, version } = order;
  const answer = useWrite<void>(
    (_, once) => {
      const json = { version, text, evidence: files.map(({ sha256 }) => sha256) };
      return api.supervision[':id'].answers.$post({ param: { id }, json }, once);
    },
    () => client.invalidateQueries(again),
  );
  const send = (event: FormEvent) => {
    event.preventDefault();
    answer.mutate();
  };
  return (
    <form onSubmit={send}>
      <label className="fill">
        <span>整改反馈：什么原因，做了什么，什么时候完成</span>
        <textarea required rows={4} maxLength={1000} value={text} onChange={({ target }) => setText(target.value)} />
      </label>
      <EvidenceInput
        label="佐证（可以不传）"
        kept={files}
        add={(file) => setFiles((before) => [...before.filter(({ sha256 }) => sha256 !== file.sha256), file])}
        drop={(sha256) => setFiles((before) => before.filter((file) => file.sha256 !== sha256))}
      />
      <Said error={answer.error} />
      <button className="btn main" type="submit" disabled={answer.isPending}>
        {answer.isPending ? '正在交……' : '交给专班'}
      </button>
    </form>
  );
}

function AskForm({ shown: { order } }: { shown: Shown }) {
  const client = useQueryClient();
  const [given, setGiven] = useState({ dueOn: '', reason: '' });
  const { id, version } = order;
  const ask = useWrite<CountyDate>(
    (dueOn, once) =>
      api.supervision[':id'].extension.$post({ param: { id }, json: { version, dueOn, reason: given.reason } }, once),
    () => client.invalidateQueries(again),
  );
  const send = (event: FormEvent) => {
    event.preventDefault();
    const day = CountyDate.safeParse(given.dueOn).data;
    if (day) ask.mutate(day);
  };
  return (
    <form onSubmit={send}>
      <Field label="延到哪一天（工作日）" type="date" value={given.dueOn} set={(dueOn) => setGiven({ ...given, dueOn })} />
      <Field label="为什么" maxLength={1000} value={given.reason} set={(reason) => setGiven({ ...given, reason })} />
      <Said error={ask.error} />
      <button className="btn" type="submit" disabled={ask.isPending}>
        交延期申请
      </button>
    </form>
  );
}
