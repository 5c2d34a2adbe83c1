import { expect, test } from 'vitest';
import { type Right, type Role, reach, rights, roles } from '../server/identity/rights.ts';
import { app } from '../server/modules.ts';
import { aCounty, whoHas } from './county.ts';
import { samples } from './samples.ts';

type Handler = { right?: Right };
const routes = app.routes
  .filter(({ method }) => method !== 'ALL')
  .map(({ method, path, handler }) => ({ name: `${method} ${path}`, right: (handler as Handler).right }));

const guarded = routes.filter(({ right }) => right !== undefined && rights[right] !== 'everyone');

test('每个接口都在权限表里有一行，每一行都有试法', () => {
  expect(routes.filter(({ right }) => right === undefined)).toEqual([]);
  expect(guarded.map(({ name }) => name).sort()).toEqual(Object.keys(samples).sort());
  const used = new Set<string>(routes.map(({ right }) => right ?? ''));
  expect(Object.keys(rights).filter((right) => !used.has(right))).toEqual([]);
  console.info(
    `权限表：${Object.keys(roles).length} 个角色 × ${guarded.length} 个接口 × 本单位、别的单位、别的县 = ${Object.keys(roles).length * guarded.length * 3} 格`,
  );
});

/** What the table promises: may not see it: 404; may see but not act: never done; may act: neither 401 nor 403 nor 404. */
const promised = (role: Role, right: Right, own: boolean): 'unseen' | 'seen' | 'acts' => {
  const { sees, acts } = reach({ roles: [role] }, right);
  const covers = (whose: 'own' | 'all' | undefined) => whose === 'all' || (whose === 'own' && own);
  if (!covers(sees)) return 'unseen';
  return covers(acts) ? 'acts' : 'seen';
};

/** Verbs on something that has a unit; for the others own and other are the same. */
const hasUnit = (name: string) => /^POST \/api\/(people|claims$)/.test(name);
/** Everybody has only himself here, whatever the unit. */
const aboutOneself = (right: Right) => right === 'session.own';

test.each(Object.keys(roles) as Role[])(
  '权限表说的和做的一样：%s',
  async (role) => {
    const [county, elsewhere] = [await aCounty(), await aCounty()];
    for (const { name, right } of guarded) {
      if (right === undefined || name === 'POST /api/sign-out') continue;
      for (const unit of hasUnit(name) ? [1, 2] : [1]) {
        const own = !hasUnit(name) || unit === 1;
        const [path, body] = samples[name]?.(county, unit) ?? [''];
        const { status, said } = await county.ask(whoHas[role], path, body);
        const promise = aboutOneself(right) ? 'acts' : promised(role, right, own);
        const told = `${role} ${name} ${own ? '本单位' : '别的单位'}：${status} ${said.message ?? ''}`;
        if (promise === 'unseen') expect([403, 404], told).toContain(status);
        if (promise === 'seen' && name.startsWith('POST') && right !== 'plan.create') expect([403, 404], told).toContain(status);
        if (promise === 'acts') expect([200, 201, 404, 409, 422], told).toContain(status);
        const other = await elsewhere.ask(null, path, body, { cookie: county.cookies.get(whoHas[role]) ?? '' });
        expect(other.status, `${role} ${name} 别的县`).toBe(401);
      }
    }
  },
  60_000,
);

test('没有登录的什么也看不到、做不了', async () => {
  const county = await aCounty();
  for (const { name } of guarded) {
    const [path, body] = samples[name]?.(county, 1) ?? [''];
    expect((await county.ask(null, path, body)).status, name).toBe(401);
  }
});
