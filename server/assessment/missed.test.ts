import { expect, test } from 'vitest';
import { lockedDesk, objectionDesk } from '../../test/objections.ts';
import { fact, october } from '../../test/october.ts';
import { recordMissed, replaceFact } from '../fact/actions.ts';
import { monthCountedUnscoped } from '../fact/queries.ts';
import { receiptOf } from '../fact/receipt.ts';
import { CountyDate } from '../kernel/dates.ts';
import { type Id, newId } from '../kernel/ids.ts';
import { monthExport, monthText } from './actions/month.ts';
import { verifyMonths } from './actions/verify.ts';
import { yearPage } from './actions/year.ts';
import { exportText } from './export.ts';
import type { LedgerFact } from './ledger.ts';
import { checkReceipt } from './receipts.ts';
import { score } from './scoring.ts';
import { verifyExport } from './verify.ts';

const missed = (unit: string, no: number, attributes: LedgerFact['attributes']): LedgerFact => ({
  ...fact(unit, 'adoption', no, attributes, '2023-11'),
  ...{ id: `漏 ${unit} ${no}`, corrects: '2023-10' },
});
const linesOf = (given: ReturnType<typeof october>, unit: string) =>
  given.lines
    .filter((line) => line.unit === unit)
    .map(({ clause, points, arithmetic, corrects }) => [clause, points, corrects, arithmetic]);

test('锁定的月份漏了的一条：按那个月的细则重算，差额是下个月的更正行，不进下个月的分；到了封顶的就没有差', () => {
  const found = october({
    ...{
      month: '2023-11',
      facts: [missed('县水利局', 21, { tier: 'provincial' }), missed('县民政局', 22, { tier: 'municipal' })],
    },
  });
  const own = linesOf(found, '县水利局');
  expect(own).toContainEqual(['第五条（二）', '8.00', '2023-10', '更正 2023-10：8.00 - 0.00 = 8.00']);
  expect(found.table.find(({ unit }) => unit === '县水利局')).toMatchObject({ total: '-3.00', adoptions: 0 });
  const capped = linesOf(found, '县民政局').filter(([, , corrects]) => corrects === '2023-10');
  expect(capped).toEqual([
    ['第五条（三）', '-5.00', '2023-10', '更正 2023-10：-10.00 - -5.00 = -5.00'],
    ['第五条（三）', '5.00', '2023-10', '更正 2023-10：25.00 - 20.00 = 5.00'], // 计了，又被封顶扣回，一分不多
  ]);
});

test('写错了月份、和撤销写在一起的，算之前就说', () => {
  const { schemes, units, facts, calendar } = october();
  const told = (change: Partial<LedgerFact>) => () =>
    score(schemes, units, [...facts, { ...missed('县水利局', 21, {}), ...change }], calendar, '2023-11');
  expect(told({ corrects: '2023-11' })).toThrow('的 corrects 是 2023-11，要早于记入的 2023-11，请改正');
  expect(told({ replaces: facts[0]?.id ?? '' })).toThrow('写了 corrects，就不能再写 cancels、replaces');
});

test('导出的文件写明补进哪个月，改掉它、抹掉它都核得出来；回执也认得', () => {
  const given = october({ month: '2023-11', facts: [missed('县水利局', 21, { tier: 'provincial' })] });
  const text = exportText(given);
  expect(text).toContain('"corrects":"2023-10","day"');
  expect(verifyExport(text, given.head)).toMatchObject({ ok: true });
  for (const other of ['"corrects":"2023-09","day"', '"day"'])
    expect(verifyExport(text.replace('"corrects":"2023-10","day"', other), given.head).ok).toBe(false);
  const added = given.facts.find(({ corrects }) => corrects !== undefined) as LedgerFact;
  const code = receiptOf(given.county, added as never);
  expect(checkReceipt(given, code)).toMatchObject({
    state: 'present',
    message: expect.stringContaining('记入 2023-11，算 2023-10 的'),
  });
  expect(receiptOf(given.county, { ...added, corrects: null } as never)).not.toBe(code);
  expect(october().facts.every((each) => !('corrects' in each))).toBe(true); // 没有补进的，文件和从前一样
});

