import { afterAll, beforeAll, expect, test } from 'vitest';
import { bulletin } from '../../test/paper.ts';
import { type ReadPage, readDocx, readPdf, readXlsx, textOfXml, withoutSpaces } from '../../test/readBack.ts';
import { documentOf, type Table } from './document.ts';
import { renderDocx } from './docx.ts';
import { renderHtml } from './html.ts';
import { textLines, titledTables } from './outline.ts';
import { closePdf, renderPdf } from './pdf.ts';
import { textOf } from './table.ts';
import { renderXlsx } from './xlsx.ts';

const paper = documentOf(bulletin());
const tables = titledTables(paper).map(({ table }) => table);
const texts: Record<string, string> = {};
let sheets: Awaited<ReturnType<typeof readXlsx>>;

beforeAll(async () => {
  const [{ pdf }, docx, xlsx] = await Promise.all([renderPdf(paper), renderDocx(paper), renderXlsx(paper)]);
  texts.PDF = (await readPdf(pdf)).map(withoutNumber).join('');
  texts.docx = textOfXml(readDocx(docx)['word/document.xml'] ?? '');
  texts.HTML = textOfXml(renderHtml(paper));
  sheets = await readXlsx(xlsx);
});
afterAll(closePdf);

const withoutNumber = ({ text }: ReadPage) => text.replace(/—\d+—/, '');
/** What stands in a table one row after the other, as it is read aloud. */
const rowsOf = ({ rows, totals }: Table) => [...rows, ...totals].map((row) => withoutSpaces(row.map(textOf).join('')));

test.each(['PDF', 'docx', 'HTML'])('通报的每一行字都在 %s 里', (kind) => {
  const lines = textLines(paper).filter((line) => !line.startsWith('（表格') && !line.startsWith('附件'));
  const bare = lines.map((line) => withoutSpaces(line).replace(/^（图：(.*)）$/, '$1'));
  expect(bare.filter((line) => !texts[kind]?.includes(line))).toEqual([]);
  expect(bare.length).toBeGreaterThan(15);
});

test.each(['PDF', 'docx', 'HTML'])('每张表的每个数在 %s 里，顺序不变', (kind) => {
  for (const table of tables) expect(texts[kind]).toContain(rowsOf(table).join(''));
});

test('xlsx 里数是数、小数位不丢，编号是文字，合计在最后', () => {
  const shown = Object.values(sheets).slice(1);
  tables.forEach((table, place) => {
    const wanted = [...table.rows, ...table.totals].map((row) =>
      row.map((cell) => (typeof cell === 'object' ? Number(cell.decimal) : cell)),
    );
    const found = shown[place]?.rows.slice(-wanted.length).map((row) => row.map(({ value }) => value ?? ''));
    expect(found).toEqual(wanted);
  });
  expect(shown[0]?.rows.at(-1)?.map(({ numFmt }) => numFmt)).toEqual(['@', '@', '0', '0.00', '0.00']);
  expect(sheets.采用条目清单?.rows[2]?.[0]).toMatchObject({ value: '0430523000012', numFmt: '@' });
});

test('xlsx 第一页是正文，表头合并、冻结、可筛选', () => {
  expect(sheets.正文?.rows.map(([cell]) => cell?.value)).toEqual(textLines(paper));
  const { sheet } = sheets['表1 各单位得分'] ?? {};
  expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 3 });
  expect(sheet?.autoFilter).toBe('A3:E13');
  expect(['A2', 'C2', 'C3'].map((at) => [sheet?.getCell(at).value, sheet?.getCell(at).isMerged])).toEqual([
    ['名次', true],
    ['采用', true],
    ['条数', false],
  ]);
});
