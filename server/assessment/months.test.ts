import { expect, test } from 'vitest';
import { aScoredCounty, type ScoredCounty } from '../../test/scored.ts';

type Page = {
  state: string;
  head: string;
  version: number;
  scheme: { mode: string } | null;
  units: { id: string; name: string }[];
} & {
  table: {
    unit: string;
    rank: number | null;
    total: string;
    submitted: number;
    parts: { clause: string; points: string }[] | null;
    due: { settled: string; waiting: string; words: string | null } | null;
    short: boolean;
  }[];
  running: boolean;
  undecided: number;
  checks: { key: string; words: string; blocking: boolean; count: number }[];
  may: { lock: string | null };
};
const pageFor = async (county: ScoredCounty, who: string, month = '2023-10') =>
  (await county.ask(who, `/api/months/${month}`)).said as unknown as Page;
const read = ({ table, units }: Page) =>
  table.map(({ unit, rank, total }) => `${units.find(({ id }) => id === unit)?.name} ${rank ?? '—'} ${total}`);

async function october() {
  const county = await aScoredCounty();
  for (const day of ['2023-10-09', '2023-10-16', '2023-10-23']) await county.happened(1, 'submission', day, { article: day });
  await county.happened(1, 'adoption', '2023-10-19', { article: '2023-10-09', carrier: '邵阳日报', tier: 'municipal' });
  await county.happened(2, 'adoption', '2023-10-20', { carrier: '红网', tier: 'provincial' });
  await county.happened(2, 'adoption', '2023-10-21', { carrier: '某某号', tier: null });
  return county;
}

test('台账里的事按细则算成总表，承办考核的县政府办只列出不排名', async () => {
  const county = await october();
  const page = await pageFor(county, '李卫平');
  expect(read(page)).toEqual(['县水利局 1 15.00', '县住建局 2 5.00', '县政府办 — 0.00']);
  expect(page.checks.filter(({ count }) => count > 0).map(({ words }) => words)).toEqual([
    '零报送：县住建局',
    '媒体待认定、不计分：某某号',
  ]);
  expect([page.undecided, (await pageFor(county, '何静')).undecided]).toEqual([1, 0]); // 那一条是住建局的
  expect(page.may.lock).toBe('月度锁定由专班分管领导办理，请找他。');
  expect((await pageFor(county, '陈建国')).may.lock).toBeNull();
});

test('责任单位看得到各家的名次和总分，得分构成和得分单只看自己的', async () => {
  const county = await october();
  const page = await pageFor(county, '何静');
  expect(read(page)).toHaveLength(3);
  const [own, ...others] = page.table;
  expect(own?.parts?.map(({ clause, points }) => `${clause} ${points}`)).toEqual(['第三条 10.00', '第五条（三） 5.00']);
  expect(others.map(({ parts }) => parts)).toEqual([null, null]);
  const { said } = await county.ask('何静', `/api/months/2023-10/account/${county.ids[1]}`);
  const account = said as unknown as { facts: Record<string, { unit: string }>; lines: object[]; rates: object[] };
  expect(new Set(Object.values(account.facts).map(({ unit }) => unit))).toEqual(new Set([county.ids[1]]));
  expect(account.rates).toEqual([
    { tier: 'municipal', carrier: null, adopted: 1, submitted: 3, adoptions: 1 },
    { tier: 'municipal', carrier: '邵阳日报', adopted: 1, submitted: 3, adoptions: 1 },
  ]);
  const group = encodeURIComponent('县直');
  expect((await county.ask('何静', `/api/months/2023-10/rates?group=${group}`)).said).toEqual({
    rates: [
      { tier: 'provincial', carrier: null, adopted: 0, submitted: 3, adoptions: 1 }, // 住建局没有报送，采用不进分子
      { tier: 'provincial', carrier: '红网', adopted: 0, submitted: 3, adoptions: 1 },
      { tier: 'municipal', carrier: null, adopted: 1, submitted: 3, adoptions: 1 },
      { tier: 'municipal', carrier: '邵阳日报', adopted: 1, submitted: 3, adoptions: 1 },
    ],
  });
  expect((await county.ask('何静', `/api/months/2023-10/account/${county.ids[2]}`)).status).toBe(404);
  expect((await county.ask('罗建平', `/api/months/2023-10/account/${county.ids[2]}`)).said).toMatchObject({
    row: { rank: 2, total: '5.00' },
    next: { rank: 1, points: '10.00' },
  });
  expect((await county.ask('systemAdmin', '/api/months/2023-10')).status).toBe(404);
  expect((await county.ask('何静', '/api/months/2023-10/export.json')).status).toBe(404);
});

