import type { Actor } from '../kernel/context.ts';
import type { Refusal } from '../kernel/refusal.ts';

export const roles = {
  informationOfficer: '信息员',
  sectionHead: '股室负责人',
  deputyHead: '分管领导',
  unitHead: '主要负责人',
  officeStaff: '专班办公室',
  officeLead: '专班分管领导',
  systemAdmin: '系统管理员',
  securityAdmin: '安全管理员',
  auditAdmin: '审计管理员',
} as const;
export type Role = keyof typeof roles;

/** Three people, never one: an account that administers does nothing else. */
export const administrations = ['systemAdmin', 'securityAdmin', 'auditAdmin'] as const satisfies readonly Role[];
export const unitRoles = ['informationOfficer', 'sectionHead', 'deputyHead', 'unitHead'] as const satisfies readonly Role[];
const officeRoles = ['officeStaff', 'officeLead'] as const satisfies readonly Role[];
const working = [...unitRoles, ...officeRoles] as const;
const everyRole = [...working, ...administrations] as const;

/** Whose things: the role's own unit's, or the whole county's. */
type Whose = 'own' | 'all';
export type Reach = { sees?: Whose; acts?: Whose };
type Row = Partial<Record<Role, Reach>>;

const all = { sees: 'all', acts: 'all' } as const;
const seesAll = { sees: 'all' } as const;
const own = { sees: 'own', acts: 'own' } as const;
const each = (given: readonly Role[], reach: Reach): Row => Object.fromEntries(given.map((role) => [role, reach]));