test('十二月漏的一月补：更正在一月，进上一年；冻结的十二月一字不动，核对得上', async () => {
  const desk = await lockedDesk();
  const { county, raise, missing, correct, confirm, rowOf, moveTo, lock, file } = desk;
  await moveTo('2023-12-01');
  expect(await lock('2023-11')).toBe('好');
  await moveTo('2024-01-02');
  expect(await lock('2023-12')).toBe('好');
  const frozen = await county.as((context) => monthText(context, '2023-12'));
  await moveTo('2024-01-03');
  const evidence = [await file('何静', '漏')];
  const id = await raise('何静', missing({ month: '2023-12', happenedOn: '2023-12-20', title: '漏的', evidence }));
  const record = {
    verb: 'record',
    kind: 'adoption',
    happenedOn: '2023-12-20',
    attributes: { title: '漏的', tier: 'provincial' },
  };
  expect(await correct('周敏', id, [record])).toBe('好');
  expect(await confirm('陈建国', id)).toBe('好');
  expect(await rowOf('2024-01')).toMatchObject({
    total: '0.00',
    lines: [{ points: '8.00', corrects: '2023-12', arithmetic: '更正 2023-12：8.00 - 0.00 = 8.00' }],
  });
  await moveTo('2024-02-01');
  expect(await lock('2024-01')).toBe('好');
  const year = async (of: number) => {
    const { rows } = await county.as((context) => yearPage({ ...context, day: CountyDate.parse('2024-02-01') }, of));
    return rows.find(({ unit }) => unit === county.ids[1]);
  };
  // 十月 5.00 ＋ 十一、十二月 0.00 ＋ 更正 8.00
  expect(await year(2023)).toMatchObject({
    total: '13.00',
    corrected: '8.00',
    corrections: [{ made: '2024-01', corrects: '2023-12' }],
  });
  expect(await year(2024)).toMatchObject({ total: '0.00', corrections: [] });
  expect(await county.as((context) => monthText(context, '2023-12'))).toBe(frozen);
  expect(await county.inside((db) => verifyMonths({ db, county: county.code }, () => {}))).toMatchObject({ fault: null });
});

test('补进锁定月份的，同月里再改还是算那个月的；没锁的月份，补记就是平常一条', async () => {
  const desk = await lockedDesk();
  const { county } = desk;
  const on = CountyDate.parse('2023-11-03');
  const given = (tier: 'provincial' | 'municipal', day: string) => ({
    ...{ unit: county.ids[1] as Id<'unit'>, kind: 'adoption' as const, day: CountyDate.parse(day) },
    ...{ attributes: { tier }, sourceId: newId(new Date()) },
  });
  const first = given('municipal', '2023-10-20');
  const added = await county.as((context) => recordMissed(context, first, '2023-10'));
  const better = await county.as((context) =>
    replaceFact(context, added, { ...given('provincial', '2023-10-20'), sourceId: first.sourceId }),
  );
  expect(await county.inside((db) => monthCountedUnscoped({ db, county: county.code }, better))).toBe('2023-10');
  const open = await county.as((context) => recordMissed({ ...context, day: on }, given('municipal', '2023-11-02'), '2023-11'));
  const { facts } = await county.as((context) => monthExport(context, '2023-11'));
  expect(facts.find(({ id }) => id === open)).not.toHaveProperty('corrects');
  expect(await desk.rowOf('2023-11')).toMatchObject({
    total: '5.00',
    lines: [
      { points: '5.00', corrects: null },
      { points: '8.00', corrects: '2023-10' },
    ],
  });
});

test('锁定前认领、错退的，复核补回十月；再从认领页认定它会被拒绝，不会算两次', async () => {
  const desk = await objectionDesk();
  const { claim, judge, raise, missing, correct, confirm, file } = desk;
  const title = '渠首清淤完工';
  const refused = await claim('何静', { title, outlet: '湖南日报' }, { articleId: null, evidence: [await file('何静', '甲')] });
  expect(await judge('李卫平', refused, 'refuse', { reason: '看不清报头' })).toBe('好');
  await desk.moveTo('2023-11-02');
  expect(await desk.lock('2023-10')).toBe('好');
  await desk.moveTo('2023-11-03');
  const id = await raise('何静', missing({ title, evidence: [await file('何静', '乙')] }));
  const record = { verb: 'record', kind: 'adoption', happenedOn: '2023-10-26' };
  const change = { ...record, attributes: { title, carrier: '湖南日报', tier: 'provincial' } };
  expect(await correct('李卫平', id, [change])).toContain('要没有经手的人来复核');
  expect(await correct('周敏', id, [change])).toBe('好');
  expect(await confirm('陈建国', id)).toBe('好');
  expect(await judge('李卫平', refused, 'accept', { reason: '看清了' })).toContain('异议复核已经补记，算 2023-10 的');
  expect(await desk.rowOf('2023-11')).toMatchObject({ total: '0.00', lines: [{ points: '8.00', corrects: '2023-10' }] });
});
