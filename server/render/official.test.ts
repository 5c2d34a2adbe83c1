import { afterAll, expect, test } from 'vitest';
import { bulletin } from '../../test/paper.ts';
import { type ReadPage, readDocx, readPdf } from '../../test/readBack.ts';
import { type DocumentInput, documentOf } from './document.ts';
import { renderDocx } from './docx.ts';
import { closePdf, renderPdf } from './pdf.ts';

const pagesOf = async (input: DocumentInput) => readPdf((await renderPdf(documentOf(input))).pdf);
const piece = (page: ReadPage | undefined, text: string) => page?.pieces.find((piece) => piece.text.includes(text));
const millimetres = (points = 0) => Math.round((points / 72) * 25.4);
afterAll(closePdf);

test('正文一面 22 行、一行 28 字', async () => {
  const pages = await pagesOf({ ...bulletin(), body: [{ kind: 'paragraph', text: '民'.repeat(28 * 60) }] });
  const lines = Map.groupBy(pages[1]?.pieces.filter(({ text }) => text.includes('民')) ?? [], ({ y }) => Math.round(y));
  const lengths = [...lines.values()].map((pieces) => pieces.map(({ text }) => text).join('').length);
  expect(lengths).toEqual(Array(22).fill(28));
});

test('各部分用标准规定的字体，都嵌在文件里', async () => {
  const pages = await pagesOf(bulletin());
  const fontOf = (text: string, page = 0) => piece(pages[page], text)?.font.replace(/^[A-Z]{6}\+/, '');
  expect(fontOf('情况的通报')).toBe('FandolSong-Bold');
  expect(fontOf('县直各责任单位')).toBe('FandolFang-Regular');
  expect(fontOf('总体情况')).toBe('FandolHei-Regular');
  expect([fontOf('完成较好'), fontOf('县教育局、')]).toEqual(['FandolKai-Regular', 'FandolFang-Regular']);
  expect(fontOf('—')).toBe('FandolSong-Regular');
});

test('页码单页在右、双页在左，横放的表也在原来的位置', async () => {
  const pages = await pagesOf(bulletin());
  const at = (page: number) => piece(pages[page], '—') ?? { x: 0, y: 0 };
  expect([at(0).x > 400, at(1).x < 120]).toEqual([true, true]);
  expect(millimetres(at(0).y)).toBe(24); // 版心下边缘之下 7 毫米处起
  const lying = pages.findIndex(({ width }) => width > 800);
  expect([lying % 2, millimetres(at(lying).x), at(lying).y > 480]).toEqual([1, 24, true]);
});

test.each([
  ['正文在单数页结束，版记另起一页，不编页码', 1, [true, false]],
  ['正文在双数页结束，版记就在这一页末尾', 20, [true, true]],
  ['双数页放不下版记，中间空一页', 22, [true, true, false, false]],
])('%s', async (_, lines, numbered) => {
  const body = Array.from({ length: lines }, (_, at) => ({ kind: 'paragraph' as const, text: `第${at + 1}行。` }));
  const pages = await pagesOf({ ...bulletin(), attachments: [], body });
  expect(pages.map(({ text }) => /—\d+—/.test(text))).toEqual(numbered);
  expect(millimetres(piece(pages.at(-1), '印发')?.y)).toBe(37);
});

test('很长的表每一页都有表头，一行也不少', async () => {
  const rows = Array.from({ length: 200 }, (_, at) => [at + 1, `第${at + 1}件`]);
  const columns = [{ head: '序号' }, { head: '名称' }];
  const pages = await pagesOf({ title: '清单', body: [{ kind: 'table', columns, rows }] });
  expect(pages.length).toBeGreaterThan(4);
  expect(pages.every(({ text }) => text.includes('序号名称'))).toBe(true);
  const all = pages.map(({ text }) => text).join('');
  expect(rows.filter(([at, name]) => !all.includes(`${at}${name}`))).toEqual([]);
});

test('没锁定的，PDF 每一页、docx 每一节的单双页都印“预览”', async () => {
  const preview = { ...bulletin(), marking: '预览' };
  expect((await pagesOf(preview)).every(({ text }) => text.includes('预览'))).toBe(true);
  const files = readDocx(await renderDocx(documentOf(preview)));
  const headers = Object.entries(files).filter(([name]) => name.startsWith('word/header'));
  expect(headers.every(([, xml]) => xml.includes('预览'))).toBe(true);
  expect(files['word/document.xml']?.match(/w:headerReference w:type="(even|default)"/g)).toHaveLength(3 * 2);
});

test('docx 用标准规定的字体名、行距和字距', async () => {
  const xml = readDocx(await renderDocx(documentOf(bulletin())))['word/document.xml'] ?? '';
  const runOf = (text: string) => xml.slice(xml.lastIndexOf('<w:p>', xml.indexOf(text)), xml.indexOf(text));
  expect(runOf('情况的通报')).toContain('w:eastAsia="方正小标宋简体"');
  expect(runOf('总体情况')).toContain('w:eastAsia="黑体"');
  expect(runOf('完成较好')).toContain('w:eastAsia="楷体_GB2312"');
  expect(runOf('10月，各责任单位')).toMatch(/w:line="560" w:lineRule="exact".*w:eastAsia="仿宋_GB2312".*w:spacing w:val="-5"/);
});

test('同一份内容两次得到同样的字节', async () => {
  const [first, second] = [await renderPdf(documentOf(bulletin())), await renderPdf(documentOf(bulletin()))];
  expect(Buffer.compare(first.pdf, second.pdf)).toBe(0);
  expect(first).toMatchObject({ missing: [], warnings: [] });
});
