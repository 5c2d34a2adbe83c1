import { afterAll, expect, test } from 'vitest';
import { aCountyWithOctober, fetched, issued, lock } from '../../test/issued.ts';
import { readPdf } from '../../test/readBack.ts';
import { closePdf } from '../render/pdf.ts';

afterAll(closePdf);

test('内部的通报在门户上不存在：没有链接，没有页面，没有文件', async () => {
  const county = await aCountyWithOctober();
  await lock(county);
  await county.write(issued);
  for (const name of ['2023-10', '2023-10.pdf', '2023-09', '2023-99', 'x']) {
    expect((await fetched(county, `/bulletins/${name}`)).status, name).toBe(404);
  }
  expect(await (await fetched(county, '/')).text()).not.toContain('通报</a>');
  expect(await (await fetched(county, '/bulletins')).text()).toContain('还没有公开的通报');
});

test('公开以后不用登录就读到全文、PDF 和摘要；收回以后又没有了', async () => {
  const county = await aCountyWithOctober();
  await lock(county);
  await county.write({ ...issued, closing: '请<b>各单位</b>对照。' });
  await county.disclose({});
  const { head } = await county.see('李卫平');
  const page = await fetched(county, '/bulletins/2023-10');
  const text = await page.text();
  expect([page.status, text.includes('邵民生办〔2023〕12号'), text.includes('水引到田头')]).toEqual([200, true, true]);
  expect(text.split(head)).toHaveLength(3);
  expect(text).toContain('请&lt;b&gt;各单位');
  expect(text).not.toMatch(/<script|style=/);
  expect(text).toContain('此件主动公开');
  const pdf = await fetched(county, '/bulletins/2023-10.pdf');
  expect(pdf.headers.get('content-type')).toBe('application/pdf');
  const pages = await readPdf(new Uint8Array(await pdf.arrayBuffer()));
  expect(pages.map(({ text }) => text).join('')).toContain(head);
  expect(await (await fetched(county, '/')).text()).toContain('href="/bulletins">通报</a>');
  expect(await (await fetched(county, '/bulletins?large=1')).text()).toContain('2023年10月重点民生实事宣传工作情况的通报');
  expect((await fetched(county, '/portal/paper.css')).headers.get('content-type')).toContain('text/css');
  await county.disclose({ disclosure: 'internal', reason: '要更正' });
  expect((await fetched(county, '/bulletins/2023-10')).status).toBe(404);
  expect((await fetched(county, '/bulletins/2023-10.pdf')).status).toBe(404);
});
