import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fact, october, plannedYear } from '../../test/october.ts';
import { numberOf } from './bulletin.ts';
import { figuresOf } from './figures.ts';
import { countySentences, coverIn, kindOf, type Measure, measuresOf } from './measures.ts';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const { duties, lines, campaigns } = plannedYear();
const measures = measuresOf(duties, lines);
const measure = (no: number) => measures.find((each) => each.no === no) as Measure;
const cells = (no: number, figures: ReturnType<typeof figuresOf>, change: Partial<Measure> = {}) =>
  Object.fromEntries(
    figures.rows.map((row) => [row.name, coverIn({ ...measure(no), ...change }, { figures, campaigns })(row).words]),
  );

test('通知的 11 项措施按条号和标题读出，第四部分的保障措施不算', () => {
  expect(measures.map(({ no, title }) => `${no} ${title}`)).toEqual([
    '1 巩固一个宣传阵地',
    '2 开设一个宣传专栏',
    '3 开展一次集中宣传',
    '4 举办一次成果宣传',
    '5 强化主流媒体宣传',
    '6 加强网络媒体宣传',
    '7 加强信息报送宣传',
    '8 深化其他形式宣传',
    '9 加强日常宣传力度',
    '10 拓展基层宣传深度',
    '11 提高信息宣传精度',
  ]);
});

test('换了单位、主题、日期和县名的通知，措施一样读得出', () => {
  const { duties, lines } = plannedYear(read('../../test/notices/swapped.txt'));
  const found = measuresOf(duties, lines);
  const kinds = found.map((each) => `${each.no} ${each.title} ${kindOf(each, figuresOf(october()))}`);
  expect(kinds).toHaveLength(9);
  expect(kinds.slice(2, 6)).toEqual([
    '3 组织一轮主题宣传 other',
    '4 争取上级媒体支持 media',
    '5 做好信息报送 quota',
    '6 用活移动平台 other',
  ]);
});

test('按季度的任务，季末才算欠不欠；季中只写报了几篇', () => {
  const quarterly = measure(7).duties.map((duty) => ({ ...duty, count: 7, per: 'quarter' as const }));
  const facts = [fact('县人社局', 'submission', 20, {}, '2023-12')];
  expect(cells(7, figuresOf(october()), { duties: quarterly })).toMatchObject({ 县人社局: '6篇', 县残联: '0篇' });
  const december = figuresOf(october({ month: '2023-12', facts }));
  expect(cells(7, december, { duties: quarterly })).toMatchObject({ 县人社局: '7篇 完成', 县民政局: '5篇 缺2篇' });
});

test('集中宣传：本月结束的场次还没有采集，月底没结束的未到期，没有场次的不适用', () => {
  const found = cells(3, figuresOf(october()));
  expect(found).toMatchObject({
    县卫健局: '尚未采集',
    县民政局: '尚未采集',
    县水利局: '未到期',
    县教育局: '未到期',
    塘渡口镇: '—',
  });
  expect(cells(3, figuresOf(october({ month: '2023-11' }))).县水利局).toBe('尚未采集');
});

test('有单位记了一次，这一项就按次数印，没记的是 0 次；时限在以后的未到期', () => {
  const noted = fact('县妇联', 'visit', 1, { measure: '10' });
  expect(cells(10, figuresOf(october({ facts: [noted] })))).toMatchObject({ 县妇联: '1次', 县水利局: '0次' });
  expect(cells(10, figuresOf(october())).县妇联).toBe('尚未采集');
  const later = measure(10).duties.map((duty) => ({ ...duty, toOn: '2023-12-31' as typeof duty.toOn }));
  expect(cells(10, figuresOf(october()), { duties: later }).县妇联).toBe('未到期');
});

test('周周有新闻按周一到周日数省、市级的采用，跨月的一周归周日所在的月；月月有专题还没有采集', () => {
  const [, ninth] = countySentences(measures, figuresOf(october()));
  expect(ninth).toMatch(/周周有新闻，本月结束的5周中有2周做到；.*月月有专题，尚未采集。$/);
  const first = { ...fact('县妇联', 'adoption', 8, { carrier: '红网', tier: 'provincial' }), day: '2023-10-01' };
  const county = { ...first, id: '县级', day: '2023-10-05', attributes: { carrier: '县工作简报', tier: 'county' as const } };
  const [, more] = countySentences(measures, figuresOf(october({ facts: [first, county] })));
  expect(more).toContain('5周中有3周做到');
});

test.each([
  ['邵民生办〔2023〕12号', '邵民生办〔2023〕12号'],
  ['邵民生办[2023]12号', '邵民生办〔2023〕12号'],
  [' 邵民生办（2023） 12 号', '邵民生办〔2023〕12号'],
  ['邵民生办〔2023〕012号', null],
  ['邵民生办〔2023〕第12号', null],
  ['邵民生办〔23〕12号', null],
  ['2023年12号', null],
])('文号“%s”读作 %s', (typed, number) => {
  expect(numberOf(typed)).toBe(number);
});
