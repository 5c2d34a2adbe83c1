import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Refused } from '../../server/kernel/refusal.ts';
import { decode, decodeFile } from '../../server/notice/decode.ts';
import { readNotice } from '../../server/notice/notice.ts';
import { open } from '../../server/notice/opening.ts';
import { cell, compoundWith, docx, paragraph, pdf, run, xlsx, zipped } from './made-files.ts';

const here = (file: string) => new Uint8Array(readFileSync(join(import.meta.dirname, 'formats', file)));
const openFile = (bytes: Uint8Array) => open({ source: { bytes }, year: null, keep: [], days: [] });

function lockedDoc(): Uint8Array {
  const file = here('seed.doc');
  for (let at = 512; at < file.length; at += 512) {
    if (file[at] === 0xec && file[at + 1] === 0xa5) file[at + 0x0b] = (file[at + 0x0b] ?? 0) | 1;
  }
  return file;
}

/** What is small in the file and says of itself, truly or not, how large it will be. */
function bomb(told: number | null): Uint8Array {
  const file = zipped({ 'word/document.xml': new Uint8Array(80 * 1024 * 1024) });
  if (told === null) return file;
  const view = new DataView(file.buffer, file.byteOffset);
  for (let at = 0; at + 30 < file.length; at++) {
    const mark = view.getUint32(at, true);
    if (mark === 0x04034b50) view.setUint32(at + 22, told, true);
    if (mark === 0x02014b50) view.setUint32(at + 24, told, true);
  }
  return file;
}
const pages = (count: number) =>
  docx(paragraph(run('各责任单位要加强宣传，每月报送信息不少于3篇，并于12月20日前报送总结。')).repeat(count * 20));

test.each<[string, () => Uint8Array, RegExp]>([
  ['加密的 docx', () => compoundWith('EncryptedPackage', new Uint8Array(5000)), /加了密码.*请去掉密码/],
  ['加密的 doc', lockedDoc, /加了密码.*请去掉密码/],
  ['加密的 pdf', () => pdf(1, true), /加了密码.*请去掉密码/],
  ['压缩炸弹', () => bomb(null), /太大.*请只留/],
  ['谎报大小的压缩炸弹', () => bomb(1000), /损坏|太大/],
  ['九百页的 pdf', () => pdf(900), /有 900 页.*请只留/],
  ['没有字的 pdf', () => pdf(3), /扫描件或图片.*请找/],
  ['套了十万层的 docx', () => docx('<w:sdt>'.repeat(100_000) + '</w:sdt>'.repeat(100_000)), /损坏|太大/],
  ['十万个空格子的 docx', () => docx(`<w:tbl>${'<w:tr><w:tc/></w:tr>'.repeat(100_000)}</w:tbl>`), /没有文字|太大|损坏/],
  ['压缩包改名的 docx', () => zipped({ '来文/通知.xml': '<a/>' }), /压缩包.*请另存/],
  ['图片改名的 docx', () => Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), /图片.*请/],
])('%s：一句话说清，十秒以内，内存不过量', async (_, make, said) => {
  const started = performance.now();
  const answer = await openFile(make()).then(
    ({ text }) => `读了：${text.slice(0, 50)}`,
    (error: Error) => (error instanceof Refused ? error.message : `出错：${error.stack}`),
  );
  expect(answer).toMatch(said);
  expect(answer).toMatch(/。$/);
  expect(performance.now() - started).toBeLessThan(10_000);
  expect(process.memoryUsage.rss() / 1024 / 1024).toBeLessThan(512);
});

test('九百页的 docx 在十秒内读完，读的时候别人不等，进度一步一步报', async () => {
  const steps: string[] = [];
  let turns = 0;
  const ticking = setInterval(() => turns++, 5);
  const started = performance.now();
  const source = { bytes: pages(900) };
  const { reading } = await open({ source, year: 2023, keep: [], days: [] }, (step) => steps.push(step));
  clearInterval(ticking);
  expect(reading.lines).toHaveLength(18_000);
  expect(performance.now() - started).toBeLessThan(10_000);
  expect(turns).toBeGreaterThan(10);
  expect([...new Set(steps)]).toEqual(['认出段落和表格', '认出安排和职责']);
  expect(steps.length).toBeGreaterThan(3);
});

test('改了后缀的文件按内容读：叫什么名字都一样', async () => {
  expect((await decodeFile(here('seed.pdf'))).encoding).toBe('pdf');
  expect(decode(here('seed.doc')).encoding).toBe('doc');
});

