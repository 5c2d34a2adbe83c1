import { Hono, type Context as HttpContext } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { z } from 'zod';
import { countyOf, type Env, forgetHolders, reads, sheets, writes } from '../app.ts';
import { CountyDate } from '../kernel/dates.ts';
import { refuse } from '../kernel/refusal.ts';
import { moveDemoDay, whyNotMoveDay } from './actions/county.ts';
import * as person from './actions/person.ts';
import * as session from './actions/session.ts';
import * as unit from './actions/unit.ts';
import { limits, type Person, refusals, roleWords, type Unit, type UnitKind, unitKinds } from './identity.ts';
import { acceptedPassword, changedPassword, proveAccount } from './jobs.ts';
import { countyNow, invitedUnscoped, listPeople, listUnits, unitsByName } from './queries.ts';
import { mayAct, type Role, roles } from './rights.ts';
import { digestOf } from './secrets.ts';

const words = z
  .string()
  .trim()
  .regex(/[\p{L}\p{N}]/u, '请填写')
  .max(100, '太长，请缩短到 100 字以内');
const account = z
  .string()
  .trim()
  .regex(/^[\w.-]{2,40}$/, '账号用 2—40 个字母、数字、点或横线');
const password = z.string().max(1000);
const version = z.int().positive();
const reason = z.string().trim().max(500);
const personId = z.strictObject({ id: z.uuid().transform((id) => id as Person['id']) });
const unitId = z.strictObject({ id: z.uuid().transform((id) => id as Unit['id']) });
const kind = z.enum(Object.keys(unitKinds) as [UnitKind, ...UnitKind[]]);
const someRoles = z.array(z.enum(Object.keys(roles) as [Role, ...Role[]])).min(1, '请至少选一个角色');
const newUnit = z.strictObject({
  name: words,
  kind,
  code: z
    .string()
    .regex(/^\d{9}$/, '区划代码是 9 位数字')
    .nullable()
    .default(null),
  host: z.boolean().default(false),
  fromOn: CountyDate.optional(),
});

const addressOf = (c: HttpContext<Env>) => c.env.address ?? '';
const secretOf = (c: HttpContext<Env>) => (getCookie(c, 'session') ?? '').split('.')[1] ?? '';

function keepSession(c: HttpContext<Env>, secret: string) {
  const county = countyOf(c.req, c.env.defaultCounty);
  const secure = c.req.header('Origin')?.startsWith('https:') ?? false;
  setCookie(c, 'session', `${county}.${secret}`, {
    httpOnly: true,
    sameSite: 'Strict',
    path: '/',
    secure,
    maxAge: limits.sessionHours * 3600,
  });
  return {};
}

/** Whom a second ago we knew, and on which day, we ask again. */
function askAgain<T>(_c: HttpContext<Env>, reply: T): T {
  forgetHolders();
  return reply;
}

function dropSession(c: HttpContext<Env>) {
  deleteCookie(c, 'session', { path: '/' });
  forgetHolders();
  return {};
}

const signIn = writes(
  {
    input: { json: z.strictObject({ account: z.string().trim().max(100), password }) },
    rights: 'session.open',
    prepare: ({ json }, look, c) => proveAccount(json.account, json.password, addressOf(c), look),
  },
  (context, { json }, proof) => session.openSession(context, json.account, proof),
  (c, { secret, refused }) => (secret === undefined ? refuse(refused) : keepSession(c, secret)),
);

const signOut = writes(
  {
    input: { json: z.strictObject({}) },
    rights: 'session.own',
    prepare: async (_given, _look, c) => secretOf(c),
  },
  (context, _given, secret) => session.closeSession(context, secret),
  dropSession,
);

const me = reads({ input: {}, rights: 'session.own' }, async (context) => {
  const { actor, day } = context;
  const county = (await countyNow(context)) ?? refuse(refusals.notFound);
  const home = (await listUnits(context)).find(({ id }) => id === actor.unitId);
  const may = { moveDay: whyNotMoveDay(context)?.message ?? null };
  const { resting = null, ...person } = actor;
  return { person: { ...person, unitName: home?.name ?? null }, resting: resting?.message ?? null, county, day, may };
});

const password_ = z.strictObject({ current: password, next: password });
const changePassword = writes(
  {
    input: { json: password_ },
    rights: 'session.own',
    prepare: async ({ json }, look, c) => ({ hash: await changedPassword(json.current, json.next, look), secret: secretOf(c) }),
  },
  (context, _given, { hash, secret }) => session.changePassword(context, hash, secret),
  askAgain,
);

const invitation = z.strictObject({ secret: z.string().regex(/^[\w-]{32}$/) });
const invited = reads({ input: { param: invitation }, rights: 'public.read' }, async (context, { param }) => {
  const { name, account } = (await invitedUnscoped(context, digestOf(param.secret))) ?? refuse(refusals.deadInvitation);
  return { name, account };
});
const accept = writes(
  {
    input: { param: invitation, json: z.strictObject({ password }) },
    rights: 'invitation.accept',
    prepare: async ({ param, json }, look, c) => ({
      hash: await acceptedPassword(param.secret, json.password, look),
      address: addressOf(c),
    }),
  },
  (context, { param }, { hash, address }) => session.acceptInvitation(context, param.secret, hash, address),
  (c, { secret }) => keepSession(c, secret),
);

