import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { newApp, reads, writes } from '../../server/app.ts';
import { recordAudit } from '../../server/audit/queries.ts';
import type { Context, Db } from '../../server/kernel/context.ts';
import { connect, type Pool } from '../../server/kernel/pool.ts';
import { refusal, refuse } from '../../server/kernel/refusal.ts';
import { alongside, inCounty, lookingAtCounty } from '../../server/kernel/transaction.ts';
import { aCounty, type County } from '../county.ts';

/** 只有一条连接：谁在上面留下什么，下一个一定碰得到。 */
const single = connect(inject('database'), 'minsheng_app', 1);
const few = connect(inject('database'), 'minsheng_app', 2);
/** 分布式的 PostgreSQL 进县的办法不同，在单机上也走得通。 */
const distributed = connect(inject('database'), 'minsheng_app', 1, true);
let [ours, theirs] = [] as unknown as [County, County];
beforeAll(async () => {
  [ours, theirs] = await Promise.all([aCounty(), aCounty()]);
});
afterAll(() => Promise.all([single, few, distributed].map((pool) => pool.end({ timeout: 1 }))));

const units = (db: Db) => db`select distinct county_id from unit`.then((rows) => rows.map(({ countyId }) => countyId));
/** 下一个县在同一条连接上看到的，只有它自己；身份、事务都没有带过来。 */
async function clean(pool: Pool = single) {
  const [state] = await inCounty(pool, theirs.code, async (db) => {
    expect(await units(db)).toEqual([theirs.code]);
    return db`select current_user as role, current_setting('app.county') as county, current_setting('transaction_read_only') as only,
      (select count(*)::int from pg_locks where pid = pg_backend_pid() and locktype = 'advisory') as locks`;
  });
  expect(state).toEqual({ role: 'minsheng_app', county: `${theirs.code}`, only: 'off', locks: 0 });
}

const entry = (context: Context, reason: string) =>
  recordAudit(context, { what: 'article.create', subjectId: ours.ids[1] ?? '', version: 1, reason });
const insertFile = ({ db, county, actor, now }: Context, sha256: string) => db`
  insert into file (county_id, sha256, media_type, name, size, content, stored_by, stored_at)
  values (${county}, ${sha256}, 'image/png', 'x', 1, ${Buffer.from('x')}, ${actor.id}, ${now})`;
const kept = (sha256: string) =>
  ours.inside((db) => db`select from file where county_id = ${ours.code} and sha256 = ${sha256}`.then(({ length }) => length));
const shaOf = (n: number) => n.toString(16).padStart(64, '0');

let [ran, slow] = [0, () => Promise.resolve()];
const acts: Record<string, (context: Context) => Promise<object>> = {
  '/没有审计': async (context) => {
    alongside(context.db, insertFile(context, shaOf(1)));
    return { saved: true };
  },
  '/一起发的失败': async (context) => {
    alongside(context.db, insertFile(context, shaOf(2)));
    alongside(context.db, context.db`select 1 / 0`);
    await entry(context, '失败');
    return { saved: true };
  },
  '/没人等的失败': async (context) => {
    alongside(context.db, insertFile(context, shaOf(3)));
    await entry(context, '失败');
    context.db`select 1 / 0`.catch(() => undefined);
    return { saved: true };
  },
  '/好': async (context) => {
    ran += 1;
    alongside(context.db, insertFile(context, shaOf(4)));
    await entry(context, '好');
    await slow();
    return { saved: randomUUID() };
  },
  '/只记一笔': async (context) => {
    await entry(context, '记');
    return { saved: true };
  },
  '/说错话': async (context) => {
    await insertFile(context, shaOf(5));
    void Promise.all(Array.from({ length: 5 }, () => context.db`select pg_sleep(0.01)`)).catch(() => undefined);
    throw new TypeError('出错');
  },
};
const app = newApp({});
for (const [path, act] of Object.entries(acts)) app.post(path, writes({ input: {}, rights: 'article.write' }, act));
app.get(
  '/看',
  reads({ input: {}, rights: 'article.read' }, async ({ db }) => ({ counties: await units(db) })),
);

