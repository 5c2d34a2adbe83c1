import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { createRoute, Link, Outlet } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { Role } from '../../server/identity/rights.ts';
import { api, intent, isSignedOut } from '../ui/api.ts';
import { Find } from './Find.tsx';
import { DemoDay } from './identity/DemoDay.tsx';
import { SignIn } from './identity/SignIn.tsx';
import { rootRoute } from './root.tsx';
import { Waiting } from './Said.tsx';

export const whoIAm = queryOptions({ queryKey: ['me'], queryFn: async () => (await api.me.$get()).json() });

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
  useDensity();
  if (!me) return isSignedOut(error) ? <SignIn /> : <Waiting error={error} />;
  const roles = me.person.roles as Role[];
  return (
    <>
      <a className="skip" href="#main">
        跳到正文
      </a>
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
        <dialog open aria-label="重新登录">
          <SignIn again />
        </dialog>
      )}
    </>
  );
}

function Person({ name }: { name: string }) {
  const client = useQueryClient();
  const leave = async () => {
    await api['sign-out'].$post({ json: {} }, intent());
    client.clear();
    location.assign('/workbench/');
  };
  return (
    <>
      <Link to="/password">{name}</Link>
      <button type="button" className="btn text small" onClick={leave}>
        退出
      </button>
    </>
  );
}

/** 紧凑 by the key `.`, remembered on this computer. */
function useDensity() {
  const [compact, setCompact] = useState(() => localStorage.getItem('density') === 'compact');
  useEffect(() => {
    document.documentElement.dataset.density = compact ? 'compact' : 'normal';
    localStorage.setItem('density', compact ? 'compact' : 'normal');
    const toggle = ({ key, target }: KeyboardEvent) => {
      if (key === '.' && !(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) setCompact(!compact);
    };
    addEventListener('keydown', toggle);
    return () => removeEventListener('keydown', toggle);
  }, [compact]);
}
