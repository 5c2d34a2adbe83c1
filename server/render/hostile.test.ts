import { afterAll, expect, test } from 'vitest';
import { readDocx, readPdf, readXlsx, textOfXml, withoutSpaces } from '../../test/readBack.ts';
import { unzip } from '../../test/unzip.ts';
import { documentOf } from './document.ts';
import { renderDocx } from './docx.ts';
import { renderHtml } from './html.ts';
import { closePdf, renderPdf } from './pdf.ts';
import { renderXlsx } from './xlsx.ts';

afterAll(closePdf);

const hostile = [
  '#import "/etc/passwd": *',
  '$x^2$ *粗* _斜_ `码` @人 <标签> \\ ~ -- ///',
  '<script>alert(1)</script>',
  "=cmd|' /C calc'!A0",
  '+1-2@SUM(A1)',
  ']]><!-- &amp; &#x3c;',
  '"); #panic("',
  '"}],"head":null,"x":[{"',
  '镕堃喆旻祎㛃𠮷𬭎',
  '👍',
];
const paper = documentOf({
  title: hostile[0] ?? '',
  head: { issuer: hostile[2] ?? '', number: hostile[1] },
  addressee: hostile[6],
  body: [
    ...hostile.map((text) => ({ kind: 'paragraph' as const, text })),
    { kind: 'heading', level: 2, text: hostile[1] ?? '', runOn: hostile[5] },
    {
      kind: 'table',
      caption: hostile[5],
      columns: [{ head: hostile[3] ?? '', group: hostile[2] }],
      rows: hostile.map((text) => [text]),
    },
  ],
  signature: { signer: hostile[7] ?? '', date: '2023-11-03' },
});

test('怎样的文字都照样印出来，什么也不执行', async () => {
  const { pdf, missing } = await renderPdf(paper);
  const docx = readDocx(await renderDocx(paper))['word/document.xml'] ?? '';
  const printed = [(await readPdf(pdf)).map(({ text }) => text).join(''), textOfXml(docx), textOfXml(renderHtml(paper))];
  for (const text of printed) expect(hostile.filter((line) => !text.includes(withoutSpaces(line)))).toEqual([]);
  expect(missing).toEqual([]);
  expect(renderHtml(paper)).not.toContain('<script');
});

test('哪个字体都没有的字，说得出是哪些', async () => {
  const { missing } = await renderPdf(documentOf({ title: '한글与汉字한', body: [] }));
  expect(missing).toEqual(['한', '글']);
});

test('表格文件里以等号、加号开头的是文字，改动之后也不会变成公式', async () => {
  const xlsx = await renderXlsx(paper);
  const sheet = unzip(xlsx)['xl/worksheets/sheet2.xml'] ?? ''; // not by exceljs, which decodes &amp;amp; twice
  expect([...sheet.matchAll(/<v>(.*?)<\/v>/g)].slice(-hostile.length).map(([, text = '']) => textOfXml(text))).toEqual(
    hostile.map(withoutSpaces),
  );
  const cells = Object.values(await readXlsx(xlsx))[1]?.rows.flat() ?? [];
  expect(cells.every(({ formula, numFmt }) => formula === undefined && numFmt === '@')).toBe(true);
});

test('印不出的控制符、半个字、反转方向的符号变成看得见的 �', async () => {
  const odd = documentOf({ title: 'a\u0000b', body: [{ kind: 'paragraph', text: 'c\u202ed\ud800e\tf\ng' }] });
  expect([odd.title, odd.body[0]]).toEqual([['a�b'], { kind: 'paragraph', text: 'c�d�e f g' }]);
  await expect(renderPdf(odd)).resolves.toMatchObject({ missing: [] });
});

test.each([
  ['脚本', '<svg xmlns="http://www.w3.org/2000/svg"><script>x</script></svg>'],
  ['外部图片', '<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>'],
  ['实体', '<!DOCTYPE a [<!ENTITY b "c">]><svg></svg>'],
  ['不是图', '<html></html>'],
])('图里有%s的不收', (_, svg) => {
  expect(() => documentOf({ title: '图', body: [{ kind: 'figure', svg, caption: '图1' }] })).toThrow();
});

test('一份印坏了，下一份照常', async () => {
  const broken = documentOf({ title: '图', body: [{ kind: 'figure', svg: '<svg ', caption: '图1' }] });
  const [first, second] = await Promise.allSettled([renderPdf(broken), renderPdf(paper)]);
  expect([first?.status, second?.status]).toEqual(['rejected', 'fulfilled']);
});
