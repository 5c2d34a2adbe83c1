import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { decode, decodeFile } from '../../server/notice/decode.ts';
import { readNotice } from '../../server/notice/notice.ts';
import { richText, webArchive } from './made-files.ts';

const here = (file: string) => readFileSync(join(import.meta.dirname, file));

/** What is read, without the places: those are other ones in each kind of file. */
const readingOf = (file: string) => readingIn(here(file));
async function readingIn(bytes: Uint8Array) {
  const { text, questions, whole } = await decodeFile(bytes);
  const {
    campaigns,
    duties,
    questions: doubts,
    repairs,
    unread,
    lines: _,
    ...head
  } = readNotice(text, { asked: questions, whole });
  return {
    ...head,
    campaigns: campaigns.map(({ no, theme, projects, units, window }) => ({ no, theme, projects, units, window })),
    duties: duties.map(({ what, count, per, each, due, clause }) => ({ what, count, per, each, due, clause })),
    doubts: doubts.map(({ kind, text, why }) => `${kind} ${text} ${why}`),
    repairs: repairs.filter(({ kind }) => kind !== 'break').map(({ kind, from, to }) => `${kind} ${from} ${to}`),
    unread: unread.map(({ text }) => text),
  };
}

test.each(['seed', 'swapped'].flatMap((name) => ['html', 'docx', 'doc', 'rtf', 'pdf'].map((format) => [name, format])))(
  '%s 换成 %s 文件，读出的方案一样',
  async (name, format) => {
    expect(await readingOf(`formats/${name}.${format}`)).toEqual(await readingOf(`${name}.txt`));
  },
);

test.each(['seed', 'swapped'])('%s 存成网页归档（mht）、国标码的富文本（rtf），读出的方案一样', async (name) => {
  const expected = await readingOf(`${name}.txt`);
  const page = new Uint8Array(here(`formats/${name}.html`));
  for (const encoding of ['base64', 'quoted-printable'] as const)
    expect(await readingIn(webArchive(page, encoding))).toEqual(expected);
  const { text } = await decodeFile(here(`${name}.txt`));
  expect(await readingIn(richText(text.split(/\r?\n/)))).toEqual(expected);
});

test('PDF 里没有画线的表，格子折成几行、上下居中，也读成表', async () => {
  const { text } = await decodeFile(here('formats/unruled.pdf'));
  expect(
    readNotice(text, { whole: true }).campaigns.map(({ no, theme, units, window }) => [no, theme, units.length, window.from]),
  ).toEqual([
    [1, '供水惠民', 2, '2024-03-04'],
    [2, '学有所教', 1, '2024-03-11'],
    [3, '老有所养', 4, '2024-04-01'],
    [4, '年终回顾', 1, '2024-12-11'],
  ]);
});

const bytes = (text: string) => new TextEncoder().encode(text);
const linesIn = (files: Record<string, string>) =>
  decode(zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, bytes(text)])))).text.split('\n');
const words = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`;
const paragraph = (text: string, properties = '') => `<w:p><w:pPr>${properties}</w:pPr>${text}</w:p>`;
const numbered = (level: number, text: string) =>
  paragraph(words(text), `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr>`);
const document = (body: string) => `<w:document xmlns:w="w" xmlns:mc="mc"><w:body>${body}</w:body></w:document>`;
const level = (at: number, format: string, text: string) =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
const numbering = `<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="0">${level(0, 'chineseCountingThousand', '%1、')}${level(1, 'chineseCounting', '（%2）')}${level(2, 'decimal', '%3.')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;

test('Word 自动编的号读得出来，下一级从头数', () => {
  const body = [
    [0, '工作任务'],
    [1, '阵地'],
    [2, '设专区'],
    [2, '办专栏'],
    [1, '媒体'],
    [2, '刊稿'],
    [0, '保障'],
  ] as const;
  const lines = linesIn({
    'word/document.xml': document(body.map(([at, text]) => numbered(at, text)).join('')),
    'word/numbering.xml': numbering,
  });
  expect(lines).toEqual(['一、工作任务', '（一）阵地', '1.设专区', '2.办专栏', '（二）媒体', '1.刊稿', '二、保障']);
});

test('Word 97 自动编的号也读得出来，职责带着条款号', () => {
  const { text } = decode(here('formats/numbered.doc'));
  expect(text.split('\n').slice(1)).toEqual([
    '一、工作任务',
    '（一）阵地',
    '1.各责任单位每月报送信息不少于3篇。',
    '2.办好专栏。',
    '（二）媒体',
    '1.各责任单位于12月20日前报送总结。',
    '二、保障',
  ]);
  const clauses = readNotice(text, { year: 2023, whole: true }).duties.map(({ clause, count }) => [clause, count]);
  expect(clauses).toEqual(expect.arrayContaining([['一（一）1', 3]]));
});

test('修订：删去的不读，插入的读；拼音不读；文本框只读一遍', () => {
  const box = `<w:txbxContent>${paragraph(words('某县专班文件'))}</w:txbxContent>`;
  const body = [
    paragraph(
      `<w:r><mc:AlternateContent><mc:Choice>${box}</mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent></w:r>`,
    ),
    paragraph(
      `${words('每月')}<w:del><w:r><w:delText>2</w:delText></w:r></w:del><w:ins>${words('3')}</w:ins><w:r><w:ruby><w:rt>${words('piān')}</w:rt><w:rubyBase>${words('篇')}</w:rubyBase></w:ruby></w:r>`,
    ),
  ];
  expect(linesIn({ 'word/document.xml': document(body.join('')) })).toEqual(['某县专班文件', '每月3篇']);
});

const cell = (text: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(words(text))}</w:tc>`;
test('合并的格子：往下的每行都算，往右的算一次；一列的框不是表', () => {
  const down = '<w:vMerge w:val="restart"/>';
  const rows = [
    cell('序号', down) + cell('责任单位', '<w:gridSpan w:val="2"/>') + cell('时间', down),
    cell('', '<w:vMerge/>') + cell('牵头') + cell('配合') + cell('', '<w:vMerge/>'),
    cell('1') + cell('甲局', down) + cell('乙局') + cell('10月8日'),
    cell('2') + cell('', '<w:vMerge/>') + cell('丙局') + cell('10月9日'),
  ];
  const table = `<w:tbl>${rows.map((row) => `<w:tr>${row}</w:tr>`).join('')}</w:tbl>`;
  const frame = `<w:tbl><w:tr>${cell('这是框里的一段话')}</w:tr></w:tbl>`;
  expect(linesIn({ 'word/document.xml': document(table + frame) })).toEqual([
    '| 序号 | 责任单位 |  | 时间 |',
    '| 序号 | 牵头 | 配合 | 时间 |',
    '| 1 | 甲局 | 乙局 | 10月8日 |',
    '| 2 | 甲局 | 丙局 | 10月9日 |',
    '这是框里的一段话',
  ]);
});

test('Excel：表头上面的是标题，日期格是日子，合并的往下都算', () => {
  const at = (place: string, text: string) => `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;
  const sheet = `<worksheet><sheetData><row r="1">${at('A1', '安排表')}</row><row r="2">${at('A2', '主题')}${at('B2', '时间')}</row><row r="3">${at('A3', '医疗')}<c r="B3" s="1"><v>45207</v></c></row><row r="4"><c r="B4" s="1"><v>45209</v></c></row><row r="5">${at('A5', '备注：以实际为准')}</row></sheetData><mergeCells><mergeCell ref="A3:A4"/></mergeCells></worksheet>`;
  const lines = linesIn({
    'xl/workbook.xml': '<workbook xmlns:r="r"><sheets><sheet name="表" r:id="x"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="x" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/styles.xml': '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
    'xl/worksheets/sheet1.xml': sheet,
  });
  expect(lines).toEqual([
    '安排表',
    '| 主题 | 时间 |',
    '| 医疗 | 2023年10月8日 |',
    '| 医疗 | 2023年10月10日 |',
    '备注：以实际为准',
  ]);
});

