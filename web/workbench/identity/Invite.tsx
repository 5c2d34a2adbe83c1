import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { Unit } from '../../../server/identity/identity.ts';
import { type Role, roles } from '../../../server/identity/rights.ts';
import { api, intent } from '../../ui/api.ts';
import { Said } from '../Said.tsx';

/** The link is shown here and never again. */
export function Link({ secret }: { secret: string }) {
  const address = `${location.origin}/workbench/invitation/${secret}`;
  return (
    <p className="said ok">
      ✓ 请把链接发给本人，7 天内有效，只显示这一次：
      <input readOnly aria-label="邀请链接" value={address} onFocus={({ target }) => target.select()} size={48} />
    </p>
  );
}

export function Invite({ done }: { done: () => void }) {
  const client = useQueryClient();
  const { data } = useQuery({ queryKey: ['units'], queryFn: async () => (await api.units.$get()).json() });
  const [name, setName] = useState('');
  const [account, setAccount] = useState('');
  const [unit, setUnit] = useState('');
  const [role, setRole] = useState<Role>('informationOfficer');
  const invite = useMutation({
    mutationFn: async () =>
      (
        await api.people.$post({ json: { name, account, unitId: (unit || null) as Unit['id'] | null, roles: [role] } }, intent())
      ).json(),
    onSuccess: () => client.invalidateQueries({ queryKey: ['people'] }),
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    invite.mutate();
  };
  return (
    <form className="card narrow" onSubmit={send}>
      <label className="field">
        <span>姓名</span>
        <input required value={name} onChange={({ target }) => setName(target.value)} />
      </label>
      <label className="field">
        <span>账号（2—40 个字母、数字）</span>
        <input required value={account} onChange={({ target }) => setAccount(target.value)} />
      </label>
      <label className="field">
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
      <label className="field">
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
      {invite.data && <Link secret={invite.data.invitation} />}
      <button className="btn main" type="submit" disabled={invite.isPending || invite.data !== undefined}>
        登记
      </button>{' '}
      <button className="btn" type="button" onClick={done}>
        {invite.data ? '收起' : '不登记了'}
      </button>
    </form>
  );
}
