import { expect, test } from 'vitest';
import { readXlsx } from '../../test/readBack.ts';
import { another, aScoredCounty, type ScoredCounty } from '../../test/scored.ts';
import { cancelFact } from '../fact/actions.ts';
import { newId } from '../kernel/ids.ts';
import { lockMonth } from './actions/lock.ts';
import { monthPage } from './actions/sight.ts';
import { yearForm, yearPage } from './actions/year.ts';
import { renderYear } from './jobs.ts';
import type { Year } from './year.ts';

const lock = (county: ScoredCounty, month: string, on: string) =>
  county.later(on, async (context) => {
    const { version, head } = await monthPage(context, month);
    await lockMonth(context, { month, version, head: head ?? '' });
  });
const daily = { carrier: '邵阳日报', tier: 'municipal' } as const;
const annual = { title: '折入年度绩效', full: '60.00', worth: '6.00' };
const read = ({ rows }: Year) => rows.map(({ name, total, rank }) => `${name} ${total} ${rank ?? '—'}`);

/** October to December locked, December's adoption taken back in January. */
async function yearGone() {
  const county = await aScoredCounty('2024-01-20', another({ annual }));
  const article = { article: '甲' };
  for (const day of ['2023-10-09', '2023-10-16', '2023-10-23']) await county.happened(1, 'submission', day);
  await county.happened(2, 'adoption', '2023-11-09', { ...daily, ...article });
  const wrong = await county.happened(1, 'adoption', '2023-12-19', daily);
  for (const month of ['2023-10', '2023-11', '2023-12']) await lock(county, month, '2024-01-20');
  await county.as((context) => cancelFact(context, wrong, newId(new Date())), county.office);
  return county;
}

test('年度表＝定格的各月＋更正：一月更正的十二月，锁定以后进上一年', async () => {
  const county = await yearGone();
  const year = () => county.as((context) => yearPage(context, 2023));
  const before = await year();
  // 水利 10.00 - 3.00 + 2.00 = 9.00；住建 -3.00 + 2.00 - 3.00 = -4.00
  expect([before.final, ...read(before)]).toEqual([false, '县水利局 9.00 1', '县住建局 -4.00 2', '县政府办 0.00 —']);
  expect(before.rows[0]).toMatchObject({
    soFar: '4.00',
    corrections: [{ made: '2024-01', corrects: '2023-12', counted: false }],
  });
  await lock(county, '2024-01', '2024-02-02');
  const after = await year();
  expect([after.final, ...read(after)]).toEqual([true, '县水利局 4.00 1', '县住建局 -4.00 2', '县政府办 0.00 —']);
  expect(after.rows[0]).toMatchObject({
    corrected: '-5.00',
    rescaled: { points: '0.40', arithmetic: '4.00 × 6.00 ÷ 60.00 = 0.40' },
  });
  const next = await county.later('2024-02-02', (context) => yearPage(context, 2024));
  expect(read(next).slice(0, 2).sort()).toEqual(['县住建局 -3.00 1', '县水利局 -3.00 1']); // 两家一月都没报送，更正不算在今年
});

test('各单位看得到总分和名次，更正的明细只看自己的；没到的年份没有', async () => {
  const county = await yearGone();
  await lock(county, '2024-01', '2024-02-02');
  const { said } = await county.ask('罗建平', '/api/years/2023');
  const rows = (said as unknown as Year).rows;
  expect(rows.map(({ total, corrections }) => [total, corrections.length])).toEqual([
    ['4.00', 0],
    ['-4.00', 0],
    ['0.00', 0],
  ]);
  expect((await county.ask('何静', '/api/years/2023')).said).toMatchObject({
    rows: [{ corrections: [{ points: '-5.00' }] }, {}, {}],
  });
  expect((await county.ask('何静', '/api/years/2026')).said).toMatchObject({ code: 'assessment.noYear' });
  expect((await county.ask('何静', '/api/years/23')).status).toBe(422);
});

test('给县绩效办的表：两行表头、合计、签字栏，数字读回来与年度表相同', async () => {
  const county = await yearGone();
  await lock(county, '2024-01', '2024-02-02');
  const { content, name } = await renderYear(await county.as((context) => yearForm(context, { param: { year: 2023 } })));
  expect(name).toBe('2023年度得分表.xlsx');
  const sheet = (await readXlsx(content))['2023年度'];
  const rows = sheet?.rows.map((row) => row.map(({ value }) => value)) ?? [];
  expect(rows[0]?.[0]).toMatch(/2023年度重点民生实事宣传考核得分表$/);
  expect(rows[2]?.slice(0, 2)).toEqual(['单位', '各月得分']);
  const water = rows.find(([first]) => first === '县水利局');
  expect(water?.slice(10)).toEqual([10, -3, 2, -5, 4, 0.4, 1, null]);
  expect(rows.find(([first]) => first === '2个单位合计')?.slice(10, 15)).toEqual([7, -1, -1, -5, 0]);
  expect(rows.at(-1)?.[0]).toMatch(/^制表：.*审核：.*负责人：/);
});
