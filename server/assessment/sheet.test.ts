import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scheme } from '../../test/scoring/arbitrary.ts';
import { canonicalJson } from '../kernel/canonical.ts';
import type { DraftBody } from './draft.ts';
import { readWorkbook, writeWorkbook } from './jobs/workbook.ts';
import { choiceWord, type Field, fieldsOfKind, headFields, kinds, type Node } from './outline.ts';
import { Scheme } from './scheme.ts';
import { bodyFrom, heads, sheetsOf } from './sheet.ts';
import { asBody } from './starting.ts';
import { wordOf } from './words.ts';

const folder = new URL('../../database/schemes/', import.meta.url);
const ready = readdirSync(folder).map(
  (file) => [file, JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as DraftBody] as const,
);

test.each(ready)('现成细则 %s 写成表格再读回来，一字不差', async (_file, body) => {
  const back = bodyFrom(await readWorkbook(Buffer.from(await writeWorkbook(sheetsOf(body)))));
  expect(canonicalJson(back)).toBe(canonicalJson(body));
});

test('随便怎样的细则，写成表格再读回来还是那一份', () => {
  fc.assert(
    fc.property(scheme, (first) => {
      const body = asBody(Scheme.parse(first));
      expect(canonicalJson(Scheme.parse(bodyFrom(sheetsOf(body))))).toBe(canonicalJson(Scheme.parse(first)));
    }),
    { numRuns: 200 },
  );
});

test('没有写完的草案，怪字、没写完的格子，也一样回得来', () => {
  const clauses = [
    {
      no: '',
      title: '"引号',
      kind: 'points',
      counts: '没有这种',
      rates: [{ points: '五分' }, {}, { points: '5', where: { carrier: ['甲、乙', '没有', '（空）'] } }],
    },
    { no: '二', kind: '怪', 别的: { a: [1] } },
    { title: '没有种类', text: '第一行\n第二行' },
    { no: '四', title: '', kind: 'limit', of: ['其余全部', '二'], atLeast: '' },
    { no: '五', kind: 'points', rates: [], sameArticle: {}, where: { tier: '市级' }, cap: 5 },
  ];
  const body = {
    id: 3,
    name: '＝怪',
    from: '2023-10-01',
    groups: [{}, { name: '县直', ranked: '是' }],
    clauses,
  } as unknown as DraftBody;
  expect(bodyFrom(sheetsOf(body))).toEqual(body);
});

test('看不懂的格子，说出哪张表、第几行、哪一列', () => {
  const [head, clauses] = sheetsOf(ready[0]?.[1] ?? { clauses: [] });
  const broken = (column: string, text: string) => {
    const rows = clauses?.rows.map((row, at) => (at === 2 ? row.with(heads.indexOf(column), text) : row)) ?? [];
    return () => bodyFrom([head ?? { name: '', rows: [] }, { name: '条款', rows }]);
  };
  expect(broken('条件', '层级是市级')).toThrow('“条款”第 3 行“条件”列：“层级是市级”要写成“哪一项：是什么”。');
  expect(broken('条件', '媒体层级：地级')).toThrow(
    '“条款”第 3 行“条件”列：没有“地级”这一种，可以写：中央级、省部级、市级、县级。',
  );
  expect(broken('种类', '打分')).toThrow('“条款”第 3 行“种类”列：没有“打分”这一种');
  expect(() => bodyFrom([head ?? { name: '', rows: [] }])).toThrow('没有叫“条款”的工作表');
});

test('同一处的几项，叫法各不相同，不带数字和分隔号', () => {
  const look = (fields: readonly Field[]): void => {
    const names = fields.map(({ key }) => wordOf(key));
    expect(names.length, names.join()).toBe(new Set(names).size);
    expect(names.filter((name) => /[·：\d]/.test(name))).toEqual([]);
    for (const { key, node } of fields) inside(key, node);
  };
  const inside = (key: string, node: Node): void => {
    if (node.is === 'object') look(node.fields);
    if (node.is === 'list') inside(key, node.item);
    if (node.is === 'either') for (const option of node.options) inside(key, option);
    if (node.is !== 'choice') return;
    const names = node.values.map((value) => choiceWord(key, value));
    expect(names.length).toBe(new Set(names).size);
  };
  for (const kind of kinds) look(fieldsOfKind(kind));
  look(headFields);
});

test('不是表格的、大得离谱的，各有一句话', async () => {
  await expect(readWorkbook(Buffer.from('不是表格'))).rejects.toThrow('这个文件打不开');
  const many = [{ name: '条款', rows: Array.from({ length: 5001 }, () => ['一']) }];
  await expect(writeWorkbook(many).then((content) => readWorkbook(Buffer.from(content)))).rejects.toThrow('最多 5000 行');
  const bomb = Buffer.from(await writeWorkbook([{ name: '条款', rows: [['一']] }]));
  bomb.writeUInt32LE(0xffffffff, bomb.indexOf('PK\x01\x02', 'latin1') + 24);
  await expect(readWorkbook(bomb)).rejects.toThrow('这个表格太大');
});