const asked = (bytes: Uint8Array) => decode(bytes).questions.map(({ text, why }) => `${text}：${why}`);

test('带宏的文件：宏不运行，文字照读，问来路', () => {
  const file = docx(paragraph(run('各责任单位')), { 'word/vbaProject.bin': new Uint8Array(100) });
  expect(decode(file).text).toBe('各责任单位');
  expect(asked(file)).toEqual([expect.stringMatching(/^宏：.*没有运行/)]);
});

const deleted = (text: string) => `<w:del><w:r><w:delText>${text}</w:delText></w:r></w:del>`;
test('修订：删去的字、段尾和行不读，插入的读；隐藏文字和批注不读；都要人看一眼', () => {
  const row = (text: string, properties = '') =>
    `<w:tr><w:trPr>${properties}</w:trPr><w:tc>${paragraph(run(text))}</w:tc><w:tc>${paragraph(run('时间'))}</w:tc></w:tr>`;
  const body = [
    paragraph(run('各责任单位'), '<w:rPr><w:del/></w:rPr>'),
    paragraph(`${run('每月报送')}${deleted('2')}<w:ins>${run('3')}</w:ins>${run('篇')}${run('内部掌握', '<w:vanish/>')}`),
    `<w:tbl>${row('主题')}${row('作废', '<w:del/>')}${row('医疗')}</w:tbl>`,
  ].join('');
  const file = docx(body, { 'word/comments.xml': '<w:comments><w:comment>这里再核一下</w:comment></w:comments>' });
  expect(decode(file).text).toBe('各责任单位每月报送3篇\n| 主题 | 时间 |\n| 医疗 | 时间 |');
  expect(asked(file)).toEqual([expect.stringMatching(/修订：.*删去的没有读.*1 处隐藏文字.*1 条批注/)]);
});

test('Word 97 的修订也一样', () => {
  expect(decode(here('tracked.doc')).text).toBe('关于开展宣传活动的通知\n各责任单位每月报送信息不少于3篇。\n请认真落实。');
  expect(asked(here('tracked.doc'))).toEqual([expect.stringMatching(/插入 1 处，删去 1 处/)]);
});

test('Excel：隐藏的行、列、表不读但说出来；没有结果的公式、没设格式的日子要问', () => {
  const rows = [
    `<row r="1">${cell('A1', '主题')}${cell('B1', '内部')}${cell('C1', '责任单位')}${cell('D1', '时间')}</row>`,
    `<row r="2">${cell('A2', '医疗')}${cell('B2', '草稿')}${cell('C2', '县卫健局')}<c r="D2"><v>45207</v></c></row>`,
    `<row r="3" hidden="1">${cell('A3', '作废')}${cell('C3', '县某局')}</row>`,
    `<row r="4">${cell('A4', '住房')}<c r="C4"><f>B9</f></c><c r="D4" s="1"><v>45209</v></c></row>`,
  ].join('');
  const file = xlsx([
    { name: '安排', columns: '<col min="2" max="2" hidden="1"/>', rows },
    { name: '底稿', state: 'hidden', rows: `<row r="1">${cell('A1', '不发的一行')}</row>` },
  ]);
  expect(decode(file).text.split('\n')).toEqual([
    '| 主题 | 责任单位 | 时间 |',
    '| 医疗 | 县卫健局 | 45207 |',
    '| 住房 |  | 2023年10月10日 |',
  ]);
  expect(asked(file)).toEqual([
    expect.stringMatching(/^作废 县某局：第 3 行是隐藏的/),
    expect.stringMatching(/^内部；草稿：有一列是隐藏的/),
    expect.stringMatching(/^C4：这些格是公式/),
    expect.stringMatching(/^D2 45207：.*2023年10月8日/),
    expect.stringMatching(/^不发的一行：工作表“底稿”是隐藏的/),
  ]);
});

test('看不见的记号去掉并留下记录；从右往左的、本机才有的字要人对原件', () => {
  const { lines, repairs, questions } = readNotice('各\u200b责任单位\n时间\u202e8-10\u202c日\n县\ue5e5\ue5e6局');
  expect(lines.map(({ text }) => text)).toEqual(['各责任单位', '时间8-10日', '县\ue5e5\ue5e6局']);
  expect(repairs).toHaveLength(3);
  expect(questions.map(({ kind, line, why }) => [kind, line, /从右往左/.test(why)])).toEqual([
    ['damaged', 2, true],
    ['damaged', 3, false],
  ]);
});
