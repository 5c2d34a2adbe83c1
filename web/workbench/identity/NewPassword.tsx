import { type FormEvent, useState } from 'react';
import { Field } from '../Field.tsx';
import { Said } from '../Said.tsx';

type Props = {
  title: string;
  note: string;
  current?: boolean;
  error: Error | null;
  busy: boolean;
  send: (next: string, current: string) => void;
};

/** Typed twice, so that a slip of the finger does not lock anybody out. */
export function NewPassword({ title, note, current = false, error, busy, send }: Props) {
  const [was, setWas] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const differs = again !== '' && next !== again ? new Error('两次输入的新密码不一样，请重新输入。') : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (next === again) send(next, was);
  };
  return (
    <main className="narrow">
      <form className="card" onSubmit={submit}>
        <h1>{title}</h1>
        <p className="cap">{note}</p>
        {current && <Field label="现在的密码" type="password" autoComplete="current-password" value={was} set={setWas} />}
        <Field label="新密码" type="password" autoComplete="new-password" value={next} set={setNext} />
        <Field label="再输一次新密码" type="password" autoComplete="new-password" value={again} set={setAgain} />
        <p className="cap">至少 10 位，含大写、小写、数字、符号中的三种。</p>
        <Said error={differs ?? error} />
        <button className="btn main" type="submit" disabled={busy}>
          保存密码
        </button>
      </form>
    </main>
  );
}
