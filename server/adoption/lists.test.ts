import { expect, test } from 'vitest';
import { claimsDesk } from '../../test/claims.ts';

test('锁定以后补来的旧剪报，按记入的月份找得到；按刊发月份找的是另一回事', async () => {
  const { county, claim, judge } = await claimsDesk('2023-11-10');
  await county.inside(
    (db) =>
      db`insert into period ${db({ countyId: county.code, month: '2023-10', version: 0, lockedAt: new Date(), lockedBy: county.person('陈建国') })}`,
  );
  const late = await claim('何静');
  const own = await claim('何静', { publishedOn: '2023-11-06', title: '水渠通水' });
  type Found = { claims: { id: string }[]; like: { state: string; count: number; undecided: number }[] };
  const found = async (query: string) => (await county.ask('李卫平', `/api/claims?${query}`)).said as unknown as Found;
  expect((await found('period=2023-11&state=pending')).claims.map(({ id }) => id)).toEqual([own, late]);
  expect((await found('month=2023-11&state=pending')).claims.map(({ id }) => id)).toEqual([own]);
  expect(await found('period=2023-10')).toMatchObject({ claims: [], like: [] });
  await judge('李卫平', late, 'accept');
  expect((await found('period=2023-11&state=accepted')).claims.map(({ id }) => id)).toEqual([late]);
});

test('媒体待认定的认定下来，列表说得出有几条先不计', async () => {
  const { county, claim, judge } = await claimsDesk();
  await judge('李卫平', await claim('何静', { outlet: '某公众号' }), 'accept');
  await judge('李卫平', await claim('何静'), 'accept');
  const { like } = (await county.ask('李卫平', '/api/claims')).said as unknown as { like: object[] };
  expect(like).toEqual([{ state: 'accepted', count: 2, undecided: 1 }]);
});

test('审计里说得出认定的、退回的是哪一条', async () => {
  const { county, claim, judge } = await claimsDesk();
  const id = await claim('何静');
  await judge('李卫平', id, 'accept');
  await judge('周敏', id, 'refuse', { reason: '不是本县的事' });
  const told = await county.as(
    ({ db }) =>
      db`select reason from audit_entry where county_id = ${county.code} and what in ('claim.accept', 'claim.overturn') order by id`,
  );
  expect(told.map(({ reason }) => reason)).toEqual([
    '《一渠清水进农家》邵阳日报 2023-10-26',
    '《一渠清水进农家》邵阳日报 2023-10-26；不是本县的事',
  ]);
});
