import { expect, test } from 'vitest';
import { aCounty, owner, pool } from './county.ts';

const db = owner();
const tables = (
  await db<{ name: string; guarded: boolean; owner: string }[]>`
  select c.relname as name, c.relrowsecurity as guarded, pg_get_userbyid(c.relowner) as owner
  from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'migration' order by 1`
).map((row) => ({ ...row }));
await db.end();

test('每张表都按县隔开，程序用的角色一张也不拥有', () => {
  expect(tables.length).toBeGreaterThan(15);
  expect(tables.filter(({ guarded, owner }) => !guarded || owner === 'minsheng_app')).toEqual([]);
});

test('从别的县看不到、改不了、写不进任何一张表', async () => {
  const [here, elsewhere] = [await aCounty(), await aCounty()];
  for (const { name } of tables) {
    const seen = await elsewhere.inside((db) => db`select count(*)::int as n from ${db(name)} where county_id = ${here.code}`);
    expect(seen, name).toMatchObject([{ n: 0 }]);
    const written = elsewhere.inside((db) => db`insert into ${db(name)} (county_id) values (${here.code})`);
    await expect(written, name).rejects.toMatchObject({ code: '42501' });
    const changed = elsewhere
      .inside((db) => db`delete from ${db(name)} where county_id = ${here.code}`)
      .then(
        ({ count }) => count,
        ({ code }) => code,
      );
    expect([0, '42501'], name).toContain(await changed);
  }
});

test('没有进入任何县的连接什么也查不了', async () => {
  await expect(pool`select * from person`).rejects.toMatchObject({ code: expect.stringMatching(/^(22P02|42704)$/) });
});
