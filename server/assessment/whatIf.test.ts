import { expect, test } from 'vitest';
import { fact, october } from '../../test/october.ts';
import { aScoredCounty } from '../../test/scored.ts';
import type { Scheme } from './scheme.ts';
import { score } from './scoring.ts';
import { figuresOf, withPuts } from './whatIf/numbers.ts';
import { findingOf, overRange } from './whatIf/range.ts';
import { type Given, monthIf, scoredAs } from './whatIf.ts';

const given = october({
  facts: [fact('县水利局', 'commission', 1, { dueOn: '2023-10-21', deliveredOn: '2023-10-23' })], // due on a Saturday
});
const [scheme] = given.schemes as [Scheme];
const changed = (no: string, put: string) => withPuts(scheme, no, put) as unknown as Scheme;
const limited = {
  ...scheme,
  clauses: [...scheme.clauses, { no: '附', title: '封顶', kind: 'limit', of: 'all', per: 'month', atMost: '25.00' }],
} as Scheme;

test('试算和整月按新稿重算，一行不差：只改一条、删一条、加管全部的一条、换时限', () => {
  const trials: Scheme[] = [
    changed('第五条（三）', 'rates.0.points=7.00;cap=21.00'),
    { ...scheme, clauses: scheme.clauses.slice(1) },
    limited,
    { ...scheme, deadlines: 'nextWorkday' },
    { ...scheme, mode: 'countOnly' },
  ];
  for (const trial of trials) {
    const whole = score(trial, given.units, given.facts, given.calendar, given.month).table;
    const { table } = scoredAs(given, { scheme: trial, from: given.month });
    expect(table).toEqual(whole);
    expect(table).not.toEqual(score(scheme, given.units, given.facts, given.calendar, given.month).table);
  }
  const back = { ...given, schemes: [limited], ...partsOf(limited) } as Given;
  const whole = score(changed('第五条（二）', 'rates.0.points=6.00'), given.units, given.facts, [], given.month).table;
  expect(scoredAs(back, { scheme: changed('第五条（二）', 'rates.0.points=6.00'), from: given.month }).table).toEqual(whole);
});

const partsOf = (version: Scheme) => {
  const { table } = score(version, given.units, given.facts, given.calendar, given.month);
  return {
    table: table.map(({ lines: _, ...row }) => row),
    lines: table.flatMap(({ unit, lines }) => lines.map((line) => ({ unit, ...line }))),
  };
};

test('县工作简报改成 4 分：谁多得几分、差在哪一行、换了几个位次，说得出', () => {
  const before = JSON.stringify(given);
  const moved = monthIf(given, { scheme: changed('第五条（四）', 'rates.0.points=4.00'), from: given.month });
  expect(JSON.stringify(given)).toBe(before);
  const minzheng = moved.units.find(({ unit }) => unit === '县卫健局');
  expect(minzheng).toMatchObject({
    difference: '4.00',
    lines: [{ clause: '第五条（四）', effect: 'points', was: { points: '4.00' }, now: { points: '8.00' } }],
  });
  const rows = overRange([moved]);
  const swapped = rows.filter(({ places }) => places !== null && places !== 0).length;
  expect(findingOf(rows, [given.month], (unit) => unit)).toBe(
    `10月${swapped > 0 ? `有 ${swapped} 个单位换位` : '没有单位换位'}，${rows.toSorted((a, b) => Number(b.difference) - Number(a.difference))[0]?.unit} +4.00 最多`,
  );
  const same = overRange([monthIf(given, { scheme, from: given.month })]);
  expect(findingOf(same, ['2023-10'], String)).toBe('10月各单位的得分和名次都不变');
});

