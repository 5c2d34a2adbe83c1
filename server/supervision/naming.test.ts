import { afterAll, expect, test } from 'vitest';
import { fetched } from '../../test/issued.ts';
import { told } from '../../test/objections.ts';
import { readPdf } from '../../test/readBack.ts';
import { another, bringOn } from '../../test/scored.ts';
import { type Given, lockedOctober, supervisionDesk } from '../../test/supervision.ts';
import { closePdf } from '../render/pdf.ts';

afterAll(closePdf);

type Desk = Awaited<ReturnType<typeof supervisionDesk>>;
type Shown = {
  state: string;
  countOnly: boolean;
  policies: { code: string }[];
  lists: {
    kind: string;
    drawn: { unit: string; name: string; reason: string }[];
    naming: { state: string; version: number } | null;
    named: { name: string; offWhy: string | null; byHand: boolean }[];
    may: Record<'propose' | 'confirm' | 'withdraw', string | null>;
  }[];
};
const see = async (desk: Desk, month = '2023-10') =>
  (await desk.ask('李卫平', `/api/namings?month=${month}`)).said as unknown as Shown;
const listOf = async (desk: Desk, kind: string, month?: string) =>
  (await see(desk, month)).lists.find((each) => each.kind === kind);
const act = async (desk: Desk, who: string, path: string, body: Given = {}, month = '2023-10') => {
  const version = (await listOf(desk, path.split('/')[0] ?? '', month))?.naming?.version ?? 0;
  return told(await desk.ask(who, `/api/namings/${month}/${path}`, { version, ...body }));
};
const html = async (desk: Desk) => (await desk.see('李卫平')).html;

test('锁定以前是预览，不能定；表扬由办公室定，批评还要分管领导确认，进通报；撤回的就不印', async () => {
  const open = await supervisionDesk();
  expect(await see(open)).toMatchObject({ state: 'open', lists: [{ kind: 'commend' }, { kind: 'criticise' }] });
  expect(await act(open, '李卫平', 'criticise')).toContain('2023-10 还没有锁定，名单只是预览');
  const desk = await lockedOctober();
  expect((await listOf(desk, 'criticise'))?.drawn).toEqual([{ unit: desk.ids[2], name: '县住建局', reason: '当月零报送' }]);
  expect((await listOf(desk, 'commend'))?.drawn).toMatchObject([
    { name: '县水利局', reason: expect.stringContaining('任务都完成') },
  ]);
  expect((await desk.ask('何静', '/api/namings?month=2023-10')).status).toBe(404);
  expect(await act(desk, '李卫平', 'criticise')).toBe('好');
  expect(await html(desk)).not.toContain('通报批评');
  expect((await desk.ask('陈建国', '/api/supervision-counts')).said).toMatchObject({ toConfirm: [{ kind: 'criticise' }] });
  expect(await act(desk, '周敏', 'criticise/confirmation', { agree: true })).toContain('由专班分管领导确认');
  expect(await act(desk, '陈建国', 'criticise/confirmation', { agree: true })).toBe('好');
  expect(await act(desk, '李卫平', 'commend')).toBe('好');
  const printed = await html(desk);
  expect(printed).toContain('通报表扬和通报批评');
  expect(printed).toMatch(/县住建局<\/td>\s*<td[^>]*>当月零报送/);
  const pages = await readPdf(
    new Uint8Array(await (await fetched(desk, '/api/bulletins/2023-10/file.pdf', '李卫平')).arrayBuffer()),
  );
  expect(
    pages
      .map(({ text }) => text)
      .join('')
      .replace(/\s/g, ''),
  ).toContain('当月零报送');
  expect(await act(desk, '李卫平', 'criticise/withdrawal', { reason: '单位有异议' })).toBe('好');
  expect(await html(desk)).not.toContain('当月零报送');
  expect((await fetched(desk, '/api/namings.xlsx?month=2023-10', '李卫平')).status).toBe(200);
});

test('去掉一家、加上一家都要写理由，印的是定下来的；分管领导可以不同意；看到旧的被告知', async () => {
  const desk = await lockedOctober();
  const [water, homes] = [desk.ids[1], desk.ids[2]];
  expect(await act(desk, '李卫平', 'criticise', { off: [{ unitId: homes, why: '' }] })).toContain('要写理由');
  expect(await act(desk, '李卫平', 'criticise', { off: [{ unitId: water, why: '试' }] })).toContain('不在这个月的名单里');
  expect(await act(desk, '李卫平', 'criticise', { off: [{ unitId: homes, why: '机构改革' }] })).toContain('名单里没有单位');
  const changed = { off: [{ unitId: homes, why: '机构改革' }], added: [{ unitId: water, why: '一篇失实' }] };
  expect(await act(desk, '李卫平', 'criticise', changed)).toBe('好');
  expect(await act(desk, '李卫平', 'criticise', changed)).toContain('已经提出');
  expect(told(await desk.ask('李卫平', '/api/namings/2023-10/criticise', { version: 0 }))).toContain('有人办过');
  expect((await listOf(desk, 'criticise'))?.named).toMatchObject([
    { name: '县水利局', byHand: true, offWhy: null },
    { name: '县住建局', byHand: false, offWhy: '机构改革' },
  ]);
  expect(await act(desk, '陈建国', 'criticise/confirmation', { agree: false, reason: '再核' })).toBe('好');
  expect(await act(desk, '李卫平', 'criticise', { added: [{ unitId: water, why: '一篇失实' }] })).toBe('好');
  expect(await act(desk, '陈建国', 'criticise/confirmation', { agree: true })).toBe('好');
  expect((await listOf(desk, 'criticise'))?.named.map(({ name }) => name).sort()).toEqual(['县住建局', '县水利局']);
  await desk.write({ number: '邵民生办〔2023〕12号', issuedOn: '2023-11-03' });
  await act(desk, '李卫平', 'criticise/withdrawal', { reason: '印发以后' });
  expect(await html(desk)).toContain('一篇失实'); // under its number a paper stays as it went out
});

test('2024 年 8 月以后只统计的月份不自动列名单，写明碰到哪一条减负规定；人提出的才印', async () => {
  const desk = await supervisionDesk();
  const second = another({ id: '第二版', from: '2023-11-01', mode: 'countOnly' });
  await bringOn(desk.as, second, [desk.office, desk.lead]);
  await desk.lockOn('2023-10', '2023-11-03');
  await desk.lockOn('2023-11', '2023-12-01');
  const shown = await see(desk, '2023-11');
  expect([shown.countOnly, shown.lists.map(({ drawn }) => drawn.length)]).toEqual([true, [0, 0]]);
  expect((await desk.suggestions()).suggestions.find(({ unit }) => unit === desk.ids[2])).toMatchObject({
    colour: 'blue',
    calm: true,
  });
  expect(await act(desk, '李卫平', 'criticise', {}, '2023-11')).toContain('名单里没有单位');
  const paper = async () => ((await desk.ask('李卫平', '/api/bulletins/2023-11')).said as { html?: string }).html ?? '';
  expect(await paper()).not.toContain('通报批评');
  const byHand = { added: [{ unitId: desk.ids[2], why: '两个月没有报送，县里定的' }] };
  expect(await act(desk, '李卫平', 'criticise', byHand, '2023-11')).toBe('好');
  expect(await act(desk, '陈建国', 'criticise/confirmation', { agree: true }, '2023-11')).toBe('好');
  expect(await paper()).toContain('两个月没有报送，县里定的');
  await desk.moveTo('2024-09-02');
  const met = (await see(desk, '2024-09')).policies.map(({ code }) => code);
  expect(met).toContain('relief-2024');
});
