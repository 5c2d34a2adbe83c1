import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { createRoute } from '@tanstack/react-router';
import type { InferResponseType } from 'hono/client';
import { useState } from 'react';
import { roleWords } from '../../../server/identity/identity.ts';
import type { Role } from '../../../server/identity/rights.ts';
import { api, intent } from '../../ui/api.ts';
import { ActionButton } from '../ActionButton.tsx';
import { Said, Waiting } from '../Said.tsx';
import { Scroll } from '../Scroll.tsx';
import { shellRoute } from '../Shell.tsx';
import { Invite, Link } from './Invite.tsx';

export const peopleRoute = createRoute({ getParentRoute: () => shellRoute, path: '/people', component: PeoplePage });
type Person = InferResponseType<typeof api.people.$get>['people'][number];

function PeoplePage() {
  const [inviting, setInviting] = useState(false);
  const { data, error } = useQuery({ queryKey: ['people'], queryFn: async () => (await api.people.$get()).json() });
  if (!data) return <Waiting error={error} />;
  return (
    <main className="page">
      <div className="head">
        <div>
          <h1>人员：{data.people.length} 人</h1>
          <p>登记以后得到一个链接，发给本人，由他自己设密码。</p>
        </div>
        <div className="acts">
          <ActionButton main label="登记人员" whyNot={data.may.invite} onClick={() => setInviting(true)} />
        </div>
      </div>
      {inviting && <Invite done={() => setInviting(false)} />}
      <section className="card">
        <Scroll label="人员名单">
          <table>
            <thead>
              <tr>
                <th>姓名</th>
                <th>账号</th>
                <th>单位</th>
                <th>角色</th>
                <th>状态</th>
                <th>办理</th>
              </tr>
            </thead>
            <tbody>
              {data.people.map((person) => (
                <Row key={person.id} person={person} />
              ))}
            </tbody>
          </table>
        </Scroll>
      </section>
    </main>
  );
}

const stateWords = ({ suspended, lockedUntil, invited }: Person) =>
  suspended ? '! 已停用' : lockedUntil ? '! 已锁定' : invited ? '◔ 等他设密码' : '✓ 在用';

function Row({ person }: { person: Person }) {
  const { id, version, suspended, lockedUntil, may } = person;
  const client = useQueryClient();
  const refresh = { onSuccess: () => client.invalidateQueries({ queryKey: ['people'] }) };
  const param = { id };
  const again = useMutation({
    mutationFn: async () => (await api.people[':id'].invitation.$post({ param, json: { version } }, intent())).json(),
    ...refresh,
  });
  const suspend = useMutation({
    mutationFn: (reason: string) =>
      api.people[':id'].suspension.$post({ param, json: { version, suspended: !suspended, reason } }, intent()),
    ...refresh,
  });
  const unlock = useMutation({
    mutationFn: () => api.people[':id'].unlocking.$post({ param, json: { version } }, intent()),
    ...refresh,
  });
  const askReason = () => {
    const reason = prompt(suspended ? '恢复的理由' : '停用的理由（他会立刻退出）');
    if (reason?.trim()) suspend.mutate(reason);
  };
  return (
    <tr>
      <td>{person.name}</td>
      <td>{person.account}</td>
      <td>{person.unitName ?? '—'}</td>
      <td>{roleWords(person.roles as Role[])}</td>
      <td>{stateWords(person)}</td>
      <td>
        {may.inviteAgain === null && (
          <ActionButton className="small" label="重发链接" whyNot={null} busy={again.isPending} onClick={() => again.mutate()} />
        )}
        {may.suspend === null && (
          <ActionButton className="small" label={suspended ? '恢复' : '停用'} whyNot={null} onClick={askReason} />
        )}
        {lockedUntil && <ActionButton className="small" label="解锁" whyNot={may.unlock} onClick={() => unlock.mutate()} />}
        {again.data && <Link secret={again.data.invitation} />}
        <Said error={again.error ?? suspend.error ?? unlock.error} />
      </td>
    </tr>
  );
}
