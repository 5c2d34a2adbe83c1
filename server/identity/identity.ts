import type { CountyDate } from '../kernel/dates.ts';
import { type Refusal, refusal } from '../kernel/refusal.ts';
import { at, day, flag, id, int, orNull, type RowOf, text, texts } from '../kernel/rows.ts';
import { administrations, type Role, roles, unitRoles } from './rights.ts';

export const unitKinds = {
  office: '专班办公室',
  government: '政府部门',
  mass: '群团组织',
  institution: '事业单位',
  enterprise: '垂管与企业',
  township: '乡镇（街道、场）',
} as const;
export type UnitKind = keyof typeof unitKinds;

/** A unit under the name that it has on the county's day. `host`: the office of the task force sits in it. */
export type Unit = RowOf<typeof unitRow>;
export const unitRow = {
  id: id<'unit'>(),
  name: text(),
  aliases: texts(),
  kind: text<UnitKind>(),
  code: orNull(text()),
  host: flag(),
  fromOn: day(),
  toOn: orNull(day()),
  version: int(),
};

export type Person = RowOf<typeof personRow>;
export const personRow = {
  id: id<'person'>(),
  name: text(),
  account: text(),
  unitId: orNull(id<'unit'>()),
  unitName: orNull(text()),
  roles: texts<Role>(),
  suspended: flag(),
  invited: flag(), // a link is out and nobody has used it yet
  lockedUntil: orNull(at()),
  version: int(),
};

/** How long, how often: the usual figures of 等保 assessments (DOMAIN §11). */
export const limits = {
  idleMinutes: 30,
  sessionHours: 12,
  invitationDays: 7,
  failuresPerAccount: 5,
  failuresPerAddress: 30,
  lockMinutes: 30,
  passwordDays: 90,
  passwordsRemembered: 5,
} as const;

export const refusals = {
  wrongPassword: (left: number) =>
    refusal('identity.wrongPassword', 401, `账号或密码不对，请再试${left > 0 ? `，还可以试 ${left} 次` : ''}。`),
  locked: (minutes: number) =>
    refusal('identity.locked', 429, `连续输错，已锁定，请 ${minutes} 分钟后再试，或请安全管理员解锁。`),
  crowded: refusal('identity.crowded', 429, '这台电脑上试得太多了，请 30 分钟后再试。'),
  busy: refusal('identity.busy', 503, '登录的人多，请稍等几秒再点一次。'),
  wrongCurrent: refusal('identity.wrongCurrent', 422, '现在的密码不对，请重新输入。'),
  weak: (why: string) => ({ ...refusal('identity.weakPassword', 422, why), fields: { 'json.password': why } }),
  samePassword: refusal('identity.samePassword', 422, `最近 ${limits.passwordsRemembered} 次用过这个密码，请换一个。`),
  deadInvitation: refusal('identity.deadInvitation', 404, '这个链接用过了或已过期，请发给您链接的人再发一个。'),
  notFound: refusal('identity.notFound', 404, '没有这个人，请返回名单。'),
  noUnit: refusal('identity.noUnit', 404, '没有这个单位，请返回名单。'),
  movedOn: refusal('identity.movedOn', 409, '打开之后有人改过，请刷新看过再改。'),
  accountTaken: refusal('identity.accountTaken', 409, '这个账号已有人用，请换一个。'),
  nameTaken: refusal('identity.nameTaken', 409, '这个名称已经属于一个单位，请核对；同一单位的简称可加为别名。'),
  renamedTooEarly: refusal('identity.renamedTooEarly', 409, '新名称的起用日要晚于现名称的起用日，请核对日期。'),
  closedTooEarly: refusal('identity.closedTooEarly', 409, '撤销的日期不能早于单位的设立日，请核对日期。'),
  codeTaken: refusal('identity.codeTaken', 409, '这个区划代码已有单位使用，请核对。'),
  mayNotInvite: refusal('identity.mayNotInvite', 403, '单位和人员由专班办公室或系统管理员登记，请找他们。'),
  mayNotGrant: refusal('identity.mayNotGrant', 403, '专班办公室只能登记各单位的角色；管理员和专班人员请安全管理员登记。'),
  mayNotSecure: refusal('identity.mayNotSecure', 403, '停用、解锁和收回登录由安全管理员办理，请找他。'),
  notYourself: refusal('identity.notYourself', 409, '不能停用自己，请另一位管理员办理。'),
  mixedRoles: refusal('identity.mixedRoles', 422, '三名管理员各管一摊，不能兼任其他角色，也不属于任何单位。'),
  unitNeeded: refusal('identity.unitNeeded', 422, '请选择所在单位。'),
  mayNotMoveDay: refusal('identity.mayNotMoveDay', 403, '演示日期由专班办公室或系统管理员调，请找他们。'),
  notDemo: refusal('identity.notDemo', 409, '只有演示县可以调演示日期，正式县按实际日期。'),
  closed: (on: string) =>
    refusal('identity.unitClosed', 403, `本单位 ${on} 停用了，材料只能看，不能再写、再办；有没办完的，请找专班办公室。`),
  notYet: (on: string) =>
    refusal('identity.unitNotYet', 403, `本单位 ${on} 才设立，现在只能看，到那天再办；要早些办，请找专班办公室。`),
  onlyForward: refusal('identity.onlyForward', 409, '演示日期只能往后调，已经发生的不能倒回去。'),
} as const;

