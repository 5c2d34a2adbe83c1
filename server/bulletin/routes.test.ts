import { readFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { aCountyWithOctober, fetched, issued, lock, october } from '../../test/issued.ts';
import { readPdf } from '../../test/readBack.ts';
import { acting } from '../../test/scored.ts';
import { lockMonth } from '../assessment/actions/lock.ts';
import { monthPage } from '../assessment/actions/sight.ts';
import type { read } from '../plan/actions.ts';
import { asksWords } from '../plan/settling.ts';
import { closePdf } from '../render/pdf.ts';
import { discloseBulletin, writeBulletin } from './actions.ts';

type Read = Awaited<ReturnType<typeof read>>;

afterAll(closePdf);

test('没锁定的月份只出预览：页面和 PDF 都标“预览”，说还差什么，文号编不上', async () => {
  const county = await aCountyWithOctober();
  const { state, html, toDo, may } = await county.see('李卫平');
  expect([state, html.includes('<p class="marking">预览</p>'), may.write]).toEqual(['open', true, null]);
  expect(toDo.map(({ words }) => words)).toContain('零报送：县住建局');
  expect(html).not.toContain('style=');
  expect((await county.write(issued)).said).toMatchObject({ code: 'bulletin.notLocked' });
  expect((await county.write({ opening: '前言一句。\n又一句。' })).status).toBe(201);
  expect((await county.see('李卫平')).html).toContain('<p>又一句。</p>');
  const reply = await fetched(county, `${october}/file.pdf`, '李卫平');
  expect(reply.headers.get('content-disposition')).toContain(encodeURIComponent('预览2023-10通报.pdf'));
  const pages = await readPdf(new Uint8Array(await reply.arrayBuffer()));
  expect(pages.filter(({ text }) => !text.includes('预览'))).toEqual([]);
  expect((await county.disclose({})).said).toMatchObject({ code: 'bulletin.unfinished' });
});

test('锁定以后照登记簿填文号和日期，各单位才看得到；三种文件都能下载', async () => {
  const county = await aCountyWithOctober();
  await lock(county);
  expect((await county.ask('何静', october)).status).toBe(404);
  expect((await county.write({ number: issued.number })).said).toMatchObject({ code: 'bulletin.together' });
  expect((await county.write({ ...issued, number: '第12号' })).said).toMatchObject({ code: 'bulletin.badNumber' });
  for (const issuedOn of ['2023-10-31', '2023-11-04']) {
    expect((await county.write({ ...issued, issuedOn })).said).toMatchObject({ code: 'bulletin.badDay' });
  }
  expect((await county.write(issued, '陈建国')).said).toMatchObject({ code: 'bulletin.mayNotWrite' });
  expect((await county.write(issued)).status).toBe(201);
  const { html, head, state } = await county.see('何静');
  expect([state, html.includes('邵民生办〔2023〕12号'), html.includes(head)]).toEqual(['locked', true, true]);
  expect(html).toContain('2023年11月3日印发');
  expect(html).toContain('请在2023年11月10日以前（含当日）从得分单上提出异议复核'); // 11月3日锁定，五个工作日
  for (const [kind, sign] of Object.entries({ pdf: '%PDF', docx: 'PK', xlsx: 'PK' })) {
    const reply = await fetched(county, `${october}/file.${kind}`, '何静');
    expect([reply.status, (await reply.text()).startsWith(sign)], kind).toEqual([200, true]);
  }
  const { said } = await county.ask('何静', '/api/bulletins');
  expect(said).toMatchObject({ bulletins: [{ month: '2023-10', state: 'locked', number: '邵民生办〔2023〕12号' }] });
});

test('两个人从同一版改，后一个被告知；同一个文号不能用两次', async () => {
  const county = await aCountyWithOctober();
  await lock(county);
  const stale = { version: 0, opening: '', closing: '', ...issued };
  expect((await county.ask('李卫平', october, stale)).status).toBe(201);
  expect((await county.ask('周敏', october, stale)).said).toMatchObject({ code: 'bulletin.movedOn' });
  await county.later('2023-12-01', async (context) => {
    const { version, head } = await monthPage(context, '2023-11');
    await lockMonth(context, { month: '2023-11', version, head: head ?? '' });
  });
  const again = { ...stale, month: '2023-11' };
  const written = county.later(
    '2023-12-01',
    (context) => writeBulletin(context, { ...again, issuedOn: context.day }),
    county.office,
  );
  await expect(written).rejects.toMatchObject({ constraint_name: 'bulletin_number_once' });
});

test('公开要由没有起草的分管领导作过保密审查；公开后不能改，收回要写理由', async () => {
  const county = await aCountyWithOctober();
  await lock(county);
  await county.write(issued);
  expect((await county.disclose({}, '李卫平')).said).toMatchObject({ code: 'bulletin.mayNotDisclose' });
  expect((await county.disclose({ checked: false })).said).toMatchObject({ code: 'bulletin.unchecked' });
  expect((await county.disclose({})).status).toBe(201);
  expect((await county.see('李卫平')).bulletin).toMatchObject({ disclosure: 'public', secrecyCheckedBy: '陈建国' });
  expect((await county.write({ ...issued, opening: '改一句' })).said).toMatchObject({ code: 'bulletin.isPublic' });
  expect((await county.disclose({ disclosure: 'internal' })).said).toMatchObject({ code: 'bulletin.noReason' });
  expect((await county.disclose({ disclosure: 'internal', reason: '一处单位名称要更正' })).status).toBe(201);
  expect((await county.see('李卫平')).bulletin).toMatchObject({ disclosure: 'internal', publishedAt: null });
  const { said } = await county.ask('auditAdmin', '/api/audit');
  const acts = (said as unknown as { entries: { what: string; reason: string }[] }).entries.filter(({ what }) =>
    what.startsWith('bulletin.'),
  );
  expect(acts.map(({ reason }) => reason)).toEqual([
    '2023-10 内部使用：一处单位名称要更正',
    '2023-10 主动公开',
    '2023-10 邵民生办〔2023〕12号',
  ]);
});

test('身兼两职的人改过文字，就不能自己审查公开', async () => {
  const county = await aCountyWithOctober();
  await lock(county);
  const both = { ...acting(county, '陈建国', 'officeLead'), roles: ['officeStaff', 'officeLead'] };
  const order = { month: '2023-10', version: 0, opening: '', closing: '', number: issued.number };
  await county.as((context) => writeBulletin(context, { ...order, issuedOn: context.day }), both);
  const open = { month: '2023-10', version: 1, disclosure: 'public' as const, checked: true, reason: '' };
  await expect(county.as((context) => discloseBulletin(context, open), both)).rejects.toMatchObject({
    refusal: { code: 'bulletin.ownText' },
  });
});

test('还没到的月份、没有细则的月份，各有一句话；印出来的缺字先告诉人', async () => {
  const county = await aCountyWithOctober();
  expect((await county.ask('李卫平', '/api/bulletins/2023-12')).said).toMatchObject({ code: 'bulletin.noMonth' });
  expect((await county.ask('李卫平', '/api/bulletins/2023-09')).said).toMatchObject({ code: 'assessment.noneAdopted' });
  await county.write({ closing: '联系人：王\u{31000}。' });
  expect((await county.ask('李卫平', `${october}/fonts`)).said).toMatchObject({ missing: ['\u{31000}'] });
});

test('各项措施的状态照通报的同一个规则，责任单位只看自己的；没有方案就没有措施', async () => {
  const county = await aCountyWithOctober();
  const seen = async (who: string) =>
    (await county.ask(who, '/api/months/2023-10/measures')).said as unknown as {
      measures: { no: number; title: string }[];
      units: Record<string, { state: string; words: string }[]>;
    };
  expect((await seen('李卫平')).measures).toEqual([]);
  const source = {
    base64: readFileSync(new URL('../../database/demo/notice-2023-10-08.txt', import.meta.url)).toString('base64'),
  };
  const { reading, newUnits } = (await county.ask('李卫平', '/api/readings', { source })).said as unknown as Read;
  const answers = reading.questions.map(({ id, choices }) => [
    id,
    { choice: choices.find((choice) => !asksWords(choice)) ?? '' },
  ]);
  const kind = 'government';
  const plan = { source, answers: Object.fromEntries(answers), newUnits: newUnits.map((name) => ({ name, kind })) };
  expect((await county.ask('李卫平', '/api/plans', plan)).status).toBe(201);
  const all = await seen('李卫平');
  const { html } = await county.see('李卫平');
  const quota = all.measures.findIndex(({ no }) => no === 7);
  const cells = Object.values(all.units).map((each) => each[quota]);
  expect(cells.map((cell) => cell?.state)).toEqual(expect.arrayContaining(['done', 'short']));
  for (const cell of cells) expect(html).toContain(cell?.words);
  expect(Object.keys((await seen('何静')).units)).toEqual([county.ids[1]]);
});