/** 'everyone' needs no session. For the others: whose things a role sees (else 404), and on whose it acts (else 403 with a reason). */
export const rights = {
  'public.read': 'everyone',
  'session.open': 'everyone',
  'invitation.accept': 'everyone',
  'session.own': each(everyRole, own),
  'unit.read': each(everyRole, seesAll),
  'unit.write': {
    ...each(['officeStaff', 'systemAdmin'], all),
    ...each([...unitRoles, 'officeLead', 'securityAdmin', 'auditAdmin'], seesAll),
  },
  'person.read': { ...each(unitRoles, { sees: 'own' }), ...each([...officeRoles, ...administrations], seesAll) },
  'person.invite': {
    ...each(['officeStaff', 'systemAdmin', 'securityAdmin'], all),
    ...each(unitRoles, { sees: 'own' }),
    ...each(['officeLead', 'auditAdmin'], seesAll),
  },
  'person.secure': {
    securityAdmin: all,
    ...each(unitRoles, { sees: 'own' }),
    ...each([...officeRoles, 'systemAdmin', 'auditAdmin'], seesAll),
  },
  'county.date': {
    ...each(['officeStaff', 'systemAdmin'], all),
    ...each([...unitRoles, 'officeLead', 'securityAdmin', 'auditAdmin'], seesAll),
  },
  'plan.read': each(everyRole, seesAll),
  'plan.create': {
    officeStaff: all,
    ...each([...unitRoles, 'officeLead', ...administrations], seesAll),
  },
  'campaign.move': {
    officeStaff: all,
    ...each([...unitRoles, 'officeLead', ...administrations], seesAll),
  },
  'campaign.see': { ...each(unitRoles, own), ...each(officeRoles, seesAll) },
  'project.rank': {
    officeStaff: all,
    ...each([...unitRoles, 'officeLead', ...administrations], seesAll),
  },
  'project.read': each(everyRole, seesAll),
  'project.fill': { ...each(unitRoles, own), officeStaff: all, officeLead: seesAll },
  'project.confirm': { ...each(unitRoles, { sees: 'own' }), ...each(officeRoles, all) },
  'project.report': { ...each(unitRoles, own), ...each(officeRoles, seesAll) },
  'project.assign': { officeStaff: all, ...each(unitRoles, { sees: 'own' }), officeLead: seesAll },
  'file.take': { ...each(unitRoles, own), ...each(officeRoles, all) },
  'file.read': { ...each(unitRoles, { sees: 'own' }), ...each(officeRoles, seesAll) },
  'article.read': { ...each(unitRoles, { sees: 'own' }), ...each(officeRoles, seesAll) },
  'article.write': { ...each(unitRoles, own), ...each(officeRoles, seesAll) },
  'article.autosave': { ...each(unitRoles, own), ...each(officeRoles, seesAll) },
  'article.review': {
    ...each(['sectionHead', 'deputyHead', 'unitHead'], own),
    informationOfficer: { sees: 'own' },
    ...each(officeRoles, seesAll),
  },
  'article.recordSheet': {
    informationOfficer: own,
    officeStaff: all,
    ...each(['sectionHead', 'deputyHead', 'unitHead'], { sees: 'own' }),
    officeLead: seesAll,
  },
  'submission.decide': { officeStaff: all, ...each(unitRoles, { sees: 'own' }), officeLead: seesAll },
  'claim.read': { ...each(unitRoles, { sees: 'own' }), ...each(officeRoles, seesAll) },
  'claim.make': {
    informationOfficer: own,
    ...each(officeRoles, all),
    ...each(['sectionHead', 'deputyHead', 'unitHead'], { sees: 'own' }),
  },
  'claim.verify': { ...each(unitRoles, { sees: 'own' }), ...each(officeRoles, all) },
  'voucher.read': { ...each(unitRoles, { sees: 'own' }), ...each(officeRoles, seesAll) },
  'voucher.enter': { ...each(unitRoles, { sees: 'own' }), ...each(officeRoles, all) },
  'voucher.confirm': { ...each(unitRoles, { sees: 'own' }), ...each(officeRoles, all) },
  'outlet.read': each(everyRole, seesAll),
  'outlet.write': {
    officeStaff: all,
    ...each([...unitRoles, 'officeLead', ...administrations], seesAll),
  },
  'commission.read': { ...each(unitRoles, { sees: 'own' }), ...each(officeRoles, seesAll) },
  'commission.order': { officeStaff: all, ...each(unitRoles, { sees: 'own' }), officeLead: seesAll },
  'filing.read': { ...each(unitRoles, { sees: 'own' }), ...each(officeRoles, seesAll) },
  'filing.write': { ...each(unitRoles, own), ...each(officeRoles, seesAll) },
  'filing.decide': { officeStaff: all, ...each(unitRoles, { sees: 'own' }), officeLead: seesAll },
  'guidance.read': { ...each(unitRoles, { sees: 'own' }), ...each(officeRoles, seesAll) },
  'guidance.set': { officeStaff: all, ...each(unitRoles, { sees: 'own' }), officeLead: seesAll },
  'guidance.note': { ...each(unitRoles, own), ...each(officeRoles, seesAll) },
  'handOver.read': { ...each(unitRoles, { sees: 'own' }), ...each(officeRoles, seesAll) },
  'handOver.take': {
    informationOfficer: own,
    ...each(['sectionHead', 'deputyHead', 'unitHead'], { sees: 'own' }),
    ...each(officeRoles, seesAll),
  },
  'duty.read': { ...each(unitRoles, { sees: 'own' }), ...each(officeRoles, seesAll) },
  'home.read': { ...each(unitRoles, { sees: 'own' }), ...each(officeRoles, seesAll) },
  'week.read': each(officeRoles, seesAll),
  'reminder.note': { ...each(unitRoles, { sees: 'own' }), officeStaff: all, officeLead: seesAll },
  'audit.read': { auditAdmin: all },
  'month.read': { ...each(unitRoles, { sees: 'own' }), ...each([...officeRoles, 'auditAdmin'], seesAll) },
  'receipt.read': { ...each(unitRoles, { sees: 'own' }), ...each([...officeRoles, 'auditAdmin'], seesAll) },
  'month.export': each([...officeRoles, 'auditAdmin'], seesAll),
  'month.lock': {
    officeLead: all,
    ...each(unitRoles, { sees: 'own' }),
    ...each(['officeStaff', 'auditAdmin'], seesAll),
  },
  'exemption.read': { ...each(unitRoles, { sees: 'own' }), ...each([...officeRoles, 'auditAdmin'], seesAll) },
  'exemption.propose': {
    officeStaff: all,
    ...each(unitRoles, { sees: 'own' }),
    ...each(['officeLead', 'auditAdmin'], seesAll),
  },
  'exemption.confirm': { ...each(officeRoles, all), ...each(unitRoles, { sees: 'own' }), auditAdmin: seesAll },
  'objection.read': { ...each(unitRoles, { sees: 'own' }), ...each([...officeRoles, 'auditAdmin'], seesAll) },
  'objection.make': {
    ...each(['informationOfficer', 'unitHead'], own),
    ...each(['sectionHead', 'deputyHead'], { sees: 'own' }),
    officeStaff: all, // for a unit that is closed and has nobody left
    ...each(['officeLead', 'auditAdmin'], seesAll),
  },
  'objection.answer': { ...each(unitRoles, { sees: 'own' }), ...each(officeRoles, all), auditAdmin: seesAll },
  'terms.set': { ...each(unitRoles, { sees: 'own' }), ...each(officeRoles, all), auditAdmin: seesAll },
  'supervision.read': { ...each(unitRoles, { sees: 'own' }), ...each([...officeRoles, 'auditAdmin'], seesAll) },
  'supervision.suggest': each([...officeRoles, 'auditAdmin'], seesAll),
  'supervision.order': {
    officeStaff: all,
    ...each(unitRoles, { sees: 'own' }),
    ...each(['officeLead', 'auditAdmin'], seesAll),
  },
  'supervision.lead': {
    officeLead: all,
    ...each(unitRoles, { sees: 'own' }),
    ...each(['officeStaff', 'auditAdmin'], seesAll),
  },
  'supervision.answer': {
    ...each(['informationOfficer', 'unitHead'], own),
    ...each(['sectionHead', 'deputyHead'], { sees: 'own' }),
    ...each([...officeRoles, 'auditAdmin'], seesAll),
  },
  'supervision.rules': { ...each(unitRoles, { sees: 'own' }), ...each(officeRoles, all), auditAdmin: seesAll },
  'naming.read': each([...officeRoles, 'auditAdmin'], seesAll),
  'naming.propose': { officeStaff: all, ...each(['officeLead', 'auditAdmin'], seesAll) },
  'naming.confirm': { officeLead: all, ...each(['officeStaff', 'auditAdmin'], seesAll) },
  'coverage.read': each(officeRoles, seesAll),
  'flag.read': { ...each(unitRoles, { sees: 'own' }), ...each(officeRoles, seesAll) },
  'flag.judge': { ...each(unitRoles, { sees: 'own' }), ...each(officeRoles, all) },
  'bulletin.read': { ...each(unitRoles, { sees: 'own' }), ...each([...officeRoles, 'auditAdmin'], seesAll) },
  'bulletin.write': {
    officeStaff: all,
    ...each(unitRoles, { sees: 'own' }),
    ...each(['officeLead', 'auditAdmin'], seesAll),
  },
  'bulletin.disclose': {
    officeLead: all,
    ...each(unitRoles, { sees: 'own' }),
    ...each(['officeStaff', 'auditAdmin'], seesAll),
  },
  'scheme.read': each([...working, 'auditAdmin'], seesAll),
  'scheme.try': each([...officeRoles, 'auditAdmin'], seesAll),
  'scheme.draft': { officeStaff: all, ...each(['officeLead', 'auditAdmin'], seesAll) },
  'scheme.autosave': { officeStaff: all, ...each(['officeLead', 'auditAdmin'], seesAll) },
  'scheme.approve': { ...each(officeRoles, all), auditAdmin: seesAll },
} as const satisfies Record<string, Row | 'everyone'>;
export type Right = keyof typeof rights;

