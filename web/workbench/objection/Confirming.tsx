import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { lateWords, monthMeant, verbs } from '../../../server/objection/objection.ts';
import { api } from '../../ui/api.ts';
import { ActionButton } from '../ActionButton.tsx';
import { ReasonBox } from '../identity/ReasonBox.tsx';
import { Said } from '../Said.tsx';
import { useWrite } from '../useWrite.ts';
import { factWords } from './changes.ts';
import type { Shown } from './objections.ts';

/** What the correction changes, and for the second person the two ways. */
export function Confirming({ shown }: { shown: Shown }) {
  const { objection, may } = shown;
  const { id, version, state } = objection;
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const confirm = useWrite<{ agree: boolean; reason: string }>(
    (given, once) => api.objections[':id'].confirmations.$post({ param: { id }, json: { version, ...given } }, once),
    () => Promise.all(['objections', 'month', 'claims', 'vouchers'].map((key) => client.invalidateQueries({ queryKey: [key] }))),
  );
  return (
    <section className="card" aria-label="更正">
      <header>
        <h2>{state === 'corrected' ? '更正了什么' : '拟更正什么'}</h2>
      </header>
      <Changes shown={shown} />
      {state === 'proposed' && (
        <div className="dec">
          <ActionButton
            main
            label="确认更正"
            whyNot={may.confirm}
            busy={confirm.isPending}
            onClick={() => confirm.mutate({ agree: true, reason: '' })}
          />
          <p>确认以后进台账，列入下一个没锁定的月份；锁定的月份一字不动。</p>
          <ActionButton label="不同意，退回重新复核" whyNot={may.confirm && '同上。'} onClick={() => setAsking(true)} />
          {!asking && <Said error={confirm.error} />}
        </div>
      )}
      {asking && (
        <ReasonBox
          title="不同意更正"
          note="退回重新复核，理由单位也看得到。"
          act="退回"
          error={confirm.error}
          busy={confirm.isPending}
          send={(reason) => confirm.mutate({ agree: false, reason })}
          close={() => setAsking(false)}
        />
      )}
    </section>
  );
}

const Changes = ({ shown: { changes, objection } }: { shown: Shown }) => (
  <ul className="changes">
    {changes.map(({ no, verb, kind, happenedOn, attributes, was, late }) => (
      <li key={no}>
        <b>{verbs[verb]}</b> {was && <del>{factWords(was)}</del>}{' '}
        {kind && happenedOn && <ins>{factWords({ kind, day: happenedOn, attributes })}</ins>}
        {verb === 'record' && <p className="cap">{lateWords(late, monthMeant(objection))}</p>}
      </li>
    ))}
  </ul>
);
