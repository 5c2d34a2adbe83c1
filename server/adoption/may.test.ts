import { expect, test } from 'vitest';
import type { Actor } from '../kernel/context.ts';
import { type Claim, changed, changeWords, type Fields } from './adoption.ts';
import { mayCountNow, mayOf, needsReason, type Verdict, whyNotJudge } from './may.ts';

const person = (id: string, role: string, unitId = '县政府办') => ({ id, unitId, roles: [role] }) as unknown as Actor;
const staff = person('李卫平', 'officeStaff');
const lead = person('陈建国', 'officeLead');
const officer = person('何静', 'informationOfficer', '县水利局');
const claim = {
  unitId: '县水利局',
  host: false,
  state: 'pending',
  vouchers: ['何静'],
  reviewed: false,
  tier: null,
  tierNow: 'county',
} as never as Claim;
const codes = (actor: Actor, facts: object) =>
  (['accept', 'correct', 'refuse'] as Verdict[]).map((verdict) => whyNotJudge(actor, { ...claim, ...facts }, verdict)?.code);

test.each([
  ['专班核验别的单位的认领', staff, {}, undefined, undefined, undefined],
  ['信息员不核验', officer, {}, 'claim.mayNotVerify', 'claim.mayNotVerify', 'claim.mayNotVerify'],
  ['替单位认领的专班人员不自己核验', staff, { vouchers: ['李卫平'] }, 'claim.own', 'claim.own', 'claim.own'],
  ['挂靠单位的不由专班人员核验', staff, { host: true }, 'claim.hostUnit', 'claim.hostUnit', 'claim.hostUnit'],
  ['挂靠单位的由分管领导核验', lead, { host: true }, undefined, undefined, undefined],
  ['分管领导认领的也不自己核验', lead, { host: true, vouchers: ['陈建国'] }, 'claim.own', 'claim.own', 'claim.own'],
  ['异议复核更正过的不在这里改', staff, { reviewed: true }, 'fact.reviewed', 'fact.reviewed', 'fact.reviewed'],
  ['撤回了的不再核验', staff, { state: 'withdrawn' }, 'claim.wrongState', 'claim.wrongState', 'claim.wrongState'],
  ['认定了的可以更正、改判退回', staff, { state: 'accepted', tier: 'county' }, 'claim.sameAgain', undefined, undefined],
  ['认定时待认定、后来定了级的，可以再认定一次', staff, { state: 'accepted' }, undefined, undefined, undefined],
  [
    '认定时待认定、现在还是待认定的，不用再认定',
    staff,
    { state: 'accepted', tierNow: null },
    'claim.sameAgain',
    undefined,
    undefined,
  ],
  ['退回了的可以改判认定', staff, { state: 'refused' }, undefined, undefined, 'claim.sameAgain'],
])('%s', (_, actor, facts, ...expected) => {
  expect(codes(actor, facts)).toEqual(expected);
});

test('单位能补交、撤回没认定的；认定了的找专班；别的单位的动不了', () => {
  const keeps = (actor: Actor, facts: object) => {
    const { supplement, withdraw } = mayOf(actor, { ...claim, ...facts });
    return [supplement === null, withdraw === null];
  };
  expect(keeps(officer, {})).toEqual([true, true]);
  expect(keeps(officer, { state: 'refused' })).toEqual([true, true]);
  expect(keeps(officer, { state: 'accepted' })).toEqual([false, false]);
  expect(keeps(officer, { state: 'withdrawn' })).toEqual([false, false]);
  expect(keeps(officer, { unitId: '县住建局' })).toEqual([false, false]);
  expect(keeps(person('刘股长', 'sectionHead', '县水利局'), {})).toEqual([false, false]);
});

test('退回、更正、改判都写理由，头一次认定不用', () => {
  expect(needsReason({ state: 'pending' }, 'accept')).toBe(false);
  expect(needsReason({ state: 'refused' }, 'accept')).toBe(true);
  expect([needsReason({ state: 'pending' }, 'correct'), needsReason({ state: 'pending' }, 'refuse')]).toEqual([true, true]);
  expect(mayCountNow({ state: 'accepted', tier: null, tierNow: 'county' })).toBe(true);
  expect(mayCountNow({ state: 'accepted', tier: 'county', tierNow: 'municipal' })).toBe(false); // decided is decided
});

test('更正了哪几处，原来和现在都说得出', () => {
  const before = {
    outlet: '邵阳日报',
    publishedOn: '2023-10-26',
    title: '一渠清水',
    form: 'sole',
    placement: 'front',
    words: null,
    link: null,
  };
  const now = { ...before, publishedOn: '2023-10-25', form: 'merged', words: 800 } as unknown as Fields;
  const was = changed(before as unknown as Fields, now);
  expect(was).toEqual({ publishedOn: '2023-10-26', form: 'sole', words: null });
  expect(changeWords(was, now)).toBe('刊发日期 2023-10-26→2023-10-25；形态 单条→综合；字数 无→800');
  expect(changed(now, now)).toEqual({});
});
