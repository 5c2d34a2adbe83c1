import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { CountyDate } from '../../../server/kernel/dates.ts';
import type { KeptFile } from '../../../server/kernel/queries.ts';
import { elements, type Value } from '../../../server/project/elements.ts';
import { api } from '../../ui/api.ts';
import { Errors } from '../adoption/Errors.tsx';
import { EvidenceInput } from '../adoption/EvidenceInput.tsx';
import { Field } from '../Field.tsx';
import { useWrite } from '../useWrite.ts';
import { type Draft, draftOf, readDraft } from './draft.ts';
import { again, type Row } from './projects.ts';
import { ValueFields } from './ValueFields.tsx';

type Props = { project: string; row: Row; today: string; close: () => void; done: (words: string) => void };

/** An element is written where it stands, with what it rests on. */
export function Editor({ project, row, today, close, done }: Props) {
  const { label, kind, ask } = elements[row.key];
  const before = row.pending ?? row.returned ?? row.inForce;
  const was = before?.value as Value | undefined;
  const [fits, setFits] = useState(was?.kind !== 'none');
  const [why, setWhy] = useState(was?.kind === 'none' ? was.reason : '');
  const [draft, setDraft] = useState<Draft>(() => draftOf(was ?? null, today));
  const [rests, setRests] = useState<Rests>(() => restsOf(row, today));
  const [file, setFile] = useState<KeptFile | null>(null);
  const { value, wrong } = fits ? readDraft(kind, draft) : reasoned(why);
  const missing = wrong ?? whatRests(rests);
  const fill = useFill(project, row, done);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (value !== null && missing === null) fill.mutate({ value, ...rests, file: file?.sha256 ?? null });
  };
  return (
    <form className="editing" aria-label={`填${label}`} onSubmit={send}>
      <label className="check">
        <input type="checkbox" checked={!fits} onChange={({ target }) => setFits(!target.checked)} />
        这一项不适用
      </label>
      {fits ? (
        <ValueFields kind={kind} label={label} ask={ask} draft={draft} set={(part) => setDraft({ ...draft, ...part })} />
      ) : (
        <Field label="为什么不适用" maxLength={200} value={why} set={setWhy} />
      )}
      <Resting rests={rests} today={today} set={(part) => setRests({ ...rests, ...part })} />
      <EvidenceInput
        label="来源文件（有就传，居民看不到）"
        kept={file ? [file] : []}
        add={(added) => setFile(added)}
        drop={() => setFile(null)}
      />
      <Errors error={fill.error} />
      <p className="choices">
        {missing && <span className="why">{missing}</span>}
        <button className="btn main" type="submit" aria-disabled={missing !== null || fill.isPending}>
          {fill.isPending ? '正在交……' : '交专班确认'}
        </button>
        <button className="btn" type="button" onClick={close}>
          不改了
        </button>
      </p>
    </form>
  );
}

type Rests = { source: string; clause: string; statedOn: string; fromOn: string };
function restsOf({ pending, returned }: Row, today: string): Rests {
  const { source = '', clause = '', statedOn = '', fromOn = today } = pending ?? returned ?? {};
  return { source, clause, statedOn, fromOn };
}
const reasoned = (reason: string): { value: Value | null; wrong: string | null } =>
  reason.trim() === '' ? { value: null, wrong: '请写为什么不适用' } : { value: { kind: 'none', reason }, wrong: null };
const isDay = (text: string) => CountyDate.safeParse(text).success;
function whatRests({ source, statedOn, fromOn }: Rests): string | null {
  if (source.trim() === '') return '请写来源：哪份文件';
  if (!isDay(statedOn)) return '请填来源的日期';
  return isDay(fromOn) ? null : '请填从哪天起算';
}

function useFill(id: string, { key: element, seen }: Row, done: (words: string) => void) {
  const client = useQueryClient();
  return useWrite<Rests & { value: Value; file: string | null }>(
    ({ statedOn, fromOn, ...rest }, once) => {
      const days = { statedOn: CountyDate.parse(statedOn), fromOn: CountyDate.parse(fromOn) };
      return api.projects[':id'].elements.$post({ param: { id }, json: { element, seen, ...rest, ...days } }, once);
    },
    () => {
      done(`${elements[element].label}已交，等专班对着来源确认`);
      return client.invalidateQueries(again);
    },
  );
}

const Resting = ({ rests, today, set }: { rests: Rests; today: string; set: (part: Partial<Rests>) => void }) => (
  <div className="pair">
    <Field label="来源：哪份文件" maxLength={200} value={rests.source} set={(source) => set({ source })} />
    <Field label="第几条（没有就不填）" required={false} maxLength={60} value={rests.clause} set={(clause) => set({ clause })} />
    <Field label="来源的日期" type="date" max={today} value={rests.statedOn} set={(statedOn) => set({ statedOn })} />
    <Field label="从哪天起算" type="date" value={rests.fromOn} set={(fromOn) => set({ fromOn })} />
  </div>
);
