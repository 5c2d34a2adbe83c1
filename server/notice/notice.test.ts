import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decode } from './decode.ts';
import { readNotice } from './notice.ts';
import type { Reading } from './reading.ts';

const seed = decode(new Uint8Array(readFileSync(new URL('../../database/demo/notice-2023-10-08.txt', import.meta.url)))).text;
const calendar = { isWorkday: (day: string) => day === '2023-10-08' || ![0, 6].includes(new Date(day).getUTCDay()) };
const long = process.env.MINSHENG_LONG === '1';
const reading = readNotice(seed, { calendar });

test('种子：题名、发文单位、日期、主送', () => {
  const { title, issuer, number, issuedOn, addressees } = reading;
  expect({ title, issuer, number, issuedOn, addressees }).toEqual({
    title: '关于进一步做好邵阳县2023年重点民生实事宣传工作实施方案',
    issuer: '邵阳县打好重点民生保障仗工作专班办公室',
    number: null,
    issuedOn: '2023-10-08',
    addressees: ['县直各责任单位'],
  });
});

test('种子：十场、十八个项目、十三个单位，其中三个各两场', () => {
  const names = reading.campaigns.flatMap(({ units }) => units.map(({ name }) => name));
  const twice = names.filter((name, index) => names.indexOf(name) !== index).sort();
  expect(reading.campaigns.map(({ no }) => no)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(reading.campaigns.flatMap(({ projects }) => projects)).toHaveLength(18);
  expect([new Set(names).size, twice]).toEqual([13, ['县人社局', '县民政局', '县电力公司']]);
});

test('种子：该问的问四处，十月八日调休上班不问', () => {
  expect(reading.questions.map(({ kind, line, text }) => `${kind} ${line} ${text}`)).toEqual([
    'damaged 28 邀請?zhí)匮O(jiān)督員',
    'overlap 50 10月8-10日、10月10-15日',
    'weekend 50 10月10-15日',
    'date 90 12月初',
  ]);
});

test('种子：职责从三（一）1到四（四），没读出东西的只有宣传重点三条', () => {
  const clauses = new Set(reading.duties.map(({ clause }) => clause));
  const numbered = [
    '三（一）1',
    '三（一）2',
    '三（一）3',
    '三（一）4',
    '三（二）5',
    '三（二）6',
    '三（二）7',
    '三（二）8',
    '三（三）9',
    '三（三）10',
    '三（三）11',
  ];
  expect([...clauses]).toEqual([...numbered, '四（一）', '四（二）', '四（三）', '四（四）']);
  expect(reading.unread.map(({ line }) => line)).toEqual([10, 11, 12]);
});

test('照改动的记录倒回去，就是原文', () => {
  const kept = readNotice(seed, { keep: reading.repairs.map(({ id }) => id) });
  expect(kept.lines.every(({ source, text }) => source === text)).toBe(true);
  expect(reading.lines.map(({ source }) => source).join('\n')).toBe(seed);
  expect(reading.repairs).toHaveLength(150);
});

test('同样的文字读两遍，读出的一样；疑点的编号不变', () => {
  expect(readNotice(seed, { calendar })).toEqual(reading);
  const shifted = readNotice(seed.replace('10月16-20日', '10月16-21日'), { calendar });
  const ids = shifted.questions.map(({ id }) => id);
  expect(ids).toEqual(expect.arrayContaining(reading.questions.map(({ id }) => id)));
});

test('单位、主题、地名、年份全换掉，读得一样好', () => {
  const swaps = [
    ['邵陽', '洞溪'],
    ['縣', '市'],
    ['2023', '2026'],
    ['民生', '惠民'],
    ['醫(yī)療保障', '文旅融合'],
    ['電力公司', '燃氣公司'],
  ];
  const swapped = readNotice(
    swaps.reduce((text, [from = '', to = '']) => text.replaceAll(from, to), seed),
    { calendar },
  );
  const shape = ({ campaigns, duties, unread }: Reading) => ({
    rows: campaigns.map(({ no, projects, units, line, window }) => [
      no,
      projects.length,
      units.length,
      line,
      window.from?.slice(5),
    ]),
    duties: duties.map(({ clause, each, per, count, line }) => [clause, each, per, count, line]),
    unread: unread.map(({ line }) => line),
  });
  expect(shape(swapped)).toEqual(shape(reading));
});

test('在任何一行、任何一个字后面切断，都读得出结果', () => {
  const step = long ? 1 : 67;
  for (let end = 0; end <= seed.length; end += step) expect(readNotice(seed.slice(0, end)).lines.length).toBeGreaterThan(0);
  const lines = seed.split('\n');
  for (let end = 0; end <= lines.length; end++) {
    const { campaigns } = readNotice(lines.slice(0, end).join('\n'));
    const whole = Math.max(0, Math.floor((end - 40) / 5));
    expect(campaigns.slice(0, whole)).toEqual(reading.campaigns.slice(0, whole));
    expect(campaigns.length - whole, `第 ${end} 行后切断`).toBeLessThanOrEqual(1);
  }
});

/** Every cell of the table, whatever became of it. */
const cellsOf = (text: string) => readNotice(text).lines.map((line) => line.text.replace(/\s*\|$/, ''));
const told = ({ lines: _, repairs: __, ...rest }: Reading) => JSON.stringify(rest);

test('表里丢一行、重一行、换两行，其余的字句都在：读出、存疑，或列为未读', () => {
  const lines = seed.split('\n');
  const change = fc.record({ at: fc.integer({ min: 40, max: 88 }), how: fc.constantFrom('drop', 'double', 'swap') });
  const property = fc.property(change, ({ at, how }) => {
    const [line = '', next = ''] = lines.slice(at, at + 2);
    const put = { drop: [next], double: [line, line, next], swap: [next, line] }[how];
    const text = lines.toSpliced(at, 2, ...put).join('\n');
    const said = told(readNotice(text));
    const parts = cellsOf(text)
      .slice(40)
      .flatMap((cell) => cell.split(/[、和]/));
    return parts.filter((part) => !/^\d*$/.test(part) && !said.includes(part.replaceAll('"', '\\"'))).length === 0;
  });
  fc.assert(property, { numRuns: long ? 2_000 : 80 });
});

test.each([
  ['空', ''],
  ['只有一行日期', '2023年10月8日'],
  ['半个字', '各\ud842单位'],
])('%s：不出错', (_, text) => {
  expect(readNotice(text).lines.length).toBeGreaterThan(0);
});

/** Of the processor alone, whoever else runs beside; the least of three. */
function effort(text: string): number {
  const times = [1, 2, 3].map(() => {
    const before = process.threadCpuUsage();
    expect(readNotice(text).lines.length).toBeGreaterThan(0);
    const { user, system } = process.threadCpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}

test.each([
  ['相同的字', '中', 250_000],
  ['一行竖线', '|', 50_000],
  ['日期连成一行', '10月8日、', 12_500],
  ['小节', '（一）各单位要落实。\n', 5_000],
])('%s：多一倍，多费的力也只一倍，不会停住', (_, piece, count) => {
  const [once, twice] = [effort(piece.repeat(2 * count)), effort(piece.repeat(4 * count))];
  expect(twice / Math.max(once, 20)).toBeLessThan(3.2); // quadratic: 4; below 20 ms there is nothing to see
});

test('年份：人给的最先，其次表题、成文日期；冬天发的通知里一月是明年，要问', () => {
  const table = (caption: string) =>
    `${caption}\n主题|责任单位|时间\n医疗|县卫健局|1月8日\n住房|县住建局|12月25日\n县民生办\n2023年12月20日`;
  const first = (text: string, year?: number) => readNotice(text, { year: year ?? null }).campaigns[0]?.window.from;
  expect([first(table('安排表')), first(table('2025年安排表')), first(table('2025年安排表'), 2030)]).toEqual([
    '2024-01-08',
    '2025-01-08',
    '2030-01-08',
  ]);
  expect(readNotice(table('安排表')).questions).toContainEqual(
    expect.objectContaining({ kind: 'date', text: '1月8日', choices: ['2024年', '2023年'] }),
  );
});