async function send(
  path: string,
  { pool = single, county = ours, key = randomUUID() as string, signal = undefined as AbortSignal | undefined } = {},
) {
  const host = `${county.code}.localhost`;
  const headers = { host, origin: `http://${host}`, cookie: county.cookies.get('何静') ?? '', 'idempotency-key': key };
  const method = path === '/看' ? 'GET' : 'POST';
  const sent = signal ? { method, headers, signal } : { method, headers };
  const reply = await app.request(`http://${host}${encodeURI(path)}`, sent, {
    pool,
    defaultCounty: 0,
    counties: new Set<number>(),
  });
  return { status: reply.status, said: (await reply.json()) as Record<string, unknown> };
}

test.each([
  ['/没有审计', 1],
  ['/一起发的失败', 2],
  ['/没人等的失败', 3],
  ['/说错话', 5],
])('%s：不答应，什么都没留下，那条连接干干净净交给别的县', async (path, file) => {
  const key = randomUUID();
  for (const _ of [1, 2]) expect(await send(path, { key })).toMatchObject({ status: 500, said: { code: 'server.fault' } });
  await clean();
  expect(await kept(shaOf(file))).toBe(0);
  const left = await ours.inside((db) => db`select from audit_entry where county_id = ${ours.code} and reason = '失败'`);
  expect(left.length).toBe(0);
});

test('COMMIT 变成 ROLLBACK 的，绝不说保存了', async () => {
  const lost = inCounty(single, ours.code, async (db) => {
    await db`select 1`;
    db`select 1 / 0`.catch(() => undefined);
    return '保存了';
  });
  await expect(lost).rejects.toThrow('a statement failed whose answer nobody awaited');
  await clean();
});

test('同一个请求还在办，又来一遍（另一条连接）：只办一次，两个答复一样', async () => {
  ran = 0;
  let release = () => {};
  slow = () =>
    new Promise<void>((resolve) => {
      release = resolve;
    });
  const key = randomUUID();
  const both = [send('/好', { pool: few, key }), send('/好', { pool: few, key })];
  await sleep(150);
  expect(ran).toBe(1);
  slow = async () => {};
  release();
  const [first, second] = await Promise.all(both);
  expect([first?.status, second?.status, ran]).toEqual([201, 201, 1]);
  expect(second?.said).toEqual(first?.said);
  await clean(few);
});

test('办到一半，对方走了，或者数据库的那条连接断了：不留一半，后面的人照样办', async () => {
  const away = new AbortController();
  const leaving = send('/看', { signal: away.signal });
  away.abort();
  await leaving.catch(() => undefined);
  await clean();
  const cut = inCounty(single, ours.code, async (db) => {
    await insertFile({ db, county: ours.code, actor: { id: ours.person('何静') }, now: new Date() } as never, shaOf(6));
    const [me] = await db`select pg_backend_pid() as pid`;
    await few`select pg_terminate_backend(${me?.pid})`.catch(() => undefined);
    await db`select 1`;
  });
  await expect(cut).rejects.toThrow();
  await clean();
  expect(await kept(shaOf(6))).toBe(0);
});

test('数据库几次断掉所有的连接：正在办的当场失败，没有谁一直等，后来的照样办', async () => {
  const pool = connect(inject('database'), 'minsheng_app', 3);
  const pids = new Set<number>();
  const work = () =>
    inCounty(pool, ours.code, async (db) => {
      const [me] = await db`select pg_backend_pid() as pid`;
      pids.add(Number(me?.pid));
      await db`select pg_sleep(0.02)`;
      return '办了' as const;
    }).catch(() => '没有办' as const);
  for (let round = 0; round < 3; round++) {
    const waiting = Array.from({ length: 30 }, work);
    await sleep(60);
    await few`select pg_terminate_backend(pid) from unnest(${[...pids]}::int[]) as pid`;
    pids.clear();
    expect(new Set(await Promise.all(waiting))).toEqual(new Set(['办了', '没有办']));
    expect(await Promise.all([work(), work(), work()])).toEqual(['办了', '办了', '办了']);
  }
  await pool.end({ timeout: 1 });
});

