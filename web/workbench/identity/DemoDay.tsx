import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { CountyDate } from '../../../server/kernel/dates.ts';
import { api } from '../../ui/api.ts';
import { ActionButton } from '../ActionButton.tsx';
import { Said } from '../Said.tsx';
import { useWrite } from '../useWrite.ts';

export function DemoDay({ day, whyNot }: { day: string; whyNot: string | null }) {
  const box = useRef<HTMLDialogElement>(null);
  const client = useQueryClient();
  const [wanted, setWanted] = useState(day);
  const move = useWrite<CountyDate>(
    (day, once) => api['demo-day'].$post({ json: { day } }, once),
    () => client.invalidateQueries().then(() => box.current?.close()),
  );
  const send = (event: FormEvent) => {
    event.preventDefault();
    const day = CountyDate.safeParse(wanted);
    if (day.success && whyNot === null) move.mutate(day.data);
  };
  return (
    <>
      <button type="button" className="demo" onClick={() => box.current?.showModal()}>
        演示数据·{Number(day.slice(5, 7))}月{Number(day.slice(8))}日
      </button>
      <dialog ref={box} aria-label="调演示日期">
        <form onSubmit={send}>
          <h2>演示日期</h2>
          <p className="cap">演示县按这一天算，只能往后调；正式县按实际日期。</p>
          <label className="fill">
            <span>调到</span>
            <input type="date" required min={day} value={wanted} onChange={({ target }) => setWanted(target.value)} />
          </label>
          <Said error={move.error} />
          <ActionButton type="submit" main label="调到这一天" whyNot={whyNot} />{' '}
          <button className="btn" type="button" onClick={() => box.current?.close()}>
            不调了
          </button>
        </form>
      </dialog>
    </>
  );
}
