import { expect, test } from 'vitest';
import { aScoredCounty } from '../../test/scored.ts';
import { cancelFact, recordFact } from '../fact/actions.ts';
import { newId } from '../kernel/ids.ts';
import { monthExport } from './actions/month.ts';
import { rememberedMonth } from './actions/remembered.ts';

test('记一条、撤一条、更正去年的一条，页面上的月份与从头算的一字不差', async () => {
  const county = await aScoredCounty('2023-10-31');
  const both = () =>
    county.as(async (context) => [await rememberedMonth(context, '2023-10'), await monthExport(context, '2023-10')]);
  const agree = async () => {
    const [remembered, whole] = await both();
    expect(remembered).toEqual(whole);
    return remembered;
  };
  await agree();
  const first = await county.happened(1, 'adoption', '2023-10-19', { carrier: '邵阳日报', tier: 'municipal' });
  expect((await agree())?.facts).toHaveLength(1);
  await county.happened(2, 'submission', '2023-10-20', { article: '甲' });
  await county.happened(1, 'submission', '2023-09-20', { article: '乙' });
  expect((await agree())?.facts).toHaveLength(3);
  await county.as((context) => cancelFact(context, first, newId(new Date())), county.office);
  expect((await agree())?.facts).toHaveLength(4);
});

test('先开始后提交的一条，编号比看过的小，也在', async () => {
  const county = await aScoredCounty('2023-10-31');
  await county.happened(1, 'submission', '2023-10-19', { article: '甲' });
  const seen = () => county.as((context) => rememberedMonth(context, '2023-10'));
  expect((await seen()).facts).toHaveLength(1);
  for (const minutes of [1, 60]) {
    const now = new Date(Date.now() - minutes * 60_000);
    await county.as(
      (context) => recordFact({ ...context, now }, county.given(2, 'submission', '2023-10-20', { article: `${minutes}` })),
      county.office,
    );
    expect((await seen()).facts.map(({ attributes }) => attributes.article)).toContain(`${minutes}`);
  }
});
