import { useQuery } from '@tanstack/react-query';
import { createRoute } from '@tanstack/react-router';
import { useState } from 'react';
import { roleWords } from '../../../server/identity/identity.ts';
import type { Role } from '../../../server/identity/rights.ts';
import { ActionButton } from '../ActionButton.tsx';
import { Export } from '../Export.tsx';
import { listed } from '../listed.ts';
import { Waiting } from '../Said.tsx';
import { Scroll } from '../Scroll.tsx';
import { shellRoute } from '../Shell.tsx';
import { SortHead } from '../SortHead.tsx';
import { holds, sorted } from '../sorting.ts';
import { Wanted } from '../Wanted.tsx';
import { Invite } from './Invite.tsx';
import { everybody, type Person } from './lists.ts';
import { PersonRow, stateWords } from './PersonRow.tsx';

export const peopleRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/people',
  validateSearch: listed,
  component: PeoplePage,
});

const columns = {
  name: { label: '姓名', of: ({ name }: Person) => name },
  account: { label: '账号', of: ({ account }: Person) => account },
  unit: { label: '单位', of: ({ unitName }: Person) => unitName ?? '' },
  role: { label: '角色', of: ({ roles }: Person) => roleWords(roles as Role[]) },
  state: { label: '状态', of: stateWords },
};
const words = Object.fromEntries(Object.entries(columns).map(([column, { of }]) => [column, of]));

function PeoplePage() {
  const { q, sort } = peopleRoute.useSearch();
  const [inviting, setInviting] = useState(false);
  const { data, error } = useQuery(everybody);
  if (!data) return <Waiting error={error} />;
  const found = data.people.filter((person) =>
    holds(
      Object.values(columns).map(({ of }) => of(person)),
      q,
    ),
  );
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
        <header>
          <h2>名单{q ? `：找到 ${found.length} 人` : ''}</h2>
          <Wanted label="按姓名、单位、角色找" />
          <Export to="/api/people.xlsx" />
        </header>
        <Scroll label="人员名单">
          <table>
            <thead>
              <tr>
                {Object.entries(columns).map(([column, { label }]) => (
                  <SortHead key={column} column={column} label={label} />
                ))}
                <th scope="col">办理</th>
              </tr>
            </thead>
            <tbody>
              {sorted(found, sort, words).map((person) => (
                <PersonRow key={person.id} person={person} />
              ))}
            </tbody>
          </table>
        </Scroll>
        {found.length === 0 && <p className="empty">没有找到，换一个字试试，或登记这个人。</p>}
      </section>
    </main>
  );
}
