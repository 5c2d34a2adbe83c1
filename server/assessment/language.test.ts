import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readSchemes, scoreFiles } from './files.ts';

const demo = readFileSync(new URL('../../database/demo/scheme.json', import.meta.url), 'utf8');
const scheme = (...clauses: object[]) => JSON.stringify({ ...JSON.parse(demo), from: '2023-01-01', clauses });
const units = ['甲', '乙'].map((id) => ({ id, name: id, group: '县直', from: '2023-01-01' }));
const facts = (kind: string, count: number, attributes: object = {}, month = '2023-10', unit = '甲') =>
  Array.from({ length: count }, (_, at) => ({
    id: `${unit}${month}${kind}${JSON.stringify(attributes)}${at}`,
    unit,
    kind,
    day: `${month}-12`,
    period: month,
    verified: true,
    attributes,
  }));
const total = (clauses: object[], of: object[], month = '2023-10', unit = '甲') =>
  scoreFiles(scheme(...clauses), JSON.stringify({ county: 1, units, facts: of }), month).table.find((row) => row.unit === unit)
    ?.total;
const points = (rest: object) => ({ no: '一', title: '一', kind: 'points', rates: [{ points: '1.00' }], ...rest });

test('一条算几条：走访 100 户算 100 条、每满 100 户 1 分、每迟一天扣 0.5 分至多 10 天', () => {
  const visits = [...facts('visit', 1, { quantity: 250 }), ...facts('visit', 1, { quantity: 99 })];
  expect(total([points({ counts: 'visit', multiply: { by: 'quantity' } })], visits)).toBe('349.00');
  expect(total([points({ counts: 'visit', multiply: { by: 'quantity', every: 100 } })], visits)).toBe('2.00');
  expect(total([points({ counts: 'visit', multiply: { by: 'quantity', every: 100, rest: 'full' } })], visits)).toBe('4.00');
  expect(total([points({ counts: 'visit', multiply: { by: 'quantity', every: 100, rest: 'part' } })], visits)).toBe('3.49');
  const late = facts('commission', 1, { dueOn: '2023-10-01', deliveredOn: '2023-10-21' });
  const each = { counts: 'commission', rates: [{ points: '-0.50' }], multiply: { by: 'daysLate', atMost: 10 } };
  expect(total([points(each)], late)).toBe('-5.00');
});

test('同一期只计一条；完成任务后方可加分；完成率分档；时序进度；年度内累计不超过', () => {
  const issue = facts('adoption', 3, { issue: '12' });
  expect(total([points({ counts: 'adoption', repeats: [{ by: 'issue', times: '0' }] })], issue)).toBe('1.00');
  expect(total([points({ counts: 'adoption', repeats: [{ by: 'issue', times: '0.5' }] })], issue)).toBe('2.00');
  const bonus = points({ counts: 'adoption', onlyIf: [{ counts: 'submission', atLeast: 2 }] });
  expect(total([bonus], [...issue, ...facts('submission', 1)])).toBe('0.00');
  expect(total([bonus], [...issue, ...facts('submission', 2)])).toBe('3.00');
  const quota = { no: '一', title: '一', kind: 'quota' };
  const completion = [{ from: '0.8', points: '8.00' }, { points: '0.00' }];
  expect(total([{ ...quota, needs: [{ counts: 'submission', atLeast: 5 }], completion }], facts('submission', 4))).toBe('8.00');
  const pace = { ...quota, per: 'toDate', needs: [{ counts: 'submission', atLeast: 12 }], missing: { each: '1.00' } };
  expect(total([pace], facts('submission', 4))).toBe('-6.00');
  const limit = { no: '二', title: '二', kind: 'limit', of: ['一'], per: 'toDate', atMost: '5.00' };
  const two = [...facts('adoption', 4, {}, '2023-09'), ...facts('adoption', 4)];
  expect([
    total([points({ counts: 'adoption' }), limit], two, '2023-09'),
    total([points({ counts: 'adoption' }), limit], two),
  ]).toEqual(['4.00', '1.00']);
});

test('组内最高分为满分；三位小数、负的封顶、元、一万条都有一句话', () => {
  const both = [...facts('adoption', 4), ...facts('adoption', 1, {}, '2023-10', '乙')];
  const best = { no: '二', title: '二', kind: 'rescale', of: 'all', full: 'best', worth: '30.00' };
  expect(total([points({ counts: 'adoption' }), best], both)).toBe('30.00');
  expect(total([points({ counts: 'adoption' }), best], both, '2023-10', '乙')).toBe('7.50');
  const said = (clause: object) => () => readSchemes(scheme(clause));
  expect(said(points({ counts: 'adoption', rates: [{ points: '0.125' }] }))).toThrow(/最多两位小数/);
  expect(said(points({ counts: 'adoption', cap: '-5.00' }))).toThrow(/不带负号/);
  expect(said(points({ counts: 'adoption', rates: [{ points: '20元' }] }))).toThrow(/带引号的分数/);
  expect(() =>
    readSchemes(scheme(...Array.from({ length: 10_000 }, (_, at) => points({ counts: 'adoption', no: `${at}` })))),
  ).toThrow(/最多 500/);
});
