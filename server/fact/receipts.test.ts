import { expect, test } from 'vitest';
import { owner } from '../../test/county.ts';
import { aScoredCounty } from '../../test/scored.ts';
import { lockMonth } from '../assessment/actions/lock.ts';
import { monthExport } from '../assessment/actions/month.ts';
import { verifyMonths } from '../assessment/actions/verify.ts';
import { sealAudit } from '../audit/actions.ts';
import { giveOwedReceipts } from './actions.ts';
import { readReceipt } from './receipt.ts';

test('单位看得到自己的回执，专班和审计看得到全县的，别的单位看不到；封存以后有编号', async () => {
  const county = await aScoredCounty('2023-10-20');
  const fact = await county.happened(1, 'submission', '2023-10-19', { article: '甲', title: '水引到田头' });
  const ask = (who: string) => county.ask(who, `/api/facts/${fact}/receipt`);
  const { status, said } = await ask('何静');
  expect([status, said]).toEqual([
    200,
    expect.objectContaining({ unitName: '县水利局', title: '水引到田头', period: '2023-10', no: null }),
  ]);
  expect(readReceipt(String(said.code))).toMatchObject({ county: county.code, period: '2023-10' });
  await county.inside((db) => sealAudit({ db, county: county.code, now: new Date() }));
  expect((await ask('李卫平')).said).toMatchObject({ code: said.code, no: expect.any(Number) });
  expect([(await ask('auditAdmin')).status, (await ask('罗建平')).status, (await ask('systemAdmin')).status]).toEqual([
    200, 404, 404,
  ]);
});

test('迟到的记入下一个月，回执上写的就是那个月', async () => {
  const county = await aScoredCounty('2023-11-02');
  await county.happened(1, 'submission', '2023-10-19', { article: '甲' });
  const { head } = await county.as((context) => monthExport(context, '2023-10'));
  await county.later('2023-11-02', (context) => lockMonth(context, { month: '2023-10', version: 1, head }));
  const late = await county.happened(1, 'submission', '2023-10-20', { article: '乙' });
  const { said } = await county.ask('何静', `/api/facts/${late}/receipt`);
  expect([said.day, said.period, readReceipt(String(said.code))?.period]).toEqual(['2023-10-20', '2023-11', '2023-11']);
});

test('升级以前的台账没有回执：启动时补发一次，核对得上，再启动不重发', async () => {
  const county = await aScoredCounty('2023-10-20');
  await county.happened(1, 'submission', '2023-10-19', { article: '甲' });
  const db = owner();
  await db`delete from audit_entry where county_id = ${county.code} and what = 'fact.record'`;
  await db.end();
  const again = () => county.as(giveOwedReceipts);
  expect([await again(), await again()]).toEqual([1, 0]);
  await county.happened(1, 'submission', '2023-10-20', { article: '乙' });
  expect((await county.as((context) => verifyMonths(context, () => undefined))).fault).toBeNull();
});
