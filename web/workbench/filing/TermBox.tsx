import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { type FilingKind, filingKinds } from '../../../server/filing/filing.ts';
import { CountyDate } from '../../../server/kernel/dates.ts';
import { api } from '../../ui/api.ts';
import { Box } from '../Box.tsx';
import { Field } from '../Field.tsx';
import { Pick } from '../plan/commission/Pick.tsx';
import { Said } from '../Said.tsx';
import { useWrite } from '../useWrite.ts';
import type { Term } from './filings.ts';

/** By when the units hand a kind in, and where they were told so. */
export function TermBox({ terms, close }: { terms: readonly Term[]; close: () => void }) {
  const client = useQueryClient();
  const [kind, setKind] = useState<FilingKind>('plan');
  const [dueOn, setDueOn] = useState('');
  const [source, setSource] = useState('');
  const now = terms.find((term) => term.kind === kind);
  const save = useWrite(
    (_given, once) =>
      api['filing-terms'].$post({ json: { kind, version: now?.version ?? 0, dueOn: CountyDate.parse(dueOn), source } }, once),
    () => client.invalidateQueries({ queryKey: ['filings'] }).then(close),
  );
  const send = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <Box label="定期限" close={close}>
      <form onSubmit={send}>
        <h2>定期限</h2>
        <p className="cap">
          通知里写了几时报的，照通知；没有写的，或要延期的，在这里定。现在：
          {now?.dueOn ? `${now.dueOn} 前（${now.source}）` : '没有定'}
        </p>
        <Pick
          label="事项"
          none="请选事项"
          required
          value={kind}
          set={(value) => value && setKind(value as FilingKind)}
          options={terms.map((term) => [term.kind, filingKinds[term.kind]] as const)}
        />
        <Field type="date" label="哪天以前报" value={dueOn} set={setDueOn} />
        <Field label="在哪里通知的（文号或工作群）" maxLength={200} value={source} set={setSource} />
        <Said error={save.error} />
        <p className="choices">
          <button className="btn main" type="submit" disabled={save.isPending}>
            定下来
          </button>
          <button className="btn" type="button" onClick={close}>
            不办了
          </button>
        </p>
      </form>
    </Box>
  );
}
