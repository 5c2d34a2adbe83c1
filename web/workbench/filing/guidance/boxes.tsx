import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { CountyDate } from '../../../../server/kernel/dates.ts';
import { api } from '../../../ui/api.ts';
import { upload } from '../../../ui/upload.ts';
import { Box } from '../../Box.tsx';
import { Field } from '../../Field.tsx';
import { allUnits } from '../../identity/lists.ts';
import { ReasonBox } from '../../identity/ReasonBox.tsx';
import { Pick } from '../../plan/commission/Pick.tsx';
import { Said } from '../../Said.tsx';
import { useWrite } from '../../useWrite.ts';
import type { Bond } from './bonds.ts';

const again = { queryKey: ['guidance'] };

export function SetBox({ close }: { close: () => void }) {
  const client = useQueryClient();
  const { data } = useQuery(allUnits);
  const [pair, setPair] = useState({ leadId: '', unitId: '' });
  const set = useWrite(
    (_given, once) => api.guidance.$post({ json: pair }, once),
    () => client.invalidateQueries(again).then(close),
  );
  const options = data?.units.filter(({ toOn }) => toOn === null).map(({ id, name }) => [id, name] as const) ?? [];
  const send = (event: FormEvent) => {
    event.preventDefault();
    set.mutate();
  };
  return (
    <Box label="定谁指导谁" close={close}>
      <form onSubmit={send}>
        <h2>定谁指导谁</h2>
        <Pick
          label="牵头单位"
          none="请选单位"
          required
          value={pair.leadId}
          set={(leadId) => setPair({ ...pair, leadId })}
          options={options}
        />
        <Pick
          label="被指导的单位"
          none="请选单位"
          required
          value={pair.unitId}
          set={(unitId) => setPair({ ...pair, unitId })}
          options={options}
        />
        <Said error={set.error} />
        <Choices act="定下来" busy={set.isPending} close={close} />
      </form>
    </Box>
  );
}

const Choices = ({ act, busy, close }: { act: string; busy: boolean; close: () => void }) => (
  <p className="choices">
    <button className="btn main" type="submit" disabled={busy}>
      {act}
    </button>
    <button className="btn" type="button" onClick={close}>
      不办了
    </button>
  </p>
);

type NoteProps = { bond: Bond; today: string; close: () => void };
export function NoteBox({ bond, today, close }: NoteProps) {
  const client = useQueryClient();
  const [typed, setTyped] = useState({ happenedOn: today, what: '', byName: '', sha256: '' });
  const set = (part: Partial<typeof typed>) => setTyped((before) => ({ ...before, ...part }));
  const note = useWrite(
    (_given, once) => {
      const json = { ...typed, happenedOn: CountyDate.parse(typed.happenedOn), sha256: typed.sha256 || null };
      return api.guidance[':id'].notes.$post({ param: { id: bond.id }, json }, once);
    },
    () => client.invalidateQueries(again).then(close),
  );
  const take = useWrite<File, { sha256: string }>(
    (file, once) => upload(file, once),
    ({ sha256 }) => set({ sha256 }),
  );
  const send = (event: FormEvent) => {
    event.preventDefault();
    note.mutate();
  };
  return (
    <Box label="记一次指导" close={close}>
      <form onSubmit={send}>
        <h2>
          记一次指导：{bond.leadName} → {bond.unitName}
        </h2>
        <Field type="date" label="哪一天" max={today} value={typed.happenedOn} set={(happenedOn) => set({ happenedOn })} />
        <Field label="做了什么" maxLength={500} value={typed.what} set={(what) => set({ what })} />
        <Field label="谁去的" maxLength={60} value={typed.byName} set={(byName) => set({ byName })} />
        <label className="fill">
          <span>附件：图片或 PDF（可以不传）</span>
          <input
            type="file"
            accept="image/jpeg,image/png,image/webp,application/pdf"
            onChange={({ target }) => target.files?.[0] && take.mutate(target.files[0])}
          />
          <small role="status">{take.isPending ? '正在传……' : typed.sha256 ? '✓ 已传' : ''}</small>
          <Said error={take.error} />
        </label>
        <Said error={note.error} />
        <Choices act="记下来" busy={note.isPending} close={close} />
      </form>
    </Box>
  );
}

export function EndBox({ bond, close }: { bond: Bond; close: () => void }) {
  const client = useQueryClient();
  const end = useWrite<string>(
    (reason, once) => api.guidance[':id'].ending.$post({ param: { id: bond.id }, json: { version: bond.version, reason } }, once),
    () => client.invalidateQueries(again).then(close),
  );
  return (
    <ReasonBox
      title={`${bond.leadName}不再指导${bond.unitName}`}
      note="以前的记录还在，只是不再记新的。"
      act="不再指导"
      error={end.error}
      busy={end.isPending}
      send={end.mutate}
      close={close}
    />
  );
}
