import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CountyDate } from '../kernel/dates.ts';
import { attributesOf, factDay, lateFrom } from '../plan/commission/commission.ts';
import { scoreFiles } from './files.ts';

const demo = JSON.parse(readFileSync(new URL('../../database/demo/scheme.json', import.meta.url), 'utf8'));
const timing = (word: string, points: string) => ({ where: { timing: [word] }, points });
const rates = [timing('onTime', '2.00'), timing('late', '-3.00'), timing('missing', '-5.00')];
const scheme = (more: object) =>
  JSON.stringify({
    ...{ ...demo, ...more },
    clauses: [{ no: '七', title: '约稿', kind: 'points', counts: 'commission', rates }],
  });
const weekdays = (day: string) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());

/** 一份约稿在哪个月得几分：它的事实照约稿自己的规则写，由考核细则来读。 */
function scored(due: string, delivered: string | null, month: string, more: object = {}) {
  const [dueOn, on] = [CountyDate.parse(due), delivered === null ? null : CountyDate.parse(delivered)];
  const late = { lateFrom: lateFrom(dueOn, weekdays) };
  const named = { title: '水渠通到田埂上', dueOn, projectName: null, theme: null };
  const day = factDay(late, on ?? CountyDate.parse('2023-12-31'));
  const attributes = attributesOf(named, on && { article: '稿1', on });
  const fact = {
    id: 'f1',
    unit: '甲',
    kind: 'commission',
    day,
    period: day.slice(0, 7),
    verified: true,
    attributes,
    evidence: [],
  };
  const units = [{ id: '甲', name: '甲', group: '县直', from: '2023-01-01' }];
  return scoreFiles(scheme(more), JSON.stringify({ county: 430523, units, facts: [fact] }), month).table[0]?.total;
}

test.each([
  ['按时交', '2023-10-20', '2023-10-20', '2023-10', '2.00'],
  ['提前一个月交，算在交来的月份', '2023-11-10', '2023-10-30', '2023-10', '2.00'],
  ['当月迟交', '2023-10-20', '2023-10-25', '2023-10', '-3.00'],
  ['跨月迟交，算在时限过去的月份', '2023-10-20', '2023-11-05', '2023-10', '-3.00'],
  ['没有交', '2023-10-20', null, '2023-10', '-5.00'],
  ['月底那天到期没有交，算在下月', '2023-10-31', null, '2023-11', '-5.00'],
])('约稿%s', (_, due, delivered, month, points) => {
  expect(scored(due, delivered, month)).toBe(points);
});

test('休息日到期、下一个工作日交的：细则写了顺延算按时，没写算迟交；没交的两样都读得出', () => {
  const postponed = { deadlines: 'nextWorkday' };
  expect(scored('2023-10-28', '2023-10-30', '2023-10')).toBe('-3.00');
  expect(scored('2023-10-28', '2023-10-30', '2023-10', postponed)).toBe('2.00');
  for (const more of [{}, postponed]) expect(scored('2023-09-30', null, '2023-10', more)).toBe('-5.00');
});