test('OFD：放在纸上的字连成段，画了线的是表', () => {
  const text = (x: number, y: number, said: string) =>
    `<ofd:TextObject Boundary="${x} ${y} 100 6" Size="5"><ofd:TextCode X="0" Y="5" DeltaX="g ${said.length - 1} 5">${said}</ofd:TextCode></ofd:TextObject>`;
  const line = (x: number, y: number, x2: number, y2: number) =>
    `<ofd:PathObject Boundary="${x} ${y} ${x2 - x + 1} ${y2 - y + 1}"><ofd:AbbreviatedData>M 0 0 L ${x2 - x} ${y2 - y}</ofd:AbbreviatedData></ofd:PathObject>`;
  const rules = [60, 70, 80].map((y) => line(20, y, 140, y)).concat([20, 80, 140].map((x) => line(x, 60, x, 80)));
  const page = `<ofd:Page xmlns:ofd="o"><ofd:Content><ofd:Layer>${text(20, 20, '各责任单位要按照本通知的要求做好集')}${text(20, 28, '中宣传。')}${text(22, 62, '主题')}${text(82, 62, '时间')}${text(22, 72, '医疗')}${text(82, 72, '10月8日')}${rules.join('')}</ofd:Layer></ofd:Content></ofd:Page>`;
  const lines = linesIn({
    'OFD.xml': '<ofd:OFD xmlns:ofd="o"><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>',
    'Doc_0/Document.xml':
      '<ofd:Document xmlns:ofd="o"><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData><ofd:Pages><ofd:Page BaseLoc="Pages/Page_0/Content.xml"/></ofd:Pages></ofd:Document>',
    'Doc_0/Pages/Page_0/Content.xml': page,
  });
  expect(lines).toEqual(['各责任单位要按照本通知的要求做好集中宣传。', '| 主题 | 时间 |', '| 医疗 | 10月8日 |']);
});

test.each([
  ['不完整的 docx', new Uint8Array(here('formats/seed.docx').subarray(0, 4000)), '不完整'],
  ['不完整的 doc', new Uint8Array(here('formats/seed.doc').subarray(0, 4000)), '不完整'],
  ['不完整的 pdf', bytes('%PDF-1.4 垃圾'), '不完整'],
  ['别的压缩包', zipSync({ 'a.xml': bytes('<a/>') }), '不是 docx'],
  ['没有字的网页', bytes('<html><body><img src="a.png"></body></html>'), '扫描件'],
])('%s：一句话说清', async (_, file, said) => {
  await expect(decodeFile(file)).rejects.toThrow(said);
});

test('切在任何地方的文件都有一句话，或读出一部分', async () => {
  for (const name of ['docx', 'doc', 'pdf']) {
    const whole = here(`formats/swapped.${name}`);
    for (let at = 1; at < 20; at++) {
      const cut = Uint8Array.from(whole.subarray(0, Math.floor((whole.length * at) / 20)));
      const said = await decodeFile(cut).then(
        ({ text }) => text,
        (error: { refusal?: { message: string } }) => error.refusal?.message,
      );
      expect(said, `${name} ${at}/20`).toBeTypeOf('string');
    }
  }
});

test('Word 97 把太长的行属性放在别处：表格照样读得出', async () => {
  const { campaigns } = await readingOf('formats/long-rows.doc');
  expect(campaigns.length).toBeGreaterThanOrEqual(11);
  expect(campaigns.every(({ units, window }) => units.length > 0 && window.text !== '')).toBe(true);
});
