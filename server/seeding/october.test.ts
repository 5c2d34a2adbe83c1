import { randomInt } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { pool } from '../../test/county.ts';
import { ledgerAndModules } from '../../test/ledger.ts';
import * as claims from '../adoption/queries/lists.ts';
import { monthExport } from '../assessment/actions/month.ts';
import type { MonthExport } from '../assessment/export.ts';
import type { Month } from '../assessment/months.ts';
import { factsOf } from '../fact/queries.ts';
import { act, commandLine } from '../founding.ts';
import { countyNow, listPeople, listUnits } from '../identity/queries.ts';
import type { Context } from '../kernel/context.ts';
import { CountyDate } from '../kernel/dates.ts';
import { demoCounties, seedCounty, seedDemo } from '../seeding.ts';
import { submittedByUnit } from '../submission/queries/lists.ts';
import { listOrders, nothingWanted } from '../supervision/queries/orders.ts';
import { readOctober } from './october.ts';

const [demo] = demoCounties;
const code = demo.code * 1000 + randomInt(1000);
const look = <T>(run: (context: Context) => Promise<T>) => act(pool, code, commandLine, run, demo.day);
const later = CountyDate.parse('2023-11-03');
const october = '2023-10' as Month;
let month: MonthExport;
const row = (unit: string) => {
  const id = month.units.find(({ name }) => name === unit)?.id;
  return month.table.find((each) => each.unit === id);
};

beforeAll(async () => {
  await seedCounty(pool, { ...demo, code });
  month = await look((context) => monthExport(context, october));
});

test('演示县：十三个部门、二十三个乡镇和挂靠单位，部门四个角色齐全', async () => {
  const units = await look(listUnits);
  expect(Object.groupBy(units, ({ kind }) => kind)).toMatchObject({
    ...{ government: { length: 9 }, mass: { length: 2 }, institution: { length: 1 }, enterprise: { length: 1 } },
    township: { length: 23 },
    office: { length: 1 },
  });
  const { roles = [] } = (await look(listPeople)).find(({ account }) => account === 'shuili3') ?? {};
  expect(roles).toEqual(['deputyHead']);
});

test('十月的报送：各单位的篇数，一个零报送，一个差一篇', async () => {
  const counts = (await look((context) => submittedByUnit(context, october))).filter(({ submitted }) => submitted > 0);
  expect(Object.fromEntries(counts.map(({ unitName, submitted }) => [unitName, submitted]))).toEqual({
    ...{ 县人社局: 6, 县卫健局: 5, 县民政局: 5, 县水利局: 4, 县教育局: 4, 县住建局: 4, 县医保局: 3, 县妇联: 3 },
    ...{ 县交通局: 3, 县行政审批服务局: 3, 县电力公司: 3, 县住房保障中心: 2 },
    ...{ 塘渡口镇: 2, 九公桥镇: 1, 五峰铺镇: 1, 白仓镇: 1 },
  });
});

test('十月的得分：名次从细则里算出来，两个部门并列，乡镇只列不排', () => {
  const ranked = month.table.filter(({ rank }) => rank !== null).map(({ rank, total }) => `${rank} ${total}`);
  expect(ranked).toEqual([
    ...['1 34.00', '2 32.00', '3 29.00', '4 26.00', '5 20.00', '5 20.00', '7 17.00', '8 15.00', '9 14.00', '10 13.00'],
    ...['11 11.00', '12 -2.00', '13 -3.00'],
  ]);
  expect([row('县教育局')?.rank, row('县住建局')?.rank, row('县残联')?.rank]).toEqual([5, 5, 13]);
  expect(row('县政府办')).toMatchObject({ group: '专班所在', rank: null, total: '0.00' }); // who judges owes nothing
  expect(row('塘渡口镇')).toMatchObject({ rank: null, total: '1.00' });
  expect(month.table.reduce((sum, { adoptions }) => sum + adoptions, 0)).toBe(41);
});

test('十月的采用：三条待核、一条退回、一条待认定不计分，件件有佐证', async () => {
  const all = await look((context) => claims.listClaims(context, claims.nothingWanted, 100));
  expect(Object.groupBy(all, ({ state }) => state)).toMatchObject({
    accepted: { length: 42 },
    pending: { length: 3 },
    refused: { length: 1 },
  });
  expect(all.filter(({ evidence }) => evidence.length !== 1)).toEqual([]);
  const uncounted = all.filter(({ state, tier }) => state === 'accepted' && tier === null);
  expect(uncounted.map(({ outlet }) => outlet)).toEqual(['资江民生在线']);
  expect(await look((context) => claims.pendingFacts(context, october))).toHaveLength(3);
});

test('约稿：两篇按时，一篇迟交，一篇逾期未交，一篇还没到期', async () => {
  const facts = await look((context) => factsOf(context, october, '2023-11'));
  const delivered = facts
    .filter(({ kind }) => kind === 'commission')
    .map(({ attributes: { dueOn, deliveredOn } }) => [dueOn, deliveredOn]);
  expect(delivered.toSorted()).toEqual([
    ['2023-10-24', '2023-10-23'],
    ['2023-10-24', '2023-10-27'],
    ['2023-10-26', null],
    ['2023-10-27', '2023-10-26'],
  ]);
});

test('督办：两张蓝单，一张等单位反馈，一张反馈了等销号', async () => {
  const orders = await look((context) => listOrders(context, nothingWanted));
  expect(orders.map(({ unitName, state, colour, issuedOn }) => [unitName, colour, state, issuedOn])).toEqual([
    ['县住房保障中心', 'blue', 'answered', '2023-10-31'],
    ['县残联', 'blue', 'issued', '2023-11-01'],
  ]);
});

test('台账和各模块的行对得上', async () => {
  const { held, due } = await look(ledgerAndModules);
  expect(held).toEqual(due);
  expect(held).toHaveLength(52 + 42 + 4 + 2);
});

test('建好的演示县停在演示日期，再启动不重建也不提醒', async () => {
  const said: string[] = [];
  await expect(look(countyNow)).resolves.toMatchObject({ demoDay: demo.day });
  await seedDemo({ pool, counties: new Set<number>() }, (words) => said.push(words), [{ ...demo, code }]);
  await seedDemo({ pool, counties: new Set<number>() }, (words) => said.push(words), [{ ...demo, code, day: later }]);
  expect(said.map((words) => words.slice(0, 14))).toEqual(['邵阳县的演示数据上次没有建完']);
});

test('编的都写明是演示数据，稿件不长不短，写的事发生在送审以前', async () => {
  const { articles } = await readOctober();
  expect(articles.filter(({ body }) => body.length < 150 || body.length > 400).map(({ key }) => key)).toEqual([]);
  const ahead = articles.filter(({ body, rounds: [first] }) =>
    [...body.matchAll(/(\d+)月(\d+)日/g)].some(
      ([, month, day]) => first && `2023-${month}-${day?.padStart(2, '0')}` > first.handIn,
    ),
  );
  expect(ahead.map(({ key }) => key)).toEqual([]);
  expect(new Set(articles.map(({ title }) => title)).size).toBe(articles.length);
});
