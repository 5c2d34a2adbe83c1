import { expect, test } from 'vitest';
import { aCounty, type County, pool } from '../test/county.ts';
import { queueJob } from './kernel/queries.ts';
import { forgetHolders } from './request/admission.ts';
import { tidy } from './tidying.ts';

const counted = async (county: County) => {
  const [found] = await county.inside(
    (db) => db`select (select count(*)::int from session where county_id = ${county.code}) as sessions,
      (select count(*)::int from kept_reply where county_id = ${county.code}) as replies,
      (select count(*)::int from job where county_id = ${county.code}) as jobs`,
  );
  return found;
};

test('每小时清一次：过期的登录、昨天以前的答复和办完的事清掉，还有用的不动', async () => {
  const county = await aCounty();
  await county.ask('李卫平', '/api/demo-day', { day: '2023-10-09' });
  const [done] = [
    await county.as((context) => queueJob(context, 'x', {})),
    await county.as((context) => queueJob(context, 'x', {})),
  ];
  await county.inside((db) => db`update job set ended_at = now() where county_id = ${county.code} and id = ${done}`);
  const { sessions, ...rest } = (await counted(county)) ?? {};
  expect([sessions > 5, rest]).toEqual([true, { replies: 1, jobs: 2 }]);
  await tidy({ pool, counties: new Set([county.code]) }, new Date());
  expect(await counted(county)).toEqual({ sessions, replies: 1, jobs: 2 });
  await tidy({ pool, counties: new Set([county.code]) }, new Date(Date.now() + 2 * 86_400_000));
  expect(await counted(county)).toEqual({ sessions: 0, replies: 0, jobs: 1 });
});

test('一直在用的登录不会因为空闲而断；退出以后那一次登录就没有了', async () => {
  const county = await aCounty();
  await county.ask('何静', '/api/me');
  const stale = () =>
    county.inside((db) => db`update session set seen_at = seen_at - interval '5 minutes' where county_id = ${county.code}`);
  const lately = async () => {
    const [found] = await county.inside(
      (db) =>
        db`select count(*)::int as count from session where county_id = ${county.code} and seen_at > now() - interval '1 minute'`,
    );
    return found?.count;
  };
  await stale();
  forgetHolders();
  expect(await lately()).toBe(0);
  expect((await county.ask('何静', '/api/me')).status).toBe(200);
  await expect.poll(lately).toBe(1);
  expect((await county.ask('何静', '/api/sign-out', {})).status).toBe(201);
  expect((await county.ask('何静', '/api/me')).said.code).toBe('request.signedOut');
  expect((await county.ask('李卫平', '/api/me')).status).toBe(200);
});
