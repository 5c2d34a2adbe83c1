import { expect, test } from 'vitest';
import { CountyDate } from '../kernel/dates.ts';
import { type Block, type DocumentInput, documentOf } from './document.ts';
import { headingNumbers } from './headings.ts';
import { layout } from './layout.ts';
import { sheetNames, titledTables } from './outline.ts';
import { headRows } from './table.ts';
import { chineseNumber, dayInWords, widthInCharacters } from './text.ts';

const plain: DocumentInput = { title: '情况', body: [] };
const laid = (input: Partial<DocumentInput>) => layout(documentOf({ ...plain, ...input }));

test('层次序数逐级编号，下级在每个上级之下重新起头', () => {
  const heading = (level: number) => ({ kind: 'heading', level, text: '某', runOn: null }) as Block;
  const blocks = [
    heading(1),
    heading(2),
    { kind: 'paragraph', text: '文' } as Block,
    heading(3),
    heading(4),
    heading(2),
    heading(3),
    heading(1),
  ];
  expect(headingNumbers(blocks)).toEqual(['一、', '（一）', '', '1. ', '（1）', '（二）', '1. ', '二、']);
});

test.each([
  [1, '一'],
  [10, '十'],
  [11, '十一'],
  [20, '二十'],
  [99, '九十九'],
])('%i 写作 %s', (value, words) => expect(chineseNumber(value)).toBe(words));

test('日期用阿拉伯数字，不编虚位', () => expect(dayInWords(CountyDate.parse('2023-10-08'))).toBe('2023年10月8日'));

test('两级表头：同一组并在一起，没有组的占两行', () => {
  const column = (head: string, group: string | null) => ({ head, group, width: 1, align: 'left' as const });
  const columns = [
    column('单位', null),
    column('条数', '采用'),
    column('得分', '采用'),
    column('条数', '报送'),
    column('合计', null),
  ];
  expect(headRows(columns).map((row) => row.map(({ text, across, down }) => `${text}${across}×${down}`))).toEqual([
    ['单位1×2', '采用2×1', '报送1×1', '合计1×2'],
    ['条数1×1', '得分1×1', '条数1×1'],
  ]);
});

test('长的发文机关标志先压窄再缩小，短的不变', () => {
  const typeOf = (issuer: string) => laid({ head: { issuer } }).head ?? { size: 0, condensed: 0 };
  expect(typeOf('邵阳县人民政府')).toMatchObject({ size: 45, condensed: 1 });
  for (const issuer of ['邵阳县人民政府办公室文件', '邵阳县打好重点民生保障仗工作专班办公室文件']) {
    const { size, condensed } = typeOf(issuer);
    expect(size * condensed * widthInCharacters(issuer)).toBeCloseTo(442.2, 1);
    expect(condensed).toBeGreaterThanOrEqual(0.55);
  }
});

test.each([
  ['盖章：日期右空四字，署名居中于日期', '县政府办公室', true, 4.25, 4],
  ['盖章、署名很长：署名右空二字，日期跟着居中', '邵阳县打好重点民生保障仗工作专班办公室', true, 2, 8.25],
  ['不盖章：署名右空二字，日期首字右移二字', '邵阳县人民政府办公室', false, 2, 3.5],
  ['不盖章、日期更长：日期右空二字', '县残联', false, 7.5, 2],
])('%s', (_, signer, sealed, signerIndent, dateIndent) => {
  const { signature } = laid({ signature: { signer, date: '2023-11-03', sealed } });
  expect(signature).toMatchObject({ date: '2023年11月3日', signerIndent, dateIndent });
});

test('一个附件不编号，几个附件才编号', () => {
  const attachment = { title: '一览表', body: [] };
  expect(laid({ attachments: [attachment] }).attachments[0]).toMatchObject({ label: '附件', listed: '' });
  expect(laid({ attachments: [attachment, attachment] }).attachments[1]).toMatchObject({ label: '附件2', listed: '2. ' });
});

test('抄送末尾只有一个句号', () => {
  const head = { issuer: '某办文件' };
  const imprint = { copies: '县委办公室。', issuer: '某办', date: '2023-11-03' };
  expect(laid({ head, imprint }).imprint).toEqual({ copies: '抄送：县委办公室。', issuer: '某办', printed: '2023年11月3日印发' });
});

test('工作表名去掉不许用的符号，不超过 31 个字，不重复', () => {
  const names = sheetNames(['10月[采用]:清单?', '10月 采用  清单', '长'.repeat(40), '长'.repeat(50), '/']);
  expect(names).toEqual(['10月 采用  清单', '10月 采用  清单（2）', '长'.repeat(31), `${'长'.repeat(26)}（2）`, '表']);
});

test.each<[string, Partial<DocumentInput>]>([
  ['一行的格数与列数不同', { body: [{ kind: 'table', columns: [{ head: '甲' }], rows: [['1', '2']] }] }],
  ['小数写得不规范', { body: [{ kind: 'table', columns: [{ head: '甲' }], rows: [[{ decimal: '1,234.5' }]] }] }],
  ['没有标题', { title: ' \n ' }],
  ['不是红头却有版记', { imprint: { issuer: '某办', date: '2023-11-03' } }],
  ['不存在的日期', { signature: { signer: '某办', date: '2023-02-30' } }],
  ['不认识的内容', { body: [{ kind: 'video' } as never] }],
])('%s的，一开始就不收', (_, wrong) => expect(() => documentOf({ ...plain, ...wrong })).toThrow());

test('空表说明没有内容，没有表名的用附件的名称', () => {
  const empty = { kind: 'table' as const, columns: [{ head: '甲' }, { head: '乙' }], rows: [] };
  const [table] = laid({ body: [empty] }).body;
  expect(table).toMatchObject({ rows: [{ texts: ['本表没有内容。'], across: 2 }] });
  expect(
    titledTables(documentOf({ ...plain, attachments: [{ title: '采用\n清单', body: [empty] }] })).map(({ title }) => title),
  ).toEqual(['采用清单']);
});
