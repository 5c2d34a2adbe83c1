import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createRoute, Link, Outlet } from '@tanstack/react-router';
import type { Role } from '../../server/identity/rights.ts';
import { api, intent, isSignedOut } from '../ui/api.ts';
import { Box } from './Box.tsx';
import { Find } from './Find.tsx';
import { DemoDay } from './identity/DemoDay.tsx';
import { SignIn } from './identity/SignIn.tsx';
import { rootRoute } from './root.tsx';
import { Waiting } from './Said.tsx';
import { useDensity } from './useDensity.ts';
import { useQueueKeys } from './useQueueKeys.ts';
import { Waits } from './Waits.tsx';
import { whoIAm } from './whoIAm.ts';

export const shellRoute = createRoute({ getParentRoute: () => rootRoute, id: 'shell', component: Shell });

const groups: readonly { to: string; label: string; for: (roles: readonly Role[]) => boolean }[] = [
  { to: '/', label: '工作台', for: () => true },
  { to: '/plan', label: '方案', for: () => true },
  { to: '/units', label: '单位', for: () => true },
  { to: '/people', label: '人员', for: () => true },
  { to: '/audit', label: '审计', for: (roles) => roles.includes('auditAdmin') },
];

/** A session that ends lays the sign-in over the page: what was typed stays where it is. */
function Shell() {
  const { data: me, error } = useQuery(whoIAm);
  useQueueKeys();
  if (!me) return isSignedOut(error) ? <SignIn /> : <Waiting error={error} />;
  const roles = me.person.roles as Role[];
  return (
    <>
      <a className="skip" href="#main">
        跳到正文
      </a>
      <Waits />
      <header className="top">
        <Link className="who" to="/">
          <i aria-hidden="true">实</i>民生实事宣传<small>{me.county.name}</small>
        </Link>
        <nav aria-label="主导航">
          {groups
            .filter((group) => group.for(roles))
            .map(({ to, label }) => (
              <Link key={to} to={to} activeOptions={{ exact: to === '/' }} activeProps={{ 'aria-current': 'page' }}>
                {label}
              </Link>
            ))}
        </nav>
        <div className="me">
          {me.county.demo && <DemoDay day={me.day} />}
          <Find />
          <Person name={me.person.unitName ? `${me.person.unitName} ${me.person.name}` : me.person.name} />
        </div>
      </header>
      <div id="main" tabIndex={-1}>
        <Outlet />
      </div>
      <footer className="foot">非涉密系统，严禁处理国家秘密</footer>
      {isSignedOut(error) && (
        <Box label="重新登录" close={null}>
          <SignIn again />
        </Box>
      )}
    </>
  );
}

function Person({ name }: { name: string }) {
  const client = useQueryClient();
  const { compact, toggle } = useDensity();
  const leave = async () => {
    await api['sign-out'].$post({ json: {} }, intent());
    client.clear();
    location.assign('/workbench/');
  };
  return (
    <>
      <button type="button" className="btn text small" aria-pressed={compact} title="按 . 键也可以" onClick={toggle}>
        {compact ? '✓ 紧凑' : '紧凑'}
      </button>
      <Link to="/password" title="我的密码">
        {name}
      </Link>
      <button type="button" className="btn text small" onClick={leave}>
        退出
      </button>
    </>
  );
}
