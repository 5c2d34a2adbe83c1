import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sha256 } from '../kernel/digest.ts';
import { digestsOf, exportMonth, exportText, headOf, type MonthExport } from './export.ts';
import { readFacts, readSchemes } from './files.ts';
import { verifyExport } from './verify.ts';

const schemes = readSchemes(readFileSync(new URL('../../database/demo/scheme.json', import.meta.url), 'utf8'));
const fact = (id: string, kind: string, attributes: object, rest: object = {}) => {
  return { id, unit: '民政局', kind, day: '2023-10-19', period: '2023-10', verified: true, attributes, ...rest };
};
const { units, facts, calendar } = readFacts(
  JSON.stringify({
    county: 430523,
    calendar: [{ day: '2023-10-08', works: true, name: '国庆调休上班' }],
    units: ['民政局', '卫健局'].map((id) => ({ id, name: `县${id}`, group: '县直', from: '2023-01-01' })),
    facts: [
      fact('f1', 'submission', { article: '适老化' }),
      fact('f2', 'adoption', { article: '适老化', tier: 'provincial', carrier: '红网' }, { evidence: ['截图'] }),
      fact('f3', 'adoption', { tier: 'municipal' }, { cancels: null }),
    ],
  }),
);
const evidence = [{ id: '截图', sha256: sha256('一张截图') }];
const month = exportMonth({ county: 430523, month: '2023-10', state: 'locked', schemes, units, calendar, facts, evidence });
const text = exportText(month);
/** Somebody who knows how digests are made changes a value and mends every digest after it. */
function mended(change: (copy: MonthExport) => void): string {
  const copy = structuredClone(month);
  change(copy);
  copy.digests = digestsOf(copy);
  copy.head = headOf(copy);
  return exportText(copy);
}

test('摘要与标准的 SHA-256 相同，长短、汉字都一样', () => {
  for (const length of [0, 1, 55, 56, 63, 64, 65, 119, 120, 1000]) {
    const sample = '实'.repeat(length % 7) + 'x'.repeat(length);
    expect(sha256(sample)).toBe(createHash('sha256').update(sample).digest('hex'));
  }
});

test('导出的月份重算一致；给了公布摘要才算与它核对过', () => {
  expect(verifyExport(text)).toEqual({
    ok: true,
    message: '2023-10 的 2 个单位、4 行得分、3 条事实重算一致；未与公布摘要核对。',
    month: '2023-10',
    head: month.head,
  });
  expect(verifyExport(text, ` ${month.head.toUpperCase()}\n`)).toMatchObject({
    ok: true,
    message: expect.stringContaining('与公布摘要一致'),
  });
  expect(verifyExport(text, '0'.repeat(64)).message).toMatch(/^总摘要是 [0-9a-f]{64}，与公布的 0{64} 不同/);
});

test('事实、单位的先后不同，导出的是同一个文件', () => {
  const again = exportMonth({
    county: 430523,
    month: '2023-10',
    state: 'locked',
    schemes,
    units: units.toReversed(),
    calendar,
    facts: facts.toReversed(),
    evidence,
  });
  expect(exportText(again)).toBe(text);
});

test('改动任何一个字符都看得出来', () => {
  for (let at = 0; at < text.length; at += 7) {
    const changed = `${text.slice(0, at)}${text[at] === '1' ? '2' : '1'}${text.slice(at + 1)}`;
    expect([at, verifyExport(changed).ok]).toEqual([at, false]);
  }
  for (const changed of [
    text.slice(0, -1),
    `${text} `,
    ` ${text}`,
    text.replace('{"calendar"', '{"备注":1,"calendar"'),
    text.replace(',"to":null', ''),
  ]) {
    expect(verifyExport(changed).ok).toBe(false);
  }
});

test.each<[string, (copy: MonthExport) => void, RegExp]>([
  [
    '总分改高',
    ({ table: [row] }) => Object.assign(row ?? {}, { total: '99.00' }),
    /总表第 1 行（民政局）total：重算是 "11.00"，文件里是 "99.00"/,
  ],
  [
    '得分改高',
    ({ lines: [line] }) => Object.assign(line ?? {}, { points: '9.00' }),
    /得分单第 1 行（民政局 第三条）points：重算是 "-2.00"，文件里是 "9.00"/,
  ],
  ['添一行', ({ lines, lines: [line] }) => line && lines.push(line), /得分单第 5 行（民政局 第三条）是多出来的：重算没有这一行/],
  ['删一条事实', ({ facts }) => facts.splice(2, 1), /重算是/],
  [
    '改细则的分值',
    ({ schemes: [scheme] }) => Object.assign(scheme?.clauses[2] ?? {}, { rates: [{ points: '80.00' }] }),
    /总表第 1 行（民政局）total/,
  ],
  ['多放一份佐证', (copy) => copy.evidence.push({ id: '别的', sha256: '0'.repeat(64) }), /佐证第 2 行/],
])('连摘要一起改也看得出来：%s', (_, change, message) => {
  expect(verifyExport(mended(change))).toMatchObject({ ok: false, message: expect.stringMatching(message) });
});

test('佐证换了、摘要也补了，只有公布的摘要认得出来', () => {
  const swapped = mended(({ evidence: [file] }) => Object.assign(file ?? {}, { sha256: sha256('另一张截图') }));
  expect(verifyExport(swapped).ok).toBe(true);
  expect(verifyExport(swapped, month.head).ok).toBe(false);
});

test('只改一处的，说出是哪一部分', () => {
  expect(verifyExport(text.replace('国庆调休', '国庆放假')).message).toMatch(/^工作日历与文件里记的摘要不符/);
  expect(verifyExport(text.replace('"state":"locked"', '"state":"open"')).message).toMatch(/^总摘要与各部分的摘要对不上/);
  expect(verifyExport('{').message).toBe('导出文件不是完整的 JSON：第 1 行第 2 个字符，缺带引号的键。');
  expect(verifyExport('{}').message).toMatch(/^导出文件有一处看不懂：format：/);
});

test('事实的佐证没有摘要，不能导出', () => {
  const run = () =>
    exportMonth({ county: 430523, month: '2023-10', state: 'open', schemes, units, calendar, facts, evidence: [] });
  expect(run).toThrow('事实“f2”的佐证“截图”没有摘要，请先补齐。');
});
