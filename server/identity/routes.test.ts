import { expect, test } from 'vitest';
import { aCounty, password } from '../../test/county.ts';
import { limits } from './identity.ts';

const account = 'u0';

test('用账号和密码登录，登录后知道自己是谁、在哪个县、今天几号', async () => {
  const county = await aCounty();
  const { status, cookie } = await county.ask(null, '/api/sign-in', { account, password });
  expect([status, cookie]).toEqual([201, expect.stringMatching(/HttpOnly; SameSite=Strict/)]);
  const me = await county.ask(null, '/api/me', undefined, { cookie: cookie.split(';')[0] ?? '' });
  expect(me.said).toMatchObject({
    person: { name: '李卫平', unitName: '县政府办' },
    county: { name: '某县' },
    day: '2023-10-08',
  });
});

test('连续输错五次锁定账号，对的密码也进不去；安全管理员解锁后可以', async () => {
  const county = await aCounty();
  const wrong = () => county.ask(null, '/api/sign-in', { account, password: '不对' });
  const told = [];
  for (let time = 0; time < limits.failuresPerAccount; time++) told.push((await wrong()).said.message);
  expect(told.slice(0, 2)).toEqual(['账号或密码不对，请再试，还可以试 4 次。', '账号或密码不对，请再试，还可以试 3 次。']);
  expect((await county.ask(null, '/api/sign-in', { account, password })).said.code).toBe('identity.locked');
  const unlocking = `/api/people/${county.person('李卫平')}/unlocking`;
  expect((await county.ask('李卫平', unlocking, { version: 1 })).status).toBe(403);
  expect((await county.ask('securityAdmin', unlocking, { version: 1 })).status).toBe(201);
  expect((await county.ask(null, '/api/sign-in', { account, password })).status).toBe(201);
});

test('没有这个账号的，答复和输错密码一样', async () => {
  const county = await aCounty();
  const [nobody, somebody] = [
    await county.ask(null, '/api/sign-in', { account: 'nobody', password }),
    await county.ask(null, '/api/sign-in', { account, password: '不对' }),
  ];
  expect(nobody.said).toEqual(somebody.said);
});

test('停用的人当时就退出，再也登不上；停用要写理由，不能停用自己', async () => {
  const county = await aCounty();
  const suspension = (name: string) => `/api/people/${county.person(name)}/suspension`;
  const order = { version: 1, suspended: true, reason: '调离' };
  expect((await county.ask('securityAdmin', suspension('何静'), { ...order, reason: ' ' })).status).toBe(422);
  expect((await county.ask('securityAdmin', suspension('何静'), order)).status).toBe(201);
  expect((await county.ask('何静', '/api/me')).said.code).toBe('request.signedOut');
  expect((await county.ask('securityAdmin', suspension('何静'), order)).said.code).toBe('identity.movedOn');
});

test('邀请链接只能用一次；密码太弱、含账号的不收', async () => {
  const county = await aCounty();
  const newcomer = { account: 'xiaohe', name: '小何', unitId: county.ids[1], roles: ['informationOfficer'] };
  const { said } = await county.ask('李卫平', '/api/people', newcomer);
  const link = `/api/invitations/${(said as { invitation?: string }).invitation}`;
  expect((await county.ask(null, link)).said).toEqual({ name: '小何', account: 'xiaohe' });
  expect((await county.ask(null, link, { password: '12345678' })).said.code).toBe('identity.weakPassword');
  expect((await county.ask(null, link, { password: 'Xiaohe-2023-a' })).said.message).toBe('密码里不能有账号，请换一个。');
  expect((await county.ask(null, link, { password: 'Huanle-2023-a' })).status).toBe(201);
  expect((await county.ask(null, link, { password: 'Huanle-2023-b' })).said.code).toBe('identity.deadInvitation');
});

test('改密码要对上现在的，最近用过的不能再用；别处的登录随之结束', async () => {
  const county = await aCounty();
  const elsewhere = await county.ask(null, '/api/sign-in', { account, password });
  const change = (current: string, next: string) => county.ask('李卫平', '/api/me/password', { current, next });
  expect((await change('不对', 'Xin-mima-2024')).said.code).toBe('identity.wrongCurrent');
  expect((await change(password, password)).said.code).toBe('identity.samePassword');
  expect((await change(password, 'Xin-mima-2024')).status).toBe(201);
  expect((await county.ask(null, '/api/me', undefined, { cookie: elsewhere.cookie.split(';')[0] ?? '' })).status).toBe(401);
});

test('三名管理员不兼任；专班办公室只登记各单位的人；同一账号、同一单位名称只有一个', async () => {
  const county = await aCounty();
  const person = { account: 'new', name: '新人', unitId: county.ids[1] ?? null, roles: ['informationOfficer'] };
  const invite = async (who: string, given: object) => (await county.ask(who, '/api/people', { ...person, ...given })).said.code;
  expect(await invite('securityAdmin', { roles: ['systemAdmin', 'auditAdmin'], unitId: null })).toBe('identity.mixedRoles');
  expect(await invite('李卫平', { roles: ['officeStaff'] })).toBe('identity.mayNotGrant');
  expect(await invite('李卫平', { unitId: null })).toBe('identity.unitNeeded');
  expect(await invite('何静', {})).toBe('identity.mayNotInvite');
  expect(await invite('李卫平', { account: 'u1' })).toBe('identity.accountTaken');
  const again = { units: [{ name: '县水利局', kind: 'government' }] };
  expect((await county.ask('李卫平', '/api/units', again)).said.code).toBe('identity.nameTaken');
});

test('单位改名以后，新旧名称都还认得，名录里是当天的名称', async () => {
  const county = await aCounty();
  const rename = (fromOn: string) =>
    county.ask('李卫平', `/api/units/${county.ids[1]}/names`, { version: 1, name: '县水务局', fromOn, alias: false });
  expect((await rename('2023-01-01')).said.code).toBe('identity.renamedTooEarly');
  expect((await rename('2023-10-08')).status).toBe(201);
  const { said } = await county.ask('李卫平', '/api/units');
  expect(said).toMatchObject({
    units: expect.arrayContaining([expect.objectContaining({ name: '县水务局', aliases: ['县水利局'] })]),
  });
});

test('同一次提交几遍只办一次；别的网站来的、多一项的、断在半截的都不收', async () => {
  const county = await aCounty();
  const key = { 'idempotency-key': '0198f0a0-0000-7000-8000-000000000001' };
  const units = { units: [{ name: '县教育局', kind: 'government' }] };
  const twice = await Promise.all([
    county.ask('李卫平', '/api/units', units, key),
    county.ask('李卫平', '/api/units', units, key),
  ]);
  expect(twice[0]).toEqual(twice[1]);
  expect(twice[0]?.status).toBe(201);
  const code = async (body: object | string, headers = {}) => (await county.ask('李卫平', '/api/units', body, headers)).said.code;
  expect(await code(units, { origin: 'http://elsewhere.example' })).toBe('request.elsewhere');
  expect(await code({ ...units, county: 430523 })).toBe('request.invalid');
  expect(await code('{"units":[{')).toBe('request.malformed');
});

test('演示日期只能往后调，调了马上算', async () => {
  const county = await aCounty();
  const today = async () => (await county.ask('李卫平', '/api/me')).said.day;
  expect(await today()).toBe('2023-10-08');
  expect((await county.ask('李卫平', '/api/demo-day', { day: '2023-10-09' })).status).toBe(201);
  expect(await today()).toBe('2023-10-09');
  expect((await county.ask('李卫平', '/api/demo-day', { day: '2023-10-01' })).said.code).toBe('identity.onlyForward');
});
