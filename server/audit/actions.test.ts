import { expect, test } from 'vitest';
import { aCounty, owner } from '../../test/county.ts';
import { newId } from '../kernel/ids.ts';
import { sealAudit, verifyAudit } from './actions.ts';
import { recordAudit } from './queries.ts';

const sealed = async () => {
  const county = await aCounty();
  const now = new Date();
  const inCounty = <T>(run: (context: Parameters<typeof sealAudit>[0]) => Promise<T>) =>
    county.inside((db) => run({ db, county: county.code, now }));
  const count = await inCounty(sealAudit);
  const verdict = () => inCounty((context) => verifyAudit(context, () => undefined));
  return { county, count, verdict, seal: () => inCounty(sealAudit) };
};
const tampering = async (statement: (db: ReturnType<typeof owner>) => Promise<unknown>) => {
  const db = owner();
  await statement(db);
  await db.end();
};

test('每一步都有一条审计，封存后连号、核对得上；再封存没有新的', async () => {
  const { county, count, verdict, seal } = await sealed();
  expect(count).toBeGreaterThan(20);
  expect(await seal()).toBe(0);
  expect(await verdict()).toMatchObject({ sealed: count, unsealed: 0, fault: null });
  await county.ask('李卫平', '/api/demo-day', { day: '2023-10-09' });
  expect(await verdict()).toMatchObject({ sealed: count, unsealed: 1, fault: null });
});

test('时钟慢了两天又校准：那时记下的照样封存，一条不落', async () => {
  const { county, count, verdict } = await sealed();
  const slow = new Date(Date.now() - 2 * 86_400_000);
  const act = { what: 'unit.rename' as const, subjectId: newId(slow), version: 1, reason: '时钟慢的时候' };
  await county.as((context) => recordAudit({ ...context, now: slow }, act));
  const seal = (now: Date) => county.inside((db) => sealAudit({ db, county: county.code, now }));
  expect(await seal(new Date(slow.getTime() + 60_000))).toBe(1);
  await county.ask('李卫平', '/api/demo-day', { day: '2023-10-09' });
  expect(await seal(new Date())).toBe(1);
  expect(await verdict()).toMatchObject({ sealed: count + 2, unsealed: 0, fault: null });
});

test('两个封存同时进行，每条只编一个号', async () => {
  const { county, count, verdict, seal } = await sealed();
  await county.ask('李卫平', '/api/demo-day', { day: '2023-10-09' });
  await Promise.all([seal(), seal(), seal()]);
  expect(await verdict()).toMatchObject({ sealed: count + 1, unsealed: 0, fault: null });
});

test.each([
  [
    '改了一条的理由',
    (code: number) => (db: ReturnType<typeof owner>) =>
      db`
    update audit_entry set reason = '改过' where county_id = ${code} and id = (select entry_id from audit_number where county_id = ${code} and no = 3)`,
  ],
  [
    '换了一个人',
    (code: number) => (db: ReturnType<typeof owner>) =>
      db`
    update audit_entry set person_id = gen_random_uuid() where county_id = ${code} and id = (select entry_id from audit_number where county_id = ${code} and no = 5)`,
  ],
  [
    '抽掉一条的编号',
    (code: number) => (db: ReturnType<typeof owner>) => db`delete from audit_number where county_id = ${code} and no = 4`,
  ],
  [
    '换了两条的编号',
    (code: number) => (db: ReturnType<typeof owner>) =>
      db`
    with two as (delete from audit_number where county_id = ${code} and no in (2, 3) returning no, entry_id)
    insert into audit_number select ${code}, 5 - no + 100000, entry_id from two`,
  ],
  [
    '改了封存的摘要',
    (code: number) => (db: ReturnType<typeof owner>) =>
      db`update audit_seal set head = repeat('a', 64) where county_id = ${code}`,
  ],
])('数据库的主人%s，核对时看得出来', async (_, statement) => {
  const { county, verdict } = await sealed();
  await tampering(statement(county.code));
  expect((await verdict()).fault).toMatch(/^第 \d+/);
});

test('审计只有审计管理员看得到', async () => {
  const { county } = await sealed();
  expect((await county.ask('auditAdmin', '/api/audit')).said).toMatchObject({
    entries: expect.arrayContaining([expect.objectContaining({ what: 'county.found' })]),
  });
  expect((await county.ask('李卫平', '/api/audit')).status).toBe(404);
});
