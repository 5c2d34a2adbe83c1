import { type FormEvent, useState } from 'react';
import { Box } from '../Box.tsx';
import { Field } from '../Field.tsx';
import { Said } from '../Said.tsx';

type Props = {
  title: string;
  note: string;
  act: string;
  error: Error | null;
  busy: boolean;
  send: (reason: string) => void;
  close: () => void;
};

/** An act that is explained: its reason goes into the audit beside it. */
export function ReasonBox({ title, note, act, error, busy, send, close }: Props) {
  const [reason, setReason] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim()) send(reason.trim());
  };
  return (
    <Box label={title} close={close}>
      <form onSubmit={submit}>
        <h2>{title}</h2>
        <p className="cap">{note}</p>
        <Field label="理由" maxLength={500} value={reason} set={setReason} />
        <Said error={error} />
        <button className="btn main" type="submit" disabled={busy}>
          {act}
        </button>{' '}
        <button className="btn" type="button" onClick={close}>
          不办了
        </button>
      </form>
    </Box>
  );
}
