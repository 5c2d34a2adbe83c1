import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { frozenMonth } from '../../server/assessment/actions/month.ts';
import { exportText } from '../../server/assessment/export.ts';
import { verifyExport } from '../../server/assessment/verify.ts';

/**
 * Months as the code of e23ae58 froze them, byte for byte, one a line: the demo county's October, then sixteen with all the kinds
 * of clauses that the language had then. They are never made again: what was locked once is to be recomputed for ever.
 */
const frozen = readFileSync(new URL('e23ae58.jsonl', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => `${line}\n`);
const printed = [
  '21c5cf8877cc',
  'f16962d6646b',
  '9b481a334ea2',
  '1f436aeba45f',
  '84efdb5460f3',
  'caed46808cde',
  'b502c3c03f80',
  'd276b26646a5',
  '244da02daa1b',
  '86624d7c8d98',
  '968ccd4c4c09',
  '14fff8d82e5b',
  '8f56bbe465ce',
  '54fe8d5779a0',
  '060bd8ba2b1f',
  'bb0990bc2b84',
  'b29a5878ce3c',
];
const headOf = (text: string) => frozenMonth(text).head;
const [october = ''] = frozen;

test('条款语言长大以前冻结的月份，今天照样读得进、写得回原样的字节、从头重算一致', () => {
  expect(frozen).toHaveLength(17);
  for (const text of frozen) {
    expect(verifyExport(text, headOf(text))).toMatchObject({ ok: true });
    expect(exportText(frozenMonth(text))).toBe(text);
  }
  expect(printed).toEqual(frozen.map((text) => headOf(text).slice(0, 12)));
});

type Change = [what: string, from: string | RegExp, to: string, told: RegExp];
test.each<Change>([
  ['总表里一个单位的合计', /"total":"\d+\.\d\d"/, '"total":"99.00"', /总表/],
  ['得分单里一行的算式', '"arithmetic":"县工作简报 1', '"arithmetic":"县工作简报 2', /得分单/],
  ['细则里一条的分值', '"cap":"15.00"', '"cap":"20.00"', /细则/],
  ['一条事实的层级', '"tier":"county"', '"tier":"central"', /事实/],
  ['名单里的一个单位', /"name":"县[^"]*局"/, '"name":"某局"', /名单/],
])('老的月份里改了%s，说得出是哪一部分', (_, from, to, told) => {
  const changed = october.replace(from, to);
  expect(changed).not.toBe(october);
  const { ok, message } = verifyExport(changed, headOf(october));
  expect([ok, message]).toEqual([false, expect.stringMatching(told)]);
});
