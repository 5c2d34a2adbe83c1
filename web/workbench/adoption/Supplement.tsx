import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { KeptFile } from '../../../server/kernel/queries.ts';
import { api } from '../../ui/api.ts';
import { Field } from '../Field.tsx';
import { useWrite } from '../useWrite.ts';
import { ClaimFields } from './ClaimFields.tsx';
import type { Shown } from './claims.ts';
import { Errors } from './Errors.tsx';
import { EvidenceInput } from './EvidenceInput.tsx';
import { fieldsFrom, typedOf } from './fields.ts';

/** 补交: the claim put right or proved better. What was handed in before stays. */
export function Supplement({ shown: { claim, files }, close }: { shown: Shown; close: () => void }) {
  const [typed, setTyped] = useState(() => typedOf(claim));
  const [more, setMore] = useState<readonly KeptFile[]>([]);
  const [reason, setReason] = useState('');
  const client = useQueryClient();
  const fields = fieldsFrom(typed);
  const hand = useWrite<NonNullable<typeof fields>>(
    (fields, once) => {
      const evidence = more.map(({ sha256 }) => sha256);
      const json = { version: claim.version, reason, fields, evidence };
      return api.claims[':id'].supplement.$post({ param: { id: claim.id }, json }, once);
    },
    () => client.invalidateQueries({ queryKey: ['claims'] }).then(close),
  );
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (fields !== null) hand.mutate(fields);
  };
  return (
    <form className="claiming" onSubmit={send}>
      {claim.state === 'refused' && <p className="said">! 退回的理由：{claim.reason}</p>}
      <section className="card">
        <ClaimFields typed={typed} change={(part) => setTyped({ ...typed, ...part })} />
      </section>
      <section className="card">
        {files.length > 0 && <p className="cap">原来交的 {files.length} 份都留着，这里再加。</p>}
        <EvidenceInput
          kept={more}
          add={(file) => setMore((before) => [...before.filter(({ sha256 }) => sha256 !== file.sha256), file])}
          drop={(sha256) => setMore((before) => before.filter((file) => file.sha256 !== sha256))}
        />
        <Field label="说明（补了什么）" required={false} maxLength={500} value={reason} set={setReason} />
      </section>
      <Errors error={hand.error} />
      <p className="acts">
        <button className="btn" type="button" onClick={close}>
          先不补
        </button>
        <button className="btn main" type="submit" aria-disabled={fields === null || hand.isPending}>
          {hand.isPending ? '正在交……' : '补交给专班'}
        </button>
      </p>
    </form>
  );
}