export const constraintRefusals: Record<string, Refusal> = {
  person_account_once: refusals.accountTaken,
  unit_name_pkey: refusals.nameTaken,
  unit_code_once: refusals.codeTaken,
  unit_name_span: refusals.renamedTooEarly,
  unit_span: refusals.closedTooEarly,
  person_one_administration: refusals.mixedRoles,
  person_in_a_unit: refusals.unitNeeded,
};

/** Why the people of a unit may only look on that day; null while it is open, and for who belongs to none. */
export function whyResting(
  { fromOn, toOn }: { fromOn: CountyDate | null; toOn: CountyDate | null },
  day: CountyDate,
): Refusal | null {
  if (toOn !== null && toOn < day) return refusals.closed(toOn);
  return fromOn !== null && fromOn > day ? refusals.notYet(fromOn) : null;
}

/** Three of the four kinds of character, ten of them, and not the account: null, or what to do. */
export function weakness(password: string, account: string): string | null {
  if ([...password].length < 10) return '密码至少 10 位，请加长。';
  if (new TextEncoder().encode(password).length > 200) return '密码太长，请缩短到 200 字节以内。';
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{Ll}\p{Lu}\p{Nd}]/u].filter((kind) => kind.test(password)).length;
  if (kinds < 3) return '密码要含大写、小写、数字、符号中的三种，请补上。';
  if (account !== '' && password.toLowerCase().includes(account.toLowerCase())) return '密码里不能有账号，请换一个。';
  return /(.)\1{3}/u.test(password) ? '同一个字符不能连用四次，请换一个。' : null;
}

/** Administrators are alone in their role and in no unit; null, or why these roles do not go together. */
export function whyNotRoles(given: readonly Role[], unitId: string | null): Refusal | null {
  const administers = given.some((role) => (administrations as readonly Role[]).includes(role));
  if (administers) return given.length > 1 || unitId ? refusals.mixedRoles : null;
  return unitId ? null : refusals.unitNeeded;
}

/** 专班办公室 names the people of the units; whoever may lock others out names the office and the administrators. */
export function whyNotGrant(actorRoles: readonly string[], given: readonly Role[]): Refusal | null {
  if (actorRoles.includes('securityAdmin')) return null;
  const modest = given.every((role) => (unitRoles as readonly Role[]).includes(role));
  if (modest) return null;
  const office = given.every(
    (role) => role === 'officeStaff' || role === 'officeLead' || (unitRoles as readonly Role[]).includes(role),
  );
  return actorRoles.includes('systemAdmin') && office ? null : refusals.mayNotGrant;
}

export const roleWords = (given: readonly Role[]) => given.map((role) => roles[role]).join('、');
