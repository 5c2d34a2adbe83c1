import { afterAll, expect, test } from 'vitest';
import { type Change, fact, october, octoberPaper } from '../../test/october.ts';
import { readDocx, readPdf, readXlsx, textOfXml } from '../../test/readBack.ts';
import type { Clause } from '../assessment/clauses/clauses.ts';
import type { MonthExport } from '../assessment/export.ts';
import { type Document, documentOf } from '../render/document.ts';
import { renderDocx } from '../render/docx.ts';
import { closePdf, renderPdf } from '../render/pdf.ts';
import { renderXlsx } from '../render/xlsx.ts';
import type { About } from './paper.ts';

afterAll(closePdf);

const withoutNumber = (text: string) => text.replace(/—\d+—/, '');
async function printed(document: Document) {
  const [{ pdf }, docx, xlsx] = await Promise.all([renderPdf(document), renderDocx(document), renderXlsx(document)]);
  const pages = (await readPdf(pdf)).map(({ text }) => text);
  const sheets = await readXlsx(xlsx);
  const words = Object.values(sheets).map(({ rows }) =>
    rows.map((row) => row.map(({ text }) => text.replace(/\s/g, '')).join('')),
  );
  return {
    pages,
    PDF: pages.map(withoutNumber).join(''),
    docx: textOfXml(readDocx(docx)['word/document.xml'] ?? ''),
    words,
    sheets,
  };
}
const paper = (change: Change = {}, about: Partial<About> = {}) => documentOf(octoberPaper(change, about));

/** The sum of a unit's ordinary lines of these clauses, worked out here from the export alone. */
function sum(given: MonthExport, unit: string, clauses: RegExp): string {
  const own = given.lines.filter((line) => line.unit === unit && line.corrects === null && clauses.test(line.clause));
  return (own.reduce((cents, { points }) => cents + Math.round(Number(points) * 100), 0) / 100).toFixed(2);
}
const rate = ({ adopted, submitted }: { adopted: number; submitted: number }) =>
  submitted === 0 ? '—' : `${adopted}/${submitted}`;

test('名次、报送、采用、各项得分和合计，在 PDF、docx、xlsx 里逐个读回，与得分单相同', async () => {
  const given = october();
  const { PDF, docx, sheets } = await printed(paper());
  const ranked = given.table.filter(({ rank }) => rank !== null);
  expect(ranked).toHaveLength(13);
  const rows = ranked.map((row) => [
    ...[row.rank, row.unit, row.submitted, row.adoptions, rate(row)],
    ...[/^第三条/, /^第五条/, /^第七条/, /./].map((clauses) => sum(given, row.unit, clauses)),
  ]);
  expect(rows.map((row) => row.at(-1))).toEqual(ranked.map(({ total }) => total));
  const text = rows.flat().join('');
  expect({ PDF: PDF.includes(text), docx: docx.includes(text) }).toEqual({ PDF: true, docx: true });
  const [, , ...cells] = sheets.县直单位得分情况?.rows.map((row) => row.map(({ value }) => value)) ?? [];
  expect(cells.slice(1, 14)).toEqual(rows.map((row) => row.map((cell, at) => (at >= 5 ? Number(cell) : cell))));
});

test('附件1 里每个单位每条细则的分，是得分单那些行的和；合计是各列之和', async () => {
  const given = october();
  const { PDF, docx, sheets } = await printed(paper());
  const clauses = given.schemes[0]?.clauses.map(({ no }) => new RegExp(`^${no}$`)) ?? [];
  const row = (unit: string) => [...clauses, /./].map((clause) => sum(given, unit, clause));
  const quiet = ['白仓镇', '长乐乡']; // neither lines nor figures
  const shown = given.table.filter(({ unit }) => !quiet.includes(unit));
  expect(shown).toHaveLength(15);
  expect(quiet.flatMap(row).filter((value) => value !== '0.00')).toEqual([]);
  expect(PDF).toContain('另有2个只列出的单位没有得分和扣分');
  for (const { unit } of shown) {
    const text = [unit, ...row(unit)].join('');
    expect([PDF.includes(text), docx.includes(text)], text).toEqual([true, true]);
  }
  const found = sheets.得分一览表?.rows.slice(2).map((row) => row.map(({ value }) => value)) ?? [];
  const byName = new Map(found.map(([name, ...values]) => [name, values]));
  for (const { unit } of shown) expect(byName.get(unit)).toEqual(row(unit).map(Number));
  const columns = clauses.map((_, at) => given.table.reduce((all, { unit }) => all + Number(row(unit)[at]), 0));
  expect(byName.get('合计')?.slice(0, -1)).toEqual(columns.map((value) => expect.closeTo(value, 5)));
});

