import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { CountyDate } from '../../../server/kernel/dates.ts';
import { requirementWords } from '../../../server/supervision/suggestions.ts';
import { basisWords, colourMeaning, colours, needsSecond, nextColour } from '../../../server/supervision/supervision.ts';
import { api } from '../../ui/api.ts';
import { Field } from '../Field.tsx';
import { Said, Waiting } from '../Said.tsx';
import { useWrite } from '../useWrite.ts';
import { again, type Shown, type Suggestion, suggested } from './orders.ts';

/** 升级: the next colour, its day and why; months that have joined since come from the suggestion. */
export function RaiseForm({ shown, close }: { shown: Shown; close: () => void }) {
  const { data, error } = useQuery(suggested);
  if (!data) return <Waiting error={error} />;
  const suggestion = data.suggestions.find(({ orderId }) => orderId === shown.order.id) ?? null;
  return <Raising shown={shown} suggestion={suggestion} close={close} />;
}

type Props = { shown: Shown; suggestion: Suggestion | null; close: () => void };
function Raising({ shown: { order, due }, suggestion, close }: Props) {
  const client = useQueryClient();
  const colour = nextColour(order.colour) ?? 'talk';
  const calm = order.months.some(({ countOnly }) => countOnly); // whoever raises such a one finds the words himself
  const [given, setGiven] = useState({
    requirement: suggestion?.requirement ?? (calm ? '' : requirementWords(colour, false, 0)),
    dueOn: due[colour],
    reason: '',
  });
  const set = (part: Partial<typeof given>) => setGiven((before) => ({ ...before, ...part }));
  const months = suggestion?.months ?? [];
  const { id, version } = order;
  const raise = useWrite<CountyDate>(
    (dueOn, once) => {
      const json = { ...given, version, dueOn, months: months.map(({ month }) => month) };
      return api.supervision[':id'].raise.$post({ param: { id }, json }, once);
    },
    () => client.invalidateQueries(again).then(close),
  );
  const send = (event: FormEvent) => {
    event.preventDefault();
    const day = CountyDate.safeParse(given.dueOn).data;
    if (day) raise.mutate(day);
  };
  return (
    <form onSubmit={send}>
      <h3>
        升为{colours[colour]}（{colourMeaning[colour]}）
      </h3>
      {months.length > 0 && <p className="cap">依据：{months.map(basisWords).join('；')}</p>}
      <label className="fill">
        <span>要求</span>
        <textarea
          required
          rows={3}
          maxLength={1000}
          value={given.requirement}
          onChange={({ target }) => set({ requirement: target.value })}
        />
      </label>
      <Field label="新的到期日（工作日）" type="date" value={given.dueOn} set={(dueOn) => set({ dueOn })} />
      <Field label="为什么升" maxLength={1000} value={given.reason} set={(reason) => set({ reason })} />
      <Said error={raise.error} />
      <button className="btn main" type="submit" disabled={raise.isPending}>
        {needsSecond(colour) ? `拟升${colours[colour]}，请分管领导定` : `升为${colours[colour]}`}
      </button>
      <button className="btn" type="button" onClick={close}>
        不升了
      </button>
    </form>
  );
}
