import { expect, test } from 'vitest';
import { aCounty, type County } from '../../test/county.ts';
import type { Context } from '../kernel/context.ts';
import { CountyDate } from '../kernel/dates.ts';
import { type Id, newId } from '../kernel/ids.ts';
import { cancelFact, recordFact, replaceFact } from './actions.ts';
import { closePeriod, factsOf, lockPeriod } from './queries.ts';

const day = (text: string) => CountyDate.parse(text);
const given = (county: County, on: string) => ({
  unit: county.ids[1] as Id<'unit'>,
  kind: 'adoption' as const,
  day: day(on),
  attributes: { carrier: '邵阳日报' },
  sourceId: newId(new Date()),
});
const close = (month: string) => async (context: Context) => {
  await lockPeriod(context, month);
  await closePeriod(context, month);
};
const ledger = (county: County) => county.as((context) => factsOf(context, '2023-01', '2023-12'));

test('当月的事记入当月；锁定之后补来的，记入下一个没锁的月份', async () => {
  const county = await aCounty('2023-12-05');
  await county.as((context) => recordFact(context, given(county, '2023-10-20')));
  await county.as(close('2023-10'));
  await county.as(close('2023-11'));
  await county.as((context) => recordFact(context, given(county, '2023-10-21')));
  expect((await ledger(county)).map(({ day, period }) => [day, period])).toEqual([
    ['2023-10-20', '2023-10'],
    ['2023-10-21', '2023-12'],
  ]);
});

test('比锁定的月份还早的也不再收，哪怕那个月自己没锁：记入锁定之后的第一个月', async () => {
  const county = await aCounty('2023-12-05');
  await county.as(close('2023-10'));
  await county.as((context) => recordFact(context, given(county, '2023-08-20')));
  expect((await ledger(county)).map(({ period }) => period)).toEqual(['2023-11']);
});

test('没到的日子不能先记', async () => {
  const county = await aCounty('2023-11-02');
  await expect(county.as((context) => recordFact(context, given(county, '2023-11-03')))).rejects.toThrow('还没有到');
});

test('锁定之后改主意，记成下一个月的更正；同一条只能改一次', async () => {
  const county = await aCounty('2023-11-20');
  const act = given(county, '2023-10-20');
  const first = await county.as((context) => recordFact(context, act));
  await county.as(close('2023-10'));
  await county.as((context) => replaceFact(context, first, { ...act, day: day('2023-10-19') }));
  const [, second] = await ledger(county);
  expect(second).toMatchObject({ period: '2023-11', replaces: first });
  await expect(county.as((context) => cancelFact(context, first, act.sourceId))).rejects.toMatchObject({
    refusal: { code: 'fact.changed' },
  });
  await expect(county.as((context) => cancelFact(context, first, newId(new Date())))).rejects.toMatchObject({
    refusal: { code: 'fact.reviewed' }, // 由另一件事改的：异议复核
  });
});

test('没锁的月份里把日子改到别的月，撤掉原来的、记进那个月', async () => {
  const county = await aCounty('2023-11-20');
  const first = await county.as((context) => recordFact(context, given(county, '2023-10-31')));
  await county.as((context) => replaceFact(context, first, given(county, '2023-11-01')));
  const told = (await ledger(county)).map(({ period, cancels }) => `${period} ${cancels ? '撤' : '记'}`);
  expect(told.sort()).toEqual(['2023-10 撤', '2023-10 记', '2023-11 记']);
});

test('一边记一边锁，记的不会落进锁定的月份', async () => {
  const county = await aCounty('2023-11-20');
  const facts = Array.from({ length: 8 }, () => county.as((context) => recordFact(context, given(county, '2023-10-20'))));
  await Promise.all([...facts, county.as(close('2023-10'))]);
  const [before, after] = [await ledger(county), await county.as((context) => lockPeriod(context, '2023-10'))];
  expect(before).toHaveLength(8);
  expect(before.filter(({ period }) => period === '2023-10')).toHaveLength(after.version);
});