test('附件2 里有每一条采用：单位、标题、载体、层级、日期、条款、分值；摘要印在最后', async () => {
  const given = october();
  const { PDF, docx, sheets } = await printed(paper());
  const adoptions = given.facts.filter(({ kind }) => kind === 'adoption');
  expect(adoptions).toHaveLength(42);
  const tiers = { central: '中央级', provincial: '省部级', municipal: '市级', county: '县级' };
  const worth: Record<string, string> = {
    红网: '第五条（二）8.00',
    邵阳日报: '第五条（三）5.00',
    县工作简报: '第五条（四）2.00',
  };
  for (const { unit, day, attributes } of adoptions) {
    const { title = '', carrier = '', tier } = attributes;
    const text = [unit, title, carrier, tiers[tier ?? 'central'], day.slice(5), worth[carrier] ?? '第五条（五）1.00'].join('');
    expect([PDF.includes(text), docx.includes(text)], text).toEqual([true, true]);
  }
  expect(sheets.采用条目清单?.rows).toHaveLength(44);
  expect([PDF.includes(`${given.head}`), docx.includes(given.head)]).toEqual([true, true]);
  expect(PDF.indexOf(given.head)).toBeGreaterThan(PDF.lastIndexOf('第五条（'));
});

test('总体情况里各组之和等于总数，各层级之和等于采用条次', async () => {
  const { PDF } = await printed(paper());
  expect(PDF).toContain(
    '10月1日至31日，全县共报送信息46篇、采用42条次。其中县直单位14个（含只列出、不比较的1个），报送信息45篇、采用41条次；',
  );
  expect(PDF).toContain('乡镇单位3个，报送信息1篇、采用1条次。');
  expect(PDF).toContain('中央级0条次、省部级3条次、市级14条次、县级25条次，合计42条次');
  const given = october();
  const all = (of: 'submitted' | 'adoptions') => given.table.reduce((sum, row) => sum + row[of], 0);
  expect([all('submitted'), all('adoptions')]).toEqual([46, 42]);
});

test('先印 11 项措施，后印得分；没有采集的写“尚未采集”，没到期的写“未到期”，都不作欠缺', async () => {
  const { PDF, sheets } = await printed(paper());
  expect(PDF.indexOf('二、宣传措施完成情况')).toBeLessThan(PDF.indexOf('三、得分和名次'));
  const [, head, ...rows] = sheets.宣传措施完成情况?.rows.map((row) => row.map(({ text }) => text)) ?? [];
  expect(head?.map((text) => text.replace(/\D.*/, ''))).toEqual(['', ...Array.from({ length: 11 }, (_, at) => `${at + 1}`)]);
  expect(head?.slice(5, 8)).toEqual(['5. 强化主流媒体宣传', '6. 加强网络媒体宣传', '7. 加强信息报送宣传']);
  const of = (unit: string) => rows.find(([name]) => name === unit);
  const no = '尚未采集';
  expect(of('县民政局')).toEqual(['县民政局', no, no, no, '—', '省部级1、市级4', no, '5篇 完成', no, '—', no, no]);
  expect(of('县水利局')?.slice(3, 4)).toEqual(['未到期']); // 10月30日—11月3日
  expect(of('县住房保障中心')?.[7]).toBe('2篇 缺1篇');
  expect(rows.flat().filter((text) => text.includes('缺'))).toEqual(['2篇 缺1篇', '0篇 缺3篇']);
  expect(rows).toHaveLength(13);
});

