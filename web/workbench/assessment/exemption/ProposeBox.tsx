import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api } from '../../../ui/api.ts';
import { upload } from '../../../ui/upload.ts';
import { Box } from '../../Box.tsx';
import { Field } from '../../Field.tsx';
import { allUnits } from '../../identity/lists.ts';
import { Pick } from '../../plan/commission/Pick.tsx';
import { Said } from '../../Said.tsx';
import { useWrite } from '../../useWrite.ts';

const blank = { unitId: '', fromOn: '', toOn: '', reason: '', basis: '', evidence: '' };
type Given = typeof blank;

/** 提出豁免: who, from when to when, why, and on what it rests. */
export function ProposeBox({ today, close }: { today: string; close: () => void }) {
  const client = useQueryClient();
  const [given, setGiven] = useState({ ...blank, fromOn: `${today.slice(0, 7)}-01` });
  const set = (part: Partial<Given>) => setGiven((before) => ({ ...before, ...part }));
  const propose = useWrite(
    (_given, once) => {
      const { toOn, evidence, ...rest } = given;
      return api.exemptions.$post({ json: { ...rest, toOn: toOn || null, evidence: evidence || null } }, once);
    },
    () => client.invalidateQueries({ queryKey: ['exemptions'] }).then(close),
  );
  const { data: roster } = useQuery(allUnits);
  const units = roster?.units.filter(({ toOn, host }) => !host && (toOn === null || toOn >= today)) ?? [];
  const send = (event: FormEvent) => {
    event.preventDefault();
    propose.mutate();
  };
  return (
    <Box label="提出豁免" close={close}>
      <form onSubmit={send}>
        <h2>提出豁免</h2>
        <Pick
          label="单位"
          none="请选单位"
          required
          value={given.unitId}
          set={(unitId) => set({ unitId })}
          options={units.map(({ id, name }) => [id, name] as const)}
        />
        <div className="pair">
          <Field type="date" label="从哪天起" value={given.fromOn} set={(fromOn) => set({ fromOn })} />
          <Field type="date" label="到哪天（不填：另行通知）" required={false} value={given.toOn} set={(toOn) => set({ toOn })} />
        </div>
        <p className="cap">豁免按月算：沾到一天的月份，整月不排名。</p>
        <Field label="原因（总表和通报上看得到）" maxLength={500} value={given.reason} set={(reason) => set({ reason })} />
        <Field label="依据（文号，或在哪次会议、由谁定的）" maxLength={500} value={given.basis} set={(basis) => set({ basis })} />
        <Basis evidence={given.evidence} set={(evidence) => set({ evidence })} />
        <Said error={propose.error} />
        <p className="choices">
          <button className="btn main" type="submit" disabled={propose.isPending}>
            提出，请另一个人确认
          </button>
          <button className="btn" type="button" onClick={close}>
            不办了
          </button>
        </p>
      </form>
    </Box>
  );
}

/** The paper itself, where there is one. */
function Basis({ evidence, set }: { evidence: string; set: (sha256: string) => void }) {
  const take = useWrite<File, { sha256: string }>(
    (file, once) => upload(file, once),
    ({ sha256 }) => set(sha256),
  );
  return (
    <label className="fill">
      <span>依据的扫描件、照片或 PDF（可以不传）</span>
      <input
        type="file"
        accept="image/jpeg,image/png,image/webp,application/pdf"
        onChange={({ target }) => target.files?.[0] && take.mutate(target.files[0])}
      />
      <small role="status">{take.isPending ? '正在传……' : evidence ? '✓ 已传' : ''}</small>
      <Said error={take.error} />
    </label>
  );
}