test('看过的月份记住；又记了一条、改了名称、锁定了，看到的就是新的', async () => {
  const county = await october();
  expect(read(await pageFor(county, '陈建国'))).toEqual(read(await pageFor(county, '李卫平')));
  await county.happened(2, 'adoption', '2023-10-22', { carrier: '红网', tier: 'central' });
  expect(read(await pageFor(county, '陈建国'))[0]).toBe('县住建局 1 20.00');
  await county.as(({ db }) =>
    db`update unit_name set name = '县住建委' where county_id = ${county.code} and name = '县住建局'`.execute(),
  );
  expect(read(await pageFor(county, '陈建国'))[0]).toBe('县住建委 1 20.00');
  const { head } = await pageFor(county, '陈建国');
  expect((await county.ask('陈建国', '/api/months/2023-10/lock', { version: 7, head })).status).toBe(201);
  expect(await pageFor(county, '何静')).toMatchObject({ state: 'locked', lockedBy: '陈建国', checks: [], pending: [] });
});

test('没有采用细则的月份也打得开，说缺什么；没到的月份没有', async () => {
  const county = await october();
  const page = await pageFor(county, '陈建国', '2023-09');
  expect([page.scheme, page.table]).toEqual([null, []]);
  expect(page.may.lock).toBe('还不能锁定：没有在这个月整月施行的考核细则。请先办完。');
  expect((await county.ask('陈建国', '/api/months/2023-12')).said).toMatchObject({ message: '2023-12 还没有到，请换一个月份。' });
  expect((await county.ask('陈建国', '/api/months/2023-09/export.json')).status).toBe(422);
});

test('列得出的月份从第一版细则起；很早以前的剪报不把十年都列出来', async () => {
  const county = await october();
  await county.happened(1, 'adoption', '2011-05-01');
  const listed = async () => (await county.ask('何静', '/api/months')).said as unknown as { months: { month: string }[] };
  expect((await listed()).months.map(({ month }) => month)).toEqual(['2023-11', '2023-10']);
});

test('台账里记坏了的一条，指得出是哪一条', async () => {
  const county = await aScoredCounty();
  const id = await county.happened(1, 'adoption', '2023-10-19', { title: '' });
  const { status, said } = await county.ask('李卫平', '/api/months/2023-10');
  expect([status, said.message]).toEqual([422, expect.stringContaining(`2023-10 的台账有一处看不懂：facts 第 1 项（${id}）`)]);
});

test('月份没过完：总分照算，页面把未到期的另外说；过完没锁的就是真的欠额', async () => {
  const county = await october();
  await county.happened(1, 'submission', '2023-11-01', { article: '甲' });
  const running = await pageFor(county, '何静', '2023-11');
  expect([running.running, ...read(running)]).toEqual([true, '县水利局 1 -2.00', '县住建局 2 -3.00', '县政府办 — 0.00']);
  expect(running.table.map(({ due, short }) => [due?.settled, due?.waiting, due?.words, short])).toEqual([
    ['0.00', '-2.00', '月底前还差 2 篇，达标得 10.00 分', false],
    ['0.00', '-3.00', null, false],
    ['0.00', '0.00', null, false],
  ]);
  expect(running.table[0]?.parts).toEqual([]); // 欠额没到期，不画成扣分
  const own = (await county.ask('何静', `/api/months/2023-11/account/${county.ids[1]}`)).said;
  expect(own).toMatchObject({ lines: [{ points: '-2.00' }], waiting: [{ clause: '第三条', points: '-2.00' }] });
  const ended = await pageFor(county, '李卫平');
  expect(ended.table.map(({ due, short }) => [due, short])).toEqual([
    [null, false],
    [null, true],
    [null, false],
  ]);
});

test('近几个月的名次和得分接得起来，锁定的照定格的', async () => {
  const county = await october();
  const { version, head } = await pageFor(county, '陈建国');
  expect((await county.ask('陈建国', '/api/months/2023-10/lock', { version, head })).status).toBe(201);
  const { said } = await county.ask('何静', '/api/months/2023-11/trend');
  expect(said).toMatchObject({
    months: [
      { month: '2023-10', state: 'locked', running: false },
      { month: '2023-11', state: 'open', running: true },
    ],
    units: {
      [county.ids[1] ?? '']: [
        { rank: 1, total: '15.00', settled: '15.00' },
        { rank: 1, total: '-3.00', settled: '0.00' },
      ],
    },
  });
});