test('点名只写单位和数：前三名、零报送、没达到每月 3 篇的；乡镇和专班所在单位只列出', async () => {
  const { PDF } = await printed(paper());
  expect(PDF).toContain('得分前三名：县人社局（第1名，35.00分）、县民政局（第2名，32.00分）、县卫健局（第3名，32.00分）。');
  expect(PDF).toContain('未达到每月3篇：县住房保障中心（2篇）、县残联（0篇）。零报送：县残联。');
  expect(PDF).toContain('4个单位只列出、不排名，其中3个本月没有报送和采用。');
  expect(PDF).toContain('塘渡口镇111/1');
});

test('没有锁定的月份每一页印“预览”，没有文号、署名和日期；锁定的没有“预览”', async () => {
  const { pages } = await printed(paper({ state: 'open' }));
  expect(pages.length).toBeGreaterThan(5);
  expect(pages.filter((text) => !text.includes('预览'))).toEqual([]);
  expect(pages.join('')).not.toMatch(/〔2023〕|2023年11月3日/);
  const locked = await printed(paper());
  expect(locked.PDF).toContain('邵民生办〔2023〕12号');
  expect(locked.PDF).not.toContain('预览');
});

test('锁定的月份写明异议到哪一天、怎么提，三种文件一样；没锁定的不写', async () => {
  const until = { objectUntil: '2023-11-10' };
  const { PDF, docx, words } = await printed(paper({}, until));
  const sentence =
    '各单位对本月得分有异议的，请在2023年11月10日以前（含当日）从得分单上提出异议复核，附上佐证；由没有经手的人复核，需要更正的列入下一个没有锁定的月份，本月的表不再改动。';
  expect([
    PDF.split(sentence).length,
    docx.split(sentence).length,
    words.flat().filter((text) => text === sentence).length,
  ]).toEqual([2, 2, 1]);
  expect(JSON.stringify(octoberPaper({ state: 'open' }, until))).not.toContain('异议复核');
  expect(JSON.stringify(octoberPaper({ scheme: { mode: 'countOnly' } }, until))).toContain('对本月统计有异议的');
});

test('只统计的月份不排名、不计分、不点名，单位照名录的次序', async () => {
  const { PDF, sheets } = await printed(paper({ scheme: { mode: 'countOnly' } }));
  expect(PDF).not.toMatch(/前三名|名次按|得分一览表|零报送|35\.00/);
  expect(PDF).toContain('只统计，不计分、不排名');
  const [, head, ...rows] = sheets.县直单位报送和采用情况?.rows.map((row) => row.map(({ text }) => text)) ?? [];
  expect(head).toEqual(['单位', '报送（篇）', '采用（条次）', '采用率']);
  expect(rows.slice(0, -1).map(([name = '']) => name)).toEqual(
    rows
      .slice(0, -1)
      .map(([name = '']) => name)
      .toSorted(),
  );
});

test('对以前月份的更正另列一表，不进本月的得分', async () => {
  const wrong = october().facts.find(({ unit, kind }) => unit === '县住房保障中心' && kind === 'adoption');
  const undo = { ...fact('县住房保障中心', 'adoption', 9, wrong?.attributes ?? {}, '2023-11'), cancels: wrong?.id ?? '' };
  const change = { month: '2023-11', facts: [undo] };
  const [line, ...others] = october(change).lines.filter(({ corrects }) => corrects !== null);
  expect([line?.points, others]).toEqual(['-2.00', []]);
  const { PDF, sheets } = await printed(paper(change));
  expect(PDF).toContain('不计入本月得分和名次');
  expect(sheets.对以前月份的更正?.rows.slice(2).map((row) => row.map(({ value }) => value))).toEqual([
    ['县住房保障中心', '2023-10', '第五条（四） 得分', line?.arithmetic, -2],
    ['合计', null, null, null, -2],
  ]);
  expect(PDF).toContain('1县残联00—-3.000.000.00-3.00');
  expect(PDF).not.toContain('前三名'); // nobody earned anything
  expect(PDF).toContain('4个单位只列出、不排名，本月都没有报送和采用。');
});

