import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { roleWords } from '../../../server/identity/identity.ts';
import type { Role } from '../../../server/identity/rights.ts';
import { api } from '../../ui/api.ts';
import { ActionButton } from '../ActionButton.tsx';
import { Said } from '../Said.tsx';
import { useWrite } from '../useWrite.ts';
import type { Person } from './lists.ts';
import { OneTimeLink } from './OneTimeLink.tsx';
import { ReasonBox } from './ReasonBox.tsx';

export const stateWords = ({ suspended, lockedUntil, invited }: Person) =>
  suspended ? '! 已停用' : lockedUntil ? '! 已锁定' : invited ? '◔ 等他设密码' : '✓ 在用';

export function PersonRow({ person }: { person: Person }) {
  const { name, account, unitName, suspended, lockedUntil, may } = person;
  const { again, suspend, unlock } = useActs(person);
  const [asking, setAsking] = useState(false);
  const word = suspended ? '恢复' : '停用';
  return (
    <tr>
      <td>{name}</td>
      <td>{account}</td>
      <td>{unitName ?? '—'}</td>
      <td>{roleWords(person.roles as Role[])}</td>
      <td>{stateWords(person)}</td>
      <td>
        {may.inviteAgain === null && (
          <ActionButton className="small" label="重发链接" whyNot={null} busy={again.isPending} onClick={() => again.mutate()} />
        )}{' '}
        {may.suspend === null && <ActionButton className="small" label={word} whyNot={null} onClick={() => setAsking(true)} />}{' '}
        {lockedUntil && <ActionButton className="small" label="解锁" whyNot={may.unlock} onClick={() => unlock.mutate()} />}
        {again.data && <OneTimeLink secret={again.data.invitation} />}
        <Said error={again.error ?? unlock.error} />
        {asking && (
          <ReasonBox
            title={`${word}${name}`}
            note={suspended ? '恢复以后，他用原来的账号和密码登录。' : '他会立刻退出；以前办的事仍在他名下。'}
            act={word}
            error={suspend.error}
            busy={suspend.isPending}
            send={(reason) => suspend.mutate(reason, { onSuccess: () => setAsking(false) })}
            close={() => setAsking(false)}
          />
        )}
      </td>
    </tr>
  );
}

function useActs({ id, version, suspended }: Person) {
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: ['people'] });
  const [person, param] = [api.people[':id'], { id }];
  const again = useWrite<void, { invitation: string }>(
    async (_given, once) => (await person.invitation.$post({ param, json: { version } }, once)).json(),
    refresh,
  );
  const suspend = useWrite<string>(
    (reason, once) => person.suspension.$post({ param, json: { version, suspended: !suspended, reason } }, once),
    refresh,
  );
  const unlock = useWrite<void>((_given, once) => person.unlocking.$post({ param, json: { version } }, once), refresh);
  return { again, suspend, unlock };
}
