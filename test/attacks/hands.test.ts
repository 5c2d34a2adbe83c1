import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyCounty } from '../../server/assessment/actions/whole.ts';
import type { Db } from '../../server/kernel/context.ts';
import { owner as asOwner } from '../county.ts';
import { type Closed, closedCounty } from './hands/closed.ts';
import { type Edit, randomEdit, randomFrom } from './hands/edits.ts';

const owner = asOwner();
let county: Closed;
beforeAll(async () => {
  county = await closedCounty();
});
afterAll(() => owner.end());

class Undone extends Error {}

/** What the check says after the owner's hand was in the tables; then all is as before. Null: PostgreSQL itself refused the edit. */
async function faultAfter<T>(hand: (db: Db) => Promise<T>): Promise<{ fault: string | null; done: T } | null> {
  let found: { fault: string | null; done: T } | null = null;
  await owner
    .begin(async (db) => {
      await db`set local session_replication_role = replica`; // foreign keys are no hindrance to the owner
      const done = await hand(db as never);
      const context = { db: db as never, county: county.code };
      const { fault } = await verifyCounty(context, { head: county.head }, () => undefined);
      found = { fault, done };
      throw new Undone();
    })
    .catch((error: Error & { code?: string }) => {
      if (!(error instanceof Undone) && !/^(23|22)/.test(error.code ?? '')) throw error;
    });
  return found;
}

test('没有动过的，一处也不报', async () => {
  expect(await faultAfter(async () => undefined)).toEqual({ fault: null, done: undefined });
});

/** The attacker knows the ledger: whatever he adds or takes, he also mends the month's count. */
const recount = (db: Db) => db`
  update period p set version = (select count(*) from fact f where f.county_id = p.county_id and f.period = p.month)
  where p.county_id = ${county.code}`;

type Hand = [what: string, by: (db: Db) => PromiseLike<unknown>, told: () => RegExp];
const [locked, open] = [() => county.locked[0] ?? '', () => county.open[0] ?? ''];
test.each<Hand>([
  [
    '改：没有锁定的月份里，市级改成中央级',
    (db) =>
      db`update fact set attributes = jsonb_set(attributes, '{tier}', '"central"') where county_id = ${county.code} and id = ${open()}`,
    () => new RegExp(`事实 ${open()} 与发出的回执 .* 不符：记下以后被改动过`),
  ],
  [
    '删：连条数一起改',
    (db) => db`delete from fact where county_id = ${county.code} and id = ${open()}`.then(() => recount(db)),
    () => new RegExp(`事实 ${open()} 发过回执 ${county.code}-202311-[-\\w]+，台账里却没有了`),
  ],
  [
    '换：两条事实的单位对调',
    (db) => db`
      update fact f set unit_id = g.unit_id from fact g where f.county_id = ${county.code} and g.county_id = ${county.code}
        and f.id in (${locked()}, ${county.locked[1] ?? ''}) and g.id in (${locked()}, ${county.locked[1] ?? ''}) and f.id <> g.id`,
    () => new RegExp(`2023-10：事实 (${county.locked.join('|')}) 被改动过：unit`),
  ],
  [
    '抄：照一条已有的再添一条',
    (db) =>
      db`
      insert into fact select county_id, gen_random_uuid(), unit_id, kind, day, period, verified, null, null, attributes, evidence, source_id,
        recorded_by, recorded_at from fact where county_id = ${county.code} and id = ${open()}`.then(() => recount(db)),
    () => /事实 [-\w]+ 没有记入审计：它不是由系统记下的/,
  ],
  [
    '倒填：把记下的时间往前挪一个月',
    (db) =>
      db`update fact set recorded_at = recorded_at - interval '30 days' where county_id = ${county.code} and id = ${open()}`,
    () => new RegExp(`事实 ${open()} 的时间审计里是 .*，现在是`),
  ],
  [
    '改指：来源指到别的一条采用上',
    (db) => db`update fact set source_id = gen_random_uuid() where county_id = ${county.code} and id = ${locked()}`,
    () => new RegExp(`事实 ${locked()} 的来源审计里是 [-\\w]+，现在改指`),
  ],
  [
    '改锁定：锁定的时间提前一天，冻结的月份和台账一起改',
    async (db) => {
      await db`update month_lock set locked_at = locked_at - interval '1 day' where county_id = ${county.code}`;
      await db`update period set locked_at = locked_at - interval '1 day' where county_id = ${county.code} and locked_at is not null`;
    },
    () => /^2023-10：锁定的时间审计里是 [-\dT:.]+Z，现在是/,
  ],
  [
    '改锁定：换一个人锁的，两处一起改',
    async (db) => {
      await db`update month_lock set locked_by = gen_random_uuid() where county_id = ${county.code}`;
      await db`update period p set locked_by = l.locked_by from month_lock l
        where l.county_id = p.county_id and l.month = p.month and p.county_id = ${county.code}`;
    },
    () => /^2023-10：锁定的经办人审计里是 [-\w]+，现在是/,
  ],
  [
    '改锁定：锁定的日子挪后，异议期就长了',
    (db) => db`update month_lock set locked_on = locked_on + 7 where county_id = ${county.code}`,
    () => /^2023-10：锁定的日子审计里是 2023-11-02，现在是 2023-11-09/,
  ],
  [
    '换佐证：文件的内容换成另一张',
    (db) => db`update file set content = convert_to(repeat('x', size), 'UTF8') where county_id = ${county.code}`,
    () => new RegExp(`佐证文件 ${county.evidence} 的内容被改动过`),
  ],
  [
    '截尾：删掉最后一次封存和它的条目',
    async (db) => {
      const last = db`select max(first_no) from audit_seal where county_id = ${county.code}`;
      await db`delete from audit_entry where county_id = ${county.code} and id in (
        select entry_id from audit_number where county_id = ${county.code} and no >= (${last}))`;
      await db`delete from audit_number where county_id = ${county.code} and no >= (${last})`;
      await db`delete from audit_seal where county_id = ${county.code} and first_no = (${last})`;
    },
    () => /事实 [-\w]+ 没有记入审计|公布的摘要不在封存链里/,
  ],
  [
    '清空：审计一条不剩',
    async (db) => {
      await db`delete from audit_entry where county_id = ${county.code}`;
      await db`delete from audit_number where county_id = ${county.code}`;
      await db`delete from audit_seal where county_id = ${county.code}`;
    },
    () => /^2023-10：审计里记的锁定摘要是 没有/,
  ],
  [
    '改细则：还没有月份用到的一版',
    (db) =>
      db`update scheme set body = jsonb_set(body, '{clauses,3,cap}', '"99.00"') where county_id = ${county.code} and code = '二'`,
    () => /细则“示例细则”（二）被改动过：内容与采用时记的摘要不同/,
  ],
])('数据库的主人%s，说得出动在哪里', async (_, by, told) => {
  expect((await faultAfter(async (db) => void (await by(db))))?.fault).toMatch(told());
});

