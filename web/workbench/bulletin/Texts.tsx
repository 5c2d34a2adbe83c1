import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect, useState } from 'react';
import { CountyDate } from '../../../server/kernel/dates.ts';
import { api } from '../../ui/api.ts';
import { keepHere } from '../../ui/kept.ts';
import { ActionButton } from '../ActionButton.tsx';
import { Field } from '../Field.tsx';
import { Said } from '../Said.tsx';
import { useWrite } from '../useWrite.ts';
import type { Shown } from './bulletins.ts';

type Props = { shown: Shown; month: string };
type Typed = { opening: string; closing: string; number: string; issuedOn: string };

/** The office's own words, and what the host's register says. What is typed outlives a reload until it is saved. */
export function Texts({ shown: { bulletin, state, may }, month }: Props) {
  const client = useQueryClient();
  const { typed, change, changed, forget } = useTyped(month, bulletin);
  const save = useWrite(
    (_: undefined, once) =>
      api.bulletins[':month'].$post(
        {
          param: { month },
          json: { ...typed, version: bulletin.version, issuedOn: CountyDate.safeParse(typed.issuedOn).data ?? null },
        },
        once,
      ),
    () => {
      forget();
      return client.invalidateQueries({ queryKey: ['bulletins'] });
    },
  );
  const send = (event: FormEvent) => event.preventDefault();
  const readOnly = may.write !== null;
  return (
    <section className="card">
      <header>
        <h2>文字、文号和日期</h2>
        {changed && <span className="cap">◔ 改动还没有保存</span>}
      </header>
      <form className="texts" onSubmit={send}>
        <Area
          label="开头的话（接在第一句后面）"
          value={typed.opening}
          readOnly={readOnly}
          set={(opening) => change({ opening })}
        />
        <Area
          label="结尾的话（要求、联系方式）"
          value={typed.closing}
          readOnly={readOnly}
          set={(closing) => change({ closing })}
        />
        {state === 'locked' ? (
          <Register typed={typed} readOnly={readOnly} change={change} />
        ) : (
          <p className="cap">文号和成文日期在锁定以后填。</p>
        )}
        <Said error={save.error} />
        <ActionButton
          main
          label="保存，刷新全文"
          whyNot={may.write ?? (changed ? null : '没有改动')}
          busy={save.isPending}
          onClick={() => save.mutate(undefined)}
        />
      </form>
    </section>
  );
}

type RegisterProps = { typed: Typed; readOnly: boolean; change: (part: Partial<Typed>) => void };
const Register = ({ typed, readOnly, change }: RegisterProps) => (
  <>
    <Field
      label="文号，照登记簿写"
      placeholder="邵民生办〔2023〕12号"
      required={false}
      readOnly={readOnly}
      value={typed.number}
      set={(number) => change({ number })}
    />
    <Field
      label="成文日期"
      type="date"
      required={false}
      readOnly={readOnly}
      value={typed.issuedOn}
      set={(issuedOn) => change({ issuedOn })}
    />
  </>
);

type AreaProps = { label: string; value: string; readOnly: boolean; set: (value: string) => void };
const Area = ({ label, value, readOnly, set }: AreaProps) => (
  <label className="fill">
    <span>{label}</span>
    <textarea rows={3} maxLength={5000} readOnly={readOnly} value={value} onChange={({ target }) => set(target.value)} />
  </label>
);

/** Only what was changed is kept here, so that a colleague's newer words are not undone by what one did not touch. */
function useTyped(month: string, { opening, closing, number, issuedOn }: Shown['bulletin']) {
  const saved: Typed = { opening, closing, number: number ?? '', issuedOn: issuedOn ?? '' };
  const place = `bulletin ${month}`;
  const [own, setOwn] = useState<Partial<Typed>>(() => kept(place));
  const differing = Object.entries(own).filter(([name, words]) => words !== saved[name as keyof Typed]);
  const words = JSON.stringify(Object.fromEntries(differing));
  const changed = differing.length > 0;
  useEffect(() => {
    if (changed) keepHere(place, words);
    else localStorage.removeItem(place);
  }, [place, words, changed]);
  const change = (part: Partial<Typed>) => setOwn((before) => ({ ...before, ...part }));
  return { typed: { ...saved, ...own }, change, changed, forget: () => localStorage.removeItem(place) };
}

function kept(place: string): Partial<Typed> {
  try {
    return JSON.parse(localStorage.getItem(place) ?? '{}');
  } catch {
    return {}; // cut short when the disk was full
  }
}