const people = reads({ input: {}, rights: 'person.read' }, async (context) => ({
  people: (await listPeople(context)).map((each) => person.withMay(context, each)),
  may: { invite: mayAct(context.actor, 'person.invite', context.actor.unitId) ? null : refusals.mayNotInvite.message },
}));
const peopleSheet = sheets(
  {
    input: {},
    rights: 'person.read',
    name: '人员名单',
    columns: [
      { head: '姓名', of: ({ name }: Person) => name },
      { head: '单位', width: 2, of: ({ unitName }) => unitName ?? '' },
      { head: '角色', width: 2, of: ({ roles }) => roleWords(roles) },
      { head: '账号', of: ({ account }) => account },
      { head: '状态', of: ({ suspended, invited }) => (suspended ? '已停用' : invited ? '待接受邀请' : '在用') },
    ],
  },
  listPeople,
);
const newPerson = z.strictObject({
  account,
  name: words,
  unitId: z
    .uuid()
    .transform((id) => id as Unit['id'])
    .nullable(),
  roles: someRoles,
});
const invite = writes({ input: { json: newPerson }, rights: 'person.invite' }, (context, { json }) =>
  person.invitePerson(context, json),
);
const inviteAgain = writes(
  { input: { param: personId, json: z.strictObject({ version }) }, rights: 'person.invite' },
  (context, { param, json }) => person.inviteAgain(context, param.id, json.version),
);
const suspension = z.strictObject({ version, suspended: z.boolean(), reason: reason.min(1, '请写理由') });
const suspend = writes(
  { input: { param: personId, json: suspension }, rights: 'person.secure' },
  (context, { param, json }) => person.suspendPerson(context, param.id, json),
  askAgain,
);
const unlock = writes(
  { input: { param: personId, json: z.strictObject({ version }) }, rights: 'person.secure' },
  (context, { param, json }) => person.unlockPerson(context, param.id, json.version),
);

const units = reads({ input: {}, rights: 'unit.read' }, async (context) => ({
  units: await listUnits(context),
  may: { add: mayAct(context.actor, 'unit.write', null) ? null : refusals.mayNotInvite.message },
}));
const unitSheet = sheets(
  {
    input: {},
    rights: 'unit.read',
    name: '单位名录',
    columns: [
      { head: '单位', width: 2, of: ({ name }: Unit) => name },
      { head: '别名', width: 2, of: ({ aliases }) => aliases.join('、') },
      { head: '类别', of: ({ kind }) => unitKinds[kind] },
      { head: '区划代码', of: ({ code }) => code ?? '' },
      { head: '专班挂靠', of: ({ host }) => (host ? '是' : '') },
      { head: '设立', of: ({ fromOn }) => fromOn },
      { head: '撤销', of: ({ toOn }) => toOn ?? '' },
    ],
  },
  listUnits,
);
const unitNames = reads({ input: {}, rights: 'unit.read' }, async (context) => ({ names: await unitsByName(context) }));
const addUnits = writes(
  { input: { json: z.strictObject({ units: z.array(newUnit).min(1).max(200) }) }, rights: 'unit.write' },
  (context, { json }) => unit.addUnits(context, json.units),
);
const naming = z.strictObject({ version, name: words, fromOn: CountyDate, alias: z.boolean() });
const nameUnit = writes({ input: { param: unitId, json: naming }, rights: 'unit.write' }, (context, { param, json }) =>
  unit.nameUnit(context, param.id, json),
);
const closing = z.strictObject({ version, toOn: CountyDate.nullable(), reason });
const closeUnit = writes(
  { input: { param: unitId, json: closing }, rights: 'unit.write' },
  (context, { param, json }) => unit.closeUnit(context, param.id, json),
  askAgain,
);
const demoDay = writes(
  { input: { json: z.strictObject({ day: CountyDate }) }, rights: 'county.date' },
  (context, { json }) => moveDemoDay(context, json.day),
  askAgain,
);

export const identityRoutes = new Hono<Env>()
  .post('/api/sign-in', signIn)
  .post('/api/sign-out', signOut)
  .get('/api/me', me)
  .post('/api/me/password', changePassword)
  .get('/api/invitations/:secret', invited)
  .post('/api/invitations/:secret', accept)
  .get('/api/people', people)
  .get('/api/people.xlsx', peopleSheet)
  .post('/api/people', invite)
  .post('/api/people/:id/invitation', inviteAgain)
  .post('/api/people/:id/suspension', suspend)
  .post('/api/people/:id/unlocking', unlock)
  .get('/api/units', units)
  .get('/api/units.xlsx', unitSheet)
  .get('/api/unit-names', unitNames)
  .post('/api/units', addUnits)
  .post('/api/units/:id/names', nameUnit)
  .post('/api/units/:id/closing', closeUnit)
  .post('/api/demo-day', demoDay);
