import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { filingKinds } from '../../../server/filing/filing.ts';
import { CountyDate } from '../../../server/kernel/dates.ts';
import { api } from '../../ui/api.ts';
import { upload } from '../../ui/upload.ts';
import { ActionButton } from '../ActionButton.tsx';
import { Field } from '../Field.tsx';
import { everybody } from '../identity/lists.ts';
import { Pick } from '../plan/commission/Pick.tsx';
import { Said } from '../Said.tsx';
import { useWrite } from '../useWrite.ts';
import { whoIAm } from '../whoIAm.ts';
import type { Cell, Row } from './filings.ts';

type Props = { row: Row; cell: Cell; whyNot: string | null; close: () => void };

/** What a unit hands in of one kind; what stood there is where it begins. */
export function FilingForm({ row, cell: { kind, filing }, whyNot, close }: Props) {
  const client = useQueryClient();
  const { data: me } = useQuery(whoIAm);
  const [typed, setTyped] = useState({
    ...{ happenedOn: filing?.happenedOn ?? '', words: filing?.words ?? '', sha256: filing?.sha256 ?? '' },
    ...{ leader: filing?.leader ?? '', leaderPost: filing?.leaderPost ?? '', officerId: filing?.officerId ?? '' },
  });
  const set = (part: Partial<typeof typed>) => setTyped((before) => ({ ...before, ...part }));
  const file = useWrite(
    (_given, once) => {
      const { happenedOn, sha256, officerId, ...words } = typed;
      const day = happenedOn === '' ? null : CountyDate.parse(happenedOn);
      const about = { unitId: row.id, kind, version: filing?.version ?? 0 };
      const json = { ...about, ...words, happenedOn: day, sha256: sha256 || null, officerId: officerId || null };
      return api.filings.$post({ json }, once);
    },
    () => client.invalidateQueries({ queryKey: ['filings'] }).then(close),
  );
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (whyNot === null) file.mutate();
  };
  const statement = kind !== 'plan' && kind !== 'contacts';
  return (
    <form onSubmit={send}>
      {kind === 'contacts' && <Contacts typed={typed} set={set} unit={row.id} />}
      {statement && (
        <Field type="date" label="哪一天" max={me?.day} value={typed.happenedOn} set={(happenedOn) => set({ happenedOn })} />
      )}
      {kind !== 'contacts' && (
        <label className="fill">
          <span>{kind === 'plan' ? '实施方案的正文（贴进来，或在下面传盖章件）' : '一两句话：哪次会议、哪份文件、怎么定的'}</span>
          <textarea
            rows={kind === 'plan' ? 8 : 3}
            maxLength={50_000}
            value={typed.words}
            onChange={({ target }) => set({ words: target.value })}
          />
        </label>
      )}
      {kind !== 'contacts' && <Scan sha256={typed.sha256} set={(sha256) => set({ sha256 })} />}
      <Said error={file.error} />
      <p className="choices">
        <ActionButton
          main
          type="submit"
          label={filing === null ? `报来${filingKinds[kind]}` : '改好了，再报'}
          whyNot={whyNot}
          busy={file.isPending}
          onClick={undefined}
        />
      </p>
    </form>
  );
}

type Named = { leader: string; leaderPost: string; officerId: string };
function Contacts({ typed, set, unit }: { typed: Named; set: (part: Partial<Named>) => void; unit: string }) {
  const { data } = useQuery(everybody);
  const own = data?.people.filter(({ unitId, suspended }) => unitId === unit && !suspended) ?? [];
  const officers = own.filter(({ roles }) => roles.includes('informationOfficer'));
  const leaders = own.filter(({ roles }) => roles.includes('unitHead') || roles.includes('deputyHead'));
  return (
    <>
      <Field label="负责领导" list="leaders" maxLength={40} value={typed.leader} set={(leader) => set({ leader })} />
      <datalist id="leaders">
        {leaders.map(({ id, name }) => (
          <option key={id} value={name} />
        ))}
      </datalist>
      <Field label="职务" required={false} maxLength={60} value={typed.leaderPost} set={(leaderPost) => set({ leaderPost })} />
      <Pick
        label="信息员"
        none="请选本单位的信息员"
        required
        value={typed.officerId}
        set={(officerId) => set({ officerId })}
        options={officers.map(({ id, name }) => [id, name] as const)}
      />
    </>
  );
}

/** The stamped paper, where there is one. */
function Scan({ sha256, set }: { sha256: string; set: (sha256: string) => void }) {
  const take = useWrite<File, { sha256: string }>(
    (file, once) => upload(file, once),
    ({ sha256 }) => set(sha256),
  );
  return (
    <label className="fill">
      <span>盖章件：扫描件、照片或 PDF（Word 请另存为 PDF）</span>
      <input
        type="file"
        accept="image/jpeg,image/png,image/webp,application/pdf"
        onChange={({ target }) => target.files?.[0] && take.mutate(target.files[0])}
      />
      <small role="status">{take.isPending ? '正在传……' : sha256 ? '✓ 已传' : ''}</small>
      <Said error={take.error} />
    </label>
  );
}
