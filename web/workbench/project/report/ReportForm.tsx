import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { KeptFile } from '../../../../server/kernel/queries.ts';
import { formatHundredths, hundredthsOf } from '../../../../server/project/elements.ts';
import { paceWords } from '../../../../server/project/schedule.ts';
import { api } from '../../../ui/api.ts';
import { Errors } from '../../adoption/Errors.tsx';
import { EvidenceInput } from '../../adoption/EvidenceInput.tsx';
import { Field } from '../../Field.tsx';
import { useWrite } from '../../useWrite.ts';
import { again } from '../projects.ts';
import { type Month, monthWords, type Report } from './reports.ts';

type Props = { project: string; month: Month; last: Report | null; close: () => void; done: (words: string) => void };
type Typed = Record<'measure' | 'planned' | 'done' | 'moneyPlanned' | 'moneyArrived' | 'moneySpent' | 'result', string>;

/** A month's figures; the year's task and the money begin with what was reported last. */
export function ReportForm({ project, month, last, close, done }: Props) {
  const [typed, setTyped] = useState<Typed>(() => typedOf(last));
  const [files, setFiles] = useState<readonly KeptFile[]>([]);
  const set = (part: Partial<Typed>) => setTyped({ ...typed, ...part });
  const { figures, wrong } = figuresOf(typed);
  const missing = wrong ?? (files.length === 0 ? '请传佐证，至少一份' : null);
  const send = useSend(project, month, done);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (figures && missing === null) send.mutate({ ...figures, evidence: files.map(({ sha256 }) => sha256) });
  };
  return (
    <form className="editing" aria-label={`报${monthWords(month.month)}`} onSubmit={submit}>
      <div className="pair">
        <Field label="按什么数（户、公里、人……）" maxLength={10} value={typed.measure} set={(measure) => set({ measure })} />
        <Field label="全年任务" inputMode="numeric" value={typed.planned} set={(planned) => set({ planned })} />
        <Field label="到月底已办（累计）" inputMode="numeric" value={typed.done} set={(done) => set({ done })} />
      </div>
      <p className="cap" role="status">
        {figures && paceWords(figures, month.month)}
      </p>
      <div className="pair">
        <Field
          label="计划资金（万元）"
          inputMode="decimal"
          value={typed.moneyPlanned}
          set={(moneyPlanned) => set({ moneyPlanned })}
        />
        <Field
          label="到位（万元，累计）"
          inputMode="decimal"
          value={typed.moneyArrived}
          set={(moneyArrived) => set({ moneyArrived })}
        />
        <Field
          label="已付（万元，累计）"
          inputMode="decimal"
          value={typed.moneySpent}
          set={(moneySpent) => set({ moneySpent })}
        />
      </div>
      <Field label="成效，一句话" maxLength={300} value={typed.result} set={(result) => set({ result })} />
      <EvidenceInput
        label="佐证：台账、照片、拨付凭证，至少一份"
        kept={files}
        add={(file) => setFiles((before) => [...before.filter(({ sha256 }) => sha256 !== file.sha256), file])}
        drop={(sha256) => setFiles((before) => before.filter((file) => file.sha256 !== sha256))}
      />
      <Errors error={send.error} />
      <p className="choices">
        {missing && <span className="why">{missing}</span>}
        <button className="btn main" type="submit" aria-disabled={missing !== null || send.isPending}>
          {send.isPending ? '正在报……' : '报给专班'}
        </button>
        <button className="btn" type="button" onClick={close}>
          不报了
        </button>
      </p>
    </form>
  );
}

function typedOf(last: Report | null): Typed {
  if (!last) return { measure: '', planned: '', done: '', moneyPlanned: '', moneyArrived: '', moneySpent: '', result: '' };
  const { measure, planned, moneyPlanned, moneyArrived } = last;
  const kept = { moneyPlanned: formatHundredths(moneyPlanned), moneyArrived: formatHundredths(moneyArrived) };
  return { measure, planned: `${planned}`, done: '', ...kept, moneySpent: '', result: '' };
}

const whole = (text: string) => (/^\d{1,10}$/.test(text.trim()) ? Number(text) : null);

function figuresOf({ measure, result, ...typed }: Typed) {
  const [planned, done] = [whole(typed.planned), whole(typed.done)];
  const [moneyPlanned, moneyArrived, moneySpent] = [
    hundredthsOf(typed.moneyPlanned),
    hundredthsOf(typed.moneyArrived),
    hundredthsOf(typed.moneySpent),
  ];
  if (measure.trim() === '') return { figures: null, wrong: '请填按什么数' };
  if (planned === null || planned === 0 || done === null) return { figures: null, wrong: '请填全年任务和已办，整数' };
  if (moneyPlanned === null || moneyArrived === null || moneySpent === null) {
    return { figures: null, wrong: '请填三项资金，万元，最多两位小数' };
  }
  const figures = { measure, planned, done, moneyPlanned, moneyArrived, moneySpent, result };
  return { figures, wrong: result.trim() === '' ? '请写一句成效' : null };
}

function useSend(id: string, { month, seen }: Month, done: (words: string) => void) {
  const client = useQueryClient();
  type Given = NonNullable<ReturnType<typeof figuresOf>['figures']> & { evidence: string[] };
  return useWrite<Given, { late: boolean }>(
    async (given, once) =>
      (await api.projects[':id'].reports.$post({ param: { id }, json: { month, seen, ...given } }, once)).json(),
    ({ late }) => {
      done(`${monthWords(month)}月报已报，等专班核${late ? '；过了期限，记为迟报' : ''}`);
      return client.invalidateQueries(again);
    },
  );
}
