import { readFile } from 'node:fs/promises';
import { afterAll, expect, test } from 'vitest';
import { lockMonth } from '../../server/assessment/actions/lock.ts';
import { monthPage } from '../../server/assessment/actions/sight.ts';
import type { read } from '../../server/plan/actions.ts';
import { asksWords } from '../../server/plan/settling.ts';
import { closePdf } from '../../server/render/pdf.ts';
import type { County } from '../county.ts';
import { aCountyWithOctober, fetched, issued, lock, october } from '../issued.ts';
import { readDocx, readPdf, readXlsx } from '../readBack.ts';

afterAll(closePdf);
const odd = '</td><script>alert(1)</script>=HYPERLINK("http://x","点")\u202e倒\u0001\u{1f6b0}';
const seed = new URL('../../database/demo/notice-2023-10-08.txt', import.meta.url);

async function plan(county: Pick<County, 'ask'>) {
  const source = { text: await readFile(seed, 'utf8') };
  type Read = Awaited<ReturnType<typeof read>>;
  const { reading, newUnits } = (await county.ask('李卫平', '/api/readings', { source })).said as unknown as Read;
  const answers = Object.fromEntries(
    reading.questions.map(({ id, choices }) => [id, { choice: choices.find((choice) => !asksWords(choice)) ?? '' }]),
  );
  const units = newUnits.map((name) => ({ name, kind: 'government' }));
  const { status } = await county.ask('李卫平', '/api/plans', { source, answers, newUnits: units });
  expect(status).toBe(201);
}

test('怪标题进了通报：页面、Word、表格、PDF 里都只是字，不是标记、脚本、公式', async () => {
  const county = await aCountyWithOctober();
  await county.happened(1, 'adoption', '2023-10-20', { article: 'x', title: odd, carrier: odd, tier: 'municipal' });
  await lock(county);
  expect((await county.write({ ...issued, opening: `${odd}\n=1+1`, closing: odd })).status).toBe(201);
  await county.disclose({});
  const bytes = async (kind: string) =>
    new Uint8Array(await (await fetched(county, `${october}/file.${kind}`, '李卫平')).arrayBuffer());
  for (const page of [await (await fetched(county, '/bulletins/2023-10')).text(), (await county.see('何静')).html]) {
    expect(page).toContain('&lt;script&gt;alert(1)');
    expect(page).not.toMatch(/<script>alert|[^\P{Cc}\n\r\t]|\u202e/u);
  }
  for (const [name, xml] of Object.entries(readDocx(await bytes('docx'))))
    expect(xml, name).not.toMatch(/<script|[^\P{Cc}\n\r\t]|\u202e/u);
  const cells = Object.values(await readXlsx(await bytes('xlsx'))).flatMap(({ rows }) => rows.flat());
  expect(cells.filter(({ formula }) => formula)).toEqual([]);
  expect(cells.some(({ text }) => text.includes('=HYPERLINK('))).toBe(true);
  expect((await readPdf(await bytes('pdf'))).map(({ text }) => text).join('')).toContain('alert(1)');
});

test('公开了的通报一个字不变：后来才建方案、单位后来改名，都不动它', async () => {
  const county = await aCountyWithOctober();
  await lock(county);
  await county.write(issued);
  await county.disclose({});
  const paper = async () => /<article[\s\S]*<\/article>/.exec(await (await fetched(county, '/bulletins/2023-10')).text())?.[0];
  const before = await paper();
  expect(before).toContain('邵民生办〔2023〕12号');
  await plan(county);
  const { units } = (await county.ask('李卫平', '/api/units')).said as unknown as { units: { id: string; version: number }[] };
  const version = units.find(({ id }) => id === county.ids[1])?.version;
  await county.ask('李卫平', `/api/units/${county.ids[1]}/names`, {
    version,
    name: '县水务局',
    fromOn: '2023-11-03',
    alias: false,
  });
  expect(await paper()).toBe(before);
  expect((await county.see('何静')).html).not.toContain('县水务局');
});

test('只是内部或依申请公开的通报，单位能看，门户上没有', async () => {
  const county = await aCountyWithOctober();
  await lock(county);
  await county.write(issued);
  for (const disclosure of ['internal', 'onRequest']) {
    if (disclosure !== 'internal') await county.disclose({ disclosure });
    for (const path of ['/bulletins/2023-10', '/bulletins/2023-10.pdf'])
      expect((await fetched(county, path)).status, disclosure).toBe(404);
    expect(await (await fetched(county, '/')).text()).not.toContain('邵民生办');
  }
  expect((await county.see('何静')).html).toContain('邵民生办');
});

test('一个文号不能用在两期上，换个写法也不行', async () => {
  const county = await aCountyWithOctober();
  await lock(county);
  await county.write(issued);
  await county.later('2023-12-04', async (context) => {
    const { version, head } = await monthPage(context, '2023-11');
    return lockMonth(context, { month: '2023-11', version, head: head ?? '' });
  });
  await county.ask('李卫平', '/api/demo-day', { day: '2023-12-04' });
  const again = { version: 0, opening: '', closing: '', issuedOn: '2023-12-04' };
  for (const number of [issued.number, '邵民生办〔2023〕12号', ' 邵民生办（2023） 12 号 ']) {
    const { said } = await county.ask('李卫平', '/api/bulletins/2023-11', { ...again, number });
    expect(said.code, number).toBe('bulletin.numberTaken');
  }
});
