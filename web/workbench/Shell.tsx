import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createRoute, Link, Outlet, useLocation } from '@tanstack/react-router';
import type { Role } from '../../server/identity/rights.ts';
import { api, intent, isSignedOut } from '../ui/api.ts';
import { Box } from './Box.tsx';
import { Find } from './Find.tsx';
import { DemoDay } from './identity/DemoDay.tsx';
import { SignIn } from './identity/SignIn.tsx';
import { rootRoute } from './root.tsx';
import { Waiting } from './Said.tsx';
import { isIn, type Section, sectionsFor } from './sections.ts';
import { useDensity } from './useDensity.ts';
import { useQueueKeys } from './useQueueKeys.ts';
import { Waits } from './Waits.tsx';
import { whoIAm } from './whoIAm.ts';

export const shellRoute = createRoute({ getParentRoute: () => rootRoute, id: 'shell', component: Shell });

/** A session that ends lays the sign-in over the page: what was typed stays where it is. */
function Shell() {
  const { data: me, error } = useQuery(whoIAm);
  const { pathname } = useLocation();
  useQueueKeys();
  if (!me) return isSignedOut(error) ? <SignIn /> : <Waiting error={error} />;
  const sections = sectionsFor(me.person.roles as Role[]);
  const here = sections.find((section) => isIn(section, pathname));
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
          {sections.map((section) => (
            <Link key={section.label} to={section.pages[0]?.to ?? '/'} aria-current={section === here ? 'page' : undefined}>
              {section.label}
            </Link>
          ))}
          <a href="/" target="_blank" rel="noopener" title="在新的页里看居民看到的">
            公示门户
          </a>
        </nav>
        <div className="me">
          {me.county.demo && <DemoDay day={me.day} whyNot={me.may.moveDay} />}
          <Find />
          <Person name={me.person.unitName ? `${me.person.unitName} ${me.person.name}` : me.person.name} />
        </div>
      </header>
      {here && here.pages.length > 1 && <Within section={here} />}
      <div id="main" tabIndex={-1}>
        {me.resting && (
          <p className="resting" role="status">
            ! {me.resting}
          </p>
        )}
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

const Within = ({ section }: { section: Section }) => (
  <nav className="within" aria-label={`${section.label}里的页面`}>
    {section.pages.map(({ to, label }) => (
      <Link key={to} to={to} activeProps={{ 'aria-current': 'page' }}>
        {label}
      </Link>
    ))}
  </nav>
);

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
