import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { Unit } from '../../../server/identity/identity.ts';
import { type Role, roles } from '../../../server/identity/rights.ts';
import { api } from '../../ui/api.ts';
import { Field } from '../Field.tsx';
import { Said } from '../Said.tsx';
import { useWrite } from '../useWrite.ts';
import { allUnits } from './lists.ts';
import { OneTimeLink } from './OneTimeLink.tsx';

export function Invite({ done }: { done: () => void }) {
  const client = useQueryClient();
  const { data } = useQuery(allUnits);
  const [name, setName] = useState('');
  const [account, setAccount] = useState('');
  const [unit, setUnit] = useState('');
  const [role, setRole] = useState<Role>('informationOfficer');
  const invite = useWrite<void, { invitation: string }>(
    async (_given, once) => {
      const unitId = (unit || null) as Unit['id'] | null;
      return (await api.people.$post({ json: { name, account, unitId, roles: [role] } }, once)).json();
    },
    () => client.invalidateQueries({ queryKey: ['people'] }),
  );
  const send = (event: FormEvent) => {
    event.preventDefault();
    invite.mutate();
  };
  return (
    <form className="card narrow" onSubmit={send}>
      <Field label="姓名" value={name} set={setName} />
      <Field label="账号（2—40 个字母、数字、点或横线）" value={account} set={setAccount} />
      <label className="fill">
        <span>单位</span>
        <select value={unit} onChange={({ target }) => setUnit(target.value)}>
          <option value="">不属于单位（管理员）</option>
          {data?.units.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label className="fill">
        <span>角色</span>
        <select value={role} onChange={({ target }) => setRole(target.value as Role)}>
          {Object.entries(roles).map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <Said error={invite.error} />
      {invite.data && <OneTimeLink secret={invite.data.invitation} />}
      <button className="btn main" type="submit" disabled={invite.isPending || invite.data !== undefined}>
        登记
      </button>{' '}
      <button className="btn" type="button" onClick={done}>
        {invite.data ? '收起' : '不登记了'}
      </button>
    </form>
  );
}