test('几个月合起来：得分相加，名次按合计，同分并列', () => {
  const side = (total: string, rank: number | null) => ({ group: '县直', total, rank });
  const month = (name: string, units: [string, string, string][]) => ({
    ...{ month: name, state: 'locked' as const, mode: 'score' as const },
    units: units.map(([unit, was, now]) => ({
      ...{ unit, was: side(was, 1), now: side(now, 1), lines: [] },
      difference: (Number(now) - Number(was)).toFixed(2),
    })),
  });
  const rows = overRange([
    month('2023-10', [
      ['甲', '5.00', '5.00'],
      ['乙', '4.00', '9.00'],
    ]),
    month('2023-11', [
      ['甲', '6.00', '6.00'],
      ['乙', '2.00', '2.00'],
    ]),
  ]);
  expect(rows.map(({ unit, was, now, places, difference }) => [unit, was, now, places, difference])).toEqual([
    ['甲', side('11.00', 1), side('11.00', 1), 0, '0.00'],
    ['乙', side('6.00', 2), side('11.00', 1), 1, '5.00'],
  ]);
});

test('一条里能试的数都找得到；改不成样的，说得出哪里不对', () => {
  const [, , , market] = scheme.clauses;
  expect(market && figuresOf(market)).toEqual([
    { at: 'rates.0.points', label: '分值 1 · 分', value: '5.00', whole: false },
    { at: 'cap', label: '封顶', value: '15.00', whole: false },
  ]);
});

const path = (query: string) => `/api/assessment/what-if?from=2023-10&to=2023-11&${query}`;
type Reply = { rows: object[]; problems: string[]; months: object[]; skipped: object[] };

test('专班看得到试算，单位看不到；锁定的月份不动；没写成的稿子说还差什么；另存成草稿', async () => {
  const county = await aScoredCounty();
  await county.happened(1, 'adoption', '2023-10-10', { article: '甲', carrier: '县工作简报', tier: 'county' });
  const { said: listed } = await county.ask('李卫平', '/api/schemes');
  const id = (listed as never as { schemes: { id: string }[] }).schemes[0]?.id;
  const put = `scheme=${id}&clause=${encodeURIComponent('第五条（四）')}&put=${encodeURIComponent('rates.0.points=5.00')}`;
  expect((await county.ask('何静', path(put))).status).toBe(404);
  const { said } = await county.ask('李卫平', path(put));
  expect(said).toMatchObject({ problems: [], skipped: [], months: [{ month: '2023-10' }, { month: '2023-11' }] });
  const rows = (said as never as Reply).rows as { unit: string; difference: string }[];
  expect(rows.find(({ unit }) => unit === county.ids[1])?.difference).toBe('3.00');
  const { said: lines } = await county.ask('李卫平', path(`${put}&unit=${county.ids[1]}`).replace('what-if?', 'what-if/lines?'));
  expect(lines).toMatchObject({
    months: [{ month: '2023-10', lines: [{ was: { points: '2.00' }, now: { points: '5.00' } }] }, { lines: [] }],
  });
  expect((await county.ask('李卫平', path(put).replace('what-if?', 'what-if.xlsx?'))).status).toBe(200);
  const wrong = (await county.ask('李卫平', path(put.replace('5.00', 'five')))).said as never as Reply;
  expect([wrong.problems.length, wrong.rows]).toEqual([1, []]);
  const none = (await county.ask('李卫平', path(put).replace('2023-10', '2023-09'))).said as never as Reply;
  expect(none.skipped).toEqual([{ month: '2023-09', why: expect.stringContaining('还没有采用考核细则') }]);
  expect(said).toMatchObject({ cut: null });
  const { said: long } = await county.ask('李卫平', path(put).replace('2023-10', '2021-08'));
  expect(long).toMatchObject({
    cut: '一次最多比 24 个月：只比了最近的 24 个月，2021-08 至 2021-11 的 4 个月没有比；要比更早的，请把止月往前选。',
  });
  const begun = await county.ask('李卫平', '/api/scheme-drafts', {
    kind: 'version',
    id,
    clause: '第五条（四）',
    put: 'rates.0.points=5.00',
  });
  const { said: draft } = await county.ask('李卫平', `/api/scheme-drafts/${(begun.said as never as { id: string }).id}`);
  expect(JSON.stringify(draft)).toContain('"points":"5.00"');
});