/** The widest reach among the actor's roles. */
export function reach({ roles }: Pick<Actor, 'roles'>, right: Right): Reach {
  const row: Row | 'everyone' = rights[right];
  if (row === 'everyone') return all;
  const reaches = roles.map((role) => row[role as Role] ?? {});
  const widest = (part: keyof Reach) =>
    reaches.some((reach) => reach[part] === 'all') ? 'all' : reaches.some((reach) => reach[part] === 'own') ? 'own' : undefined;
  return { ...definite('sees', widest('sees')), ...definite('acts', widest('acts')) };
}

const definite = (part: keyof Reach, whose: Whose | undefined): Reach => (whose ? { [part]: whose } : {});

/** May this person act on a thing of that unit? A thing of the county's own has no unit. */
export function mayAct(actor: Actor, right: Right, unitId: string | null): boolean {
  const { acts } = reach(actor, right);
  return acts === 'all' || (!restingFor(actor, right) && acts === 'own' && unitId !== null && unitId === actor.unitId);
}

/** `otherwise`, or that his unit is not open: why he may not act on a thing of that unit; null when he may. */
export function whyNotAct(actor: Actor, right: Right, unitId: string | null, otherwise: Refusal): Refusal | null {
  if (mayAct(actor, right, unitId)) return null;
  return restingFor(actor, right) ?? otherwise;
}

/** A month that was scored can be contested even when the unit is gone since. */
const outlastsUnit: readonly Right[] = ['session.own', 'objection.make', 'file.take'];

/** What he could do were his unit open. Who acts for the whole county and what everybody does for himself goes on. */
export const restingFor = (actor: Actor, right: Right): Refusal | null =>
  !outlastsUnit.includes(right) && actor.resting && reach(actor, right).acts === 'own' ? actor.resting : null;
