import { expect, test, vi } from 'vitest';
import { another, aScoredCounty, bringOn, type Place, type ScoredCounty } from '../../test/scored.ts';
import { cancelFact, replaceFact } from '../fact/actions.ts';
import { type Id, newId } from '../kernel/ids.ts';
import { lockMonth } from './actions/lock.ts';
import { monthExport, monthText } from './actions/month.ts';
import * as open from './actions/open.ts';
import { pendingOf } from './actions/pending.ts';
import { checksOf } from './actions/sight.ts';
import type { LedgerFact } from './ledger.ts';
import { verifyExport } from './verify.ts';

const preview = (county: ScoredCounty, month: string) =>
  county.as(async (context) => {
    const [{ head }, [period]] = [
      await monthExport(context, month),
      await context.db`select version from period where county_id = ${context.county} and month = ${month}`,
    ];
    return { month, head, version: Number(period?.version ?? 0) };
  });
/** The head of the office looks at the preview and locks. */
const lock = async (county: ScoredCounty, month: string, on: string, actor = county.lead) => {
  const seen = await preview(county, month);
  return county.later(on, (context) => lockMonth(context, seen), actor);
};
const totals = async (county: ScoredCounty, month: string) => {
  const { table, lines } = await county.as((context) => monthExport(context, month));
  const place = ({ unit }: { unit: string }) => county.ids.indexOf(unit as never) as Place;
  return {
    total: (unit: Place) => table.find((row) => place(row) === unit)?.total,
    corrections: lines
      .filter(({ corrects }) => corrects !== null)
      .map((line) => `${place(line)} ${line.corrects} ${line.clause} ${line.points}`),
  };
};
const daily = { carrier: '邵阳日报', tier: 'municipal' } as const;

test('锁定由分管领导办理，按看到的锁；锁了的文件谁都能重算', async () => {
  const county = await aScoredCounty();
  await county.happened(1, 'adoption', '2023-10-19', daily);
  await expect(lock(county, '2023-10', '2023-11-02', county.office)).rejects.toThrow('月度锁定由专班分管领导办理');
  const seen = await preview(county, '2023-10');
  await county.happened(1, 'adoption', '2023-10-20', daily);
  await expect(county.later('2023-11-02', (context) => lockMonth(context, seen))).rejects.toThrow('打开之后又有变化');
  const { head } = await lock(county, '2023-10', '2023-11-02');
  const text = await county.as((context) => monthText(context, '2023-10'));
  expect(verifyExport(text, head)).toMatchObject({ ok: true, month: '2023-10' });
  expect((await county.as((context) => monthExport(context, '2023-10'))).state).toBe('locked');
  await expect(lock(county, '2023-10', '2023-11-02')).rejects.toThrow('2023-10 已由陈建国锁定，锁定只有一次');
  expect((await county.ask('陈建国', '/api/months')).said).toMatchObject({
    current: '2023-11',
    months: [
      { month: '2023-11', state: 'open' },
      { month: '2023-10', state: 'locked', head, facts: 2 },
    ],
  });
});

test('改了单位的名称也算有变化：看到的和要冻结的必须一样', async () => {
  const county = await aScoredCounty();
  const seen = await preview(county, '2023-10');
  await county.as(({ db }) =>
    db`update unit_name set name = '县水务局' where county_id = ${county.code} and name = '县水利局'`.execute(),
  );
  await expect(county.later('2023-11-02', (context) => lockMonth(context, seen))).rejects.toThrow('打开之后又有变化');
});

test('两个人同时点锁定：只锁一次，后到的说一声', async () => {
  const county = await aScoredCounty();
  const seen = await preview(county, '2023-10');
  const both = await Promise.allSettled([1, 2].map(() => county.later('2023-11-02', (context) => lockMonth(context, seen))));
  const told = both.map((each) => (each.status === 'fulfilled' ? '锁了' : each.reason.refusal.code));
  expect(told.sort()).toEqual(['assessment.lockedAlready', '锁了']);
});

test('两版细则之间没有细则的月份不挡路，说一声那个月不计', async () => {
  const county = await aScoredCounty('2024-02-02', another({ to: '2023-10-31' }));
  await bringOn(county.as, another({ id: '二', from: '2024-01-01' }), [county.office, county.lead]);
  await lock(county, '2023-10', '2024-02-02');
  await county.happened(1, 'adoption', '2023-12-19', daily);
  const checks = await county.later('2024-02-02', (context) => checksOf(context, '2024-01'));
  expect(checks.filter(({ key }) => key === 'earlier' || key === 'uncounted').map(({ words }) => words)).toEqual([
    '前面的月份都锁定了',
    '2023-12 记过事实而没有细则，锁定这个月之后不再计分',
  ]);
  await lock(county, '2024-01', '2024-02-02');
});