test('条款很多的细则，得分一览表分几张，一个数也不少', async () => {
  const [scheme] = october().schemes;
  const more = Array.from({ length: 20 }, (_, at) => ({ ...scheme?.clauses[4], no: `第九条（${at + 1}）` }) as Clause);
  const change = { scheme: { clauses: [...(scheme?.clauses ?? []), ...more] } };
  const { sheets } = await printed(paper(change));
  const parts = ['得分一览表（1）', '得分一览表（2）', '得分一览表（3）'].map((name) =>
    sheets[name]?.rows.at(2)?.map(({ value }) => value),
  );
  expect(parts.map((cells) => cells?.length)).toEqual([14, 14, 5]);
  const [first, second, third] = parts.map((cells = []) => cells.slice(1, -1).map(Number));
  const sum = [...(first ?? []), ...(second ?? []), ...(third ?? [])].reduce((all, value) => all + value, 0);
  expect(sum).toBe(Number(october(change).table.find(({ unit }) => unit === '县人社局')?.total));
});

test('没有方案的县不列措施，照样出通报', async () => {
  const without = await printed(paper({}, { planned: null }));
  expect(without.PDF).not.toContain('宣传措施完成情况');
  expect(without.PDF).toContain('各责任单位：');
  expect(without.PDF).toContain('二、得分和名次');
});

test('没过完的月份：通报预览里没到期的另计，名次写暂列，没报送的不说零报送', () => {
  const given = october();
  const dues = new Map(
    given.table.map(({ unit, total }) => {
      const item = { clause: '第三条', effect: 'shortfall' as const, points: '-3.00', words: '月底前还差 3 篇' };
      return [
        unit,
        unit === '县残联' ? { settled: '0.00', waiting: '-3.00', items: [item] } : { settled: total, waiting: '0.00', items: [] },
      ];
    }),
  );
  const { body } = octoberPaper({}, { running: { dues, day: '2023-10-20' } });
  const table = body.find((block) => block.kind === 'table' && block.caption === '县直单位得分情况');
  if (table?.kind !== 'table') throw new Error('没有得分表');
  expect([table.columns[0]?.head, ...table.columns.slice(-2).map(({ head }) => head)]).toEqual(['暂列', '已得', '未到期另计']);
  const last = table.rows.find((row) => row[1] === '县残联');
  expect(last?.slice(5)).toEqual(['0.00', '0.00', '0.00', '0.00', '-3.00'].map((decimal) => ({ decimal })));
  const text = JSON.stringify(body);
  expect(text).toContain('到今天还没有报送：县残联。');
  expect(text).toContain('本月已结束的3周中');
  expect(text).not.toMatch(/零报送|缺\d篇/);
});

test('确认过的表扬、批评名单和每家的理由，三种文件里读回来一样；没有人确认就没有这一节', async () => {
  const lists = [
    { kind: 'commend' as const, rule: '各组前3名中任务都完成的。', units: [{ name: '县人社局', reason: '县直第1名，34.00分' }] },
    { kind: 'criticise' as const, rule: '当月零报送的。', units: [{ name: '县残联', reason: '当月零报送' }] },
  ];
  const { PDF, docx, sheets } = await printed(paper({}, { lists }));
  for (const text of [
    '通报表扬和通报批评',
    '县人社局县直第1名，34.00分',
    '县残联当月零报送',
    '各组前3名中任务都完成的。名单经专班确认',
  ]) {
    expect({ text, PDF: PDF.includes(text), docx: docx.includes(text) }).toEqual({ text, PDF: true, docx: true });
  }
  expect(sheets.通报批评?.rows.map((row) => row.map(({ value }) => value))).toContainEqual(['县残联', '当月零报送']);
  expect(JSON.stringify(paper())).not.toContain('通报批评');
});