test('只截掉没有锁定、没有事实的尾巴，公布过的摘要说得出', async () => {
  const told = await faultAfter(async (db) => {
    await db`delete from audit_entry where county_id = ${county.code} and id in (
      select entry_id from audit_number where county_id = ${county.code} and no > ${county.quietAfter})`;
    await db`delete from audit_seal where county_id = ${county.code} and first_no > ${county.quietAfter}`;
    await db`delete from audit_number where county_id = ${county.code} and no > ${county.quietAfter}`;
  });
  expect(told?.fault).toMatch(/^公布的摘要不在封存链里/);
});

const names: Record<Edit['table'], (edit: Edit) => RegExp> = {
  fact: ({ was, is }) => new RegExp(`${was.id}|${is.id}|${was.period}|${is.period}`),
  period: () => /2023-\d\d|细则|事实/,
  month_lock: () => /2023-\d\d/,
  scheme: () => /细则/,
  file: ({ was }) => new RegExp(`佐证文件 ${was.sha256}`),
  audit_entry: () => /第 \d+/,
  audit_number: () => /第 \d+/,
  audit_seal: () => /第 \d+|公布的摘要/,
};

const rounds = process.env.MINSHENG_LONG ? 1000 : 60;
test(`随手改 ${rounds} 处，一次一项，都看得出、说得出`, async () => {
  const random = randomFrom(20_231_102);
  const [escaped, tables]: [string[], Map<string, number>] = [[], new Map()];
  for (let noticed = 0; noticed < rounds; ) {
    const told = await faultAfter((db) => randomEdit(db, county, random));
    if (told?.done == null) continue;
    const { table, column, was, is } = told.done;
    noticed += 1;
    tables.set(table, (tables.get(table) ?? 0) + 1);
    if (told.fault === null || !names[table](told.done).test(told.fault)) {
      escaped.push(`${table}.${column} ${JSON.stringify(was[column])} → ${JSON.stringify(is[column])}：${told.fault}`);
    }
  }
  console.log(
    `随手改 ${rounds} 处：${[...tables].map(([name, count]) => `${name} ${count}`).join('，')}；漏掉 ${escaped.length} 处`,
  );
  expect(escaped).toEqual([]);
}, 600_000);