test('没有结束的月份、前面没锁的月份、没有细则的月份锁不了', async () => {
  const county = await aScoredCounty('2023-11-30');
  await expect(lock(county, '2023-11', '2023-11-30')).rejects.toThrow(
    '还不能锁定：这个月还没有结束，2023-11-30 之后才能锁定；2023-10 还没有锁定，要按月份先后来。请先办完。',
  );
  await lock(county, '2023-10', '2023-11-30');
  await lock(county, '2023-11', '2023-12-01');
  await expect(
    county.later('2023-12-01', (context) => lockMonth(context, { month: '2023-09', version: 0, head: '' })),
  ).rejects.toThrow('没有在这个月整月施行的考核细则；2023-11 已经锁定，它之前的月份不再锁');
});

test('还有没核验的、没办结的锁不了；待核的说出会带来什么', async () => {
  const county = await aScoredCounty();
  await county.happened(2, 'adoption', '2023-10-19', daily);
  const { sourceId: _, ...claim } = county.given(1, 'adoption', '2023-10-20', { carrier: '红网', tier: 'provincial' });
  const rest = { id: newId<'fact'>(new Date()), period: '2023-10', verified: false, cancels: null, replaces: null };
  const pending: LedgerFact[] = [{ ...claim, ...rest, evidence: [] }];
  const spy = vi.spyOn(open, 'openIn').mockResolvedValue({ pending, overdue: 2, unconfirmed: 0, told: [] });
  const blocking = (await county.later('2023-11-02', (context) => checksOf(context, '2023-10'))).filter(
    (check) => check.blocking,
  );
  expect(blocking.map(({ words }) => words)).toEqual(['还有 1 条没有核验', '还有 2 件约稿过了期限没有办结']);
  await expect(lock(county, '2023-10', '2023-11-02')).rejects.toThrow('还有 1 条没有核验');
  expect(await county.as((context) => pendingOf(context, '2023-10'))).toMatchObject([
    { unit: county.ids[1], points: '8.00', total: '5.00', rank: 1 },
  ]);
  expect(await county.as((context) => pendingOf({ ...context, onlyUnit: county.ids[2] as Id<'unit'> }, '2023-10'))).toEqual([]);
  expect((await county.ask('何静', `/api/months/2023-10/account/${county.ids[1]}`)).said).toMatchObject({
    row: { rank: 2, total: '-3.00' },
    pending: [{ facts: [{ kind: 'adoption', attributes: { carrier: '红网' } }], rank: 1 }],
    next: { rank: 1, points: '5.00' },
  });
  expect((await county.ask('罗建平', '/api/months/2023-10')).said).toMatchObject({ pending: [], checks: [] });
  spy.mockRestore();
});

test('锁定之后推翻一条、补来一条：更正和迟到的都在下个月，全年加得起来', async () => {
  const county = await aScoredCounty('2023-11-20');
  const first = await county.happened(1, 'adoption', '2023-10-19', { ...daily, article: '甲' });
  const second = await county.happened(2, 'adoption', '2023-10-20', { ...daily, article: '乙' });
  await lock(county, '2023-10', '2023-11-20');
  const frozen = await county.as((context) => monthText(context, '2023-10'));
  await county.as((context) => cancelFact(context, first, newId(new Date())), county.office);
  const wrong = county.given(2, 'adoption', '2023-10-20', { carrier: '红网', tier: 'provincial', article: '乙' });
  await county.as((context) => replaceFact(context, second, wrong), county.office);
  await county.happened(1, 'adoption', '2023-10-30', { ...daily, article: '丙' });
  await county.happened(1, 'adoption', '2023-09-02', { ...daily, article: '丁' });
  const november = await totals(county, '2023-11');
  expect(november.corrections.sort()).toEqual([
    '1 2023-10 第五条（三） -5.00',
    '2 2023-10 第五条（三） -5.00',
    '2 2023-10 第五条（二） 8.00',
  ]);
  expect([november.total(1), november.total(2)]).toEqual(['7.00', '-3.00']); // 两条迟到的各 5 分，报送欠额扣 3 分
  expect(await county.as((context) => monthText(context, '2023-10'))).toBe(frozen);
  const whole = [...(await totals(county, '2023-10')).corrections, (await totals(county, '2023-10')).total(1)];
  expect(whole).toEqual(['2.00']); // 全年：2.00 + 7.00 - 5.00，正是丙、丁两条 10 分减两个月的欠额 6 分
  await lock(county, '2023-11', '2023-12-01');
  const { lines } = await county.as((context) => monthExport(context, '2023-11'));
  expect(lines.filter(({ corrects }) => corrects === '2023-10')).toHaveLength(3);
});