test('慢的人占满了连接，别人排队，不出错；一个个都轮到，县没有错', async () => {
  const slowReads = [1, 2].map(() => lookingAtCounty(few, ours.code, (db) => db`select pg_sleep(0.3)`));
  const others = Array.from({ length: 40 }, (_, n) => send('/看', { pool: few, county: n % 2 ? ours : theirs }));
  const told = await Promise.all(others);
  await Promise.all(slowReads);
  expect(told.map(({ said }) => said)).toEqual(told.map((_, n) => ({ counties: [(n % 2 ? ours : theirs).code] })));
});

/** 一个已经失败的请求，兄弟语句还在一条接一条地问；问得到的只能是自己县的，或者什么也没有。 */
async function straggling(db: Db, code: number, heard: unknown[]) {
  for (let step = 0; step < 6; step++) {
    const [row] = await db`select current_setting('app.county', true) as county, pg_advisory_xact_lock_shared(${code}, 1)::text`;
    heard.push(row?.county ? Number(row.county) : code);
    if (step === 2) await sleep(2);
  }
}

test('失败的请求还有话没问完，也问不到接着用这条连接的县里去', async () => {
  const no = refusal('test.no', 409, '不办。');
  const [heardOfUs, heardOfThem]: [unknown[], unknown[]] = [[], []];
  const failing = (county: County, heard: unknown[], within: typeof inCounty | typeof lookingAtCounty) =>
    within(few, county.code, async (db) => {
      await Promise.all([straggling(db, county.code, heard), db`select 1`.then(() => refuse(no))]);
    }).then(
      () => expect.unreachable(),
      (error: Error) => expect(error).toHaveProperty('refusal', no),
    );
  const rounds = Array.from({ length: 60 }, (_, n) => {
    const [mine, other, heard] = n % 2 ? ([ours, theirs, heardOfUs] as const) : ([theirs, ours, heardOfThem] as const);
    return [
      failing(mine, heard, n % 3 ? inCounty : lookingAtCounty),
      lookingAtCounty(few, other.code, units).then((seen) => expect(seen).toEqual([other.code])),
    ];
  });
  await Promise.all(rounds.flat());
  await sleep(50);
  expect(new Set(heardOfUs)).toEqual(new Set([ours.code]));
  expect(new Set(heardOfThem)).toEqual(new Set([theirs.code]));
  await clean(few);
});

test('事务完了还拿着它的连接发话，不会发出去', async () => {
  const held: Db[] = [];
  await inCounty(single, ours.code, async (db) => {
    held.push(db);
  });
  const [seen] = await Promise.all([
    lookingAtCounty(single, theirs.code, async (db) => {
      expect(() => (held[0] as Db)`select 1`).toThrow('a statement behind the end of its transaction');
      return units(db);
    }),
  ]);
  expect(seen).toEqual([theirs.code]);
});

test('分布在几台服务器上的数据库换一个办法进县，写和看都只在自己的县', async () => {
  expect((await send('/只记一笔', { pool: distributed })).status).toBe(201);
  expect((await send('/看', { pool: distributed })).said).toEqual({ counties: [ours.code] });
  await clean(distributed);
});

test('一个县的登录，在另一个县的门口不算数，连接刚交过手也一样', async () => {
  const asked = Array.from({ length: 30 }, (_, n) => {
    const foreign = { ...theirs, cookies: ours.cookies } as County;
    return n % 2 ? send('/看', { pool: few, county: foreign }) : send('/看', { pool: few });
  });
  const told = await Promise.all(asked);
  expect(told.map(({ status }) => status)).toEqual(told.map((_, n) => (n % 2 ? 401 : 200)));
});
