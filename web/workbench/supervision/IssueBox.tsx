import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { CountyDate } from '../../../server/kernel/dates.ts';
import { requirementWords } from '../../../server/supervision/suggestions.ts';
import { basisWords, type Colour, colourMeaning, colours } from '../../../server/supervision/supervision.ts';
import { api } from '../../ui/api.ts';
import { Box } from '../Box.tsx';
import { Field } from '../Field.tsx';
import { allUnits } from '../identity/lists.ts';
import { Pick } from '../plan/commission/Pick.tsx';
import { Said } from '../Said.tsx';
import { useWrite } from '../useWrite.ts';
import { again, type Suggested, type Suggestion } from './orders.ts';

type Props = { suggestion: Suggestion | null; due: Suggested['due']; today: string; close: () => void };
const first = ['blue', 'orange', 'red'] as const satisfies readonly Colour[];

/** 发督办单, from a suggestion or on a matter of its own. */
export function IssueBox({ suggestion, due, today, close }: Props) {
  const [given, setGiven] = useState(() => startOf(suggestion, due));
  const set = (part: Partial<typeof given>) => setGiven((before) => ({ ...before, ...part }));
  const repaint = (colour: Colour) =>
    set({ colour, dueOn: due[colour], requirement: requirementWords(colour, suggestion?.calm ?? false, suggestion?.zero ?? 0) });
  const months = suggestion?.months ?? [];
  const issue = useIssue({ ...given, months: months.map(({ month }) => month) }, close);
  const send = (event: FormEvent) => {
    event.preventDefault();
    issue.mutate();
  };
  return (
    <Box label="发督办单" close={close}>
      <form onSubmit={send}>
        <h2>发督办单</h2>
        {suggestion ? (
          <p>
            <b>{suggestion.name}</b>：{months.map(basisWords).join('；')}
          </p>
        ) : (
          <Units value={given.unitId} set={(unitId) => set({ unitId })} today={today} />
        )}
        <Pick
          label="颜色"
          none="请选颜色"
          required
          value={given.colour}
          set={(colour) => repaint((colour || 'blue') as Colour)}
          options={first.map((colour) => [colour, `${colours[colour]}（${colourMeaning[colour]}）`] as const)}
        />
        {given.colour === 'red' && <p className="cap">红单要专班分管领导同意才发出，在那以前单位看不到。</p>}
        <Field label="督办什么事（一事一单）" maxLength={100} value={given.matter} set={(matter) => set({ matter })} />
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
        <Field label="到期日（工作日）" type="date" value={given.dueOn} set={(dueOn) => set({ dueOn })} />
        <Field
          label="比建议高的理由（急事直接发橙、红才填）"
          required={false}
          maxLength={1000}
          value={given.reason}
          set={(reason) => set({ reason })}
        />
        <Said error={issue.error} />
        <p className="choices">
          <button className="btn main" type="submit" disabled={issue.isPending}>
            {given.colour === 'red' ? '拟红单，请分管领导同意' : '发给单位'}
          </button>
          <button className="btn" type="button" onClick={close}>
            不发了
          </button>
        </p>
      </form>
    </Box>
  );
}

const startOf = (suggestion: Suggestion | null, due: Suggested['due']) => {
  const colour: Colour = suggestion?.colour ?? 'blue';
  return {
    unitId: suggestion?.unit ?? '',
    colour,
    matter: suggestion?.matter ?? '',
    requirement: suggestion?.requirement ?? '',
    dueOn: due[colour],
    reason: '',
  };
};

type Given = ReturnType<typeof startOf> & { months: string[] };
function useIssue({ dueOn, ...given }: Given, close: () => void) {
  const client = useQueryClient();
  return useWrite<void>(
    (_, once) => api.supervision.$post({ json: { ...given, dueOn: CountyDate.parse(dueOn) } }, once),
    () => client.invalidateQueries(again).then(close),
  );
}

function Units({ value, set, today }: { value: string; set: (unit: string) => void; today: string }) {
  const { data } = useQuery(allUnits);
  const units = data?.units.filter(({ toOn, host }) => !host && (toOn === null || toOn >= today)) ?? [];
  return (
    <Pick
      label="单位"
      none="请选单位"
      required
      value={value}
      set={set}
      options={units.map(({ id, name }) => [id, name] as const)}
    />
  );
}