test('上一年的月份也更正得了', async () => {
  const county = await aScoredCounty('2024-02-10');
  const old = await county.happened(1, 'adoption', '2023-12-19', daily);
  await county.happened(1, 'submission', '2023-12-01', { article: '甲' });
  for (const month of ['2023-10', '2023-11', '2023-12']) await lock(county, month, '2024-02-10');
  await county.as((context) => cancelFact(context, old, newId(new Date())), county.office);
  expect((await totals(county, '2024-01')).corrections).toEqual(['1 2023-12 第五条（三） -5.00']);
});

test('一边记一边锁：冻结的和台账里记入这个月的一条不差', async () => {
  const county = await aScoredCounty();
  const seen = await preview(county, '2023-10');
  const racing = [
    ...Array.from({ length: 6 }, (_, at) => county.happened(1, 'adoption', `2023-10-1${at}`, daily)),
    county.later('2023-11-02', (context) => lockMonth(context, seen)).catch((refused: Error) => refused.message),
    ...Array.from({ length: 6 }, (_, at) => county.happened(1, 'adoption', `2023-09-1${at}`, daily)),
  ];
  const told = (await Promise.all(racing)).find((each) => each !== null && typeof each === 'object') ?? 'moved';
  if (told === 'moved') await lock(county, '2023-10', '2023-11-02');
  const { facts } = await county.as((context) => monthExport(context, '2023-10'));
  const kept = await county.as(
    ({ db }) => db`select id from fact where county_id = ${county.code} and period <= '2023-10' order by id`,
  );
  expect(facts.map(({ id }) => id)).toEqual(kept.map(({ id }) => id));
});

const adopt = (county: ScoredCounty, change: object, on = '2023-11-02') =>
  bringOn((run, actor) => county.later(on, run, actor), another({ id: '第二版', ...change }), [county.office, county.lead]);

test('新细则从下个月起，前一版到上个月底；不改到已经计分、已经锁定的月份上', async () => {
  const county = await aScoredCounty();
  await county.happened(1, 'adoption', '2023-11-01', daily);
  await expect(adopt(county, { from: '2023-11-01' })).rejects.toThrow('本月已经按现细则计分，新细则请从 2023-12-01 起。');
  await expect(adopt(county, { from: '2023-11-15' })).rejects.toThrow('细则只从某月 1 日起施行');
  await expect(adopt(county, { from: '2023-12-01', id: '示例细则-1' })).rejects.toThrow('这个编号的细则已经采用过');
  await expect(adopt(county, { from: '2023-12-01', groups: [{ name: '县级', ranked: true }] })).rejects.toThrow(
    '细则的 groups 里没有“县直”这个组',
  );
  await adopt(county, { from: '2023-12-01', mode: 'countOnly' });
  await expect(adopt(county, { from: '2023-12-01', id: '又一版' })).rejects.toThrow('已有从 2023-12-01 起的“示例细则”');
  expect((await county.ask('何静', '/api/schemes')).said).toMatchObject({
    schemes: [
      { code: '第二版', fromOn: '2023-12-01', toOn: null, mode: 'countOnly' },
      { code: '示例细则-1', fromOn: '2023-10-01', toOn: '2023-11-30', proposedBy: '李卫平', adoptedBy: '陈建国' },
    ],
  });
  await lock(county, '2023-10', '2023-12-05');
  await lock(county, '2023-11', '2023-12-05');
  const december = await county.as((context) => monthExport(context, '2023-12'));
  expect(december.table.map(({ rank }) => rank)).toEqual([null, null, null]); // 只统计不排名
  await expect(adopt(county, { from: '2023-11-01' }, '2023-12-05')).rejects.toThrow(
    '2023-11 已经锁定，细则不能改到它头上；新细则请从 2023-12-01 起。',
  );
});
