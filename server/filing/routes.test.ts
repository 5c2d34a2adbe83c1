import { expect, test } from 'vitest';
import { png } from '../../test/articles.ts';
import { bringPlan } from '../../test/bringPlan.ts';
import { aCounty, type County } from '../../test/county.ts';
import type { FilingRow } from './board.ts';
import { filingsOf } from './queries.ts';

type Given = Record<string, unknown>;
type Shown = { rows: FilingRow[]; terms: { kind: string; dueOn: string | null; source: string; version: number }[]; may: Given };

async function desk(day = '2023-10-20') {
  const county = await aCounty(day);
  await bringPlan(county);
  const board = async (who = '李卫平') => (await county.ask(who, '/api/filings')).said as unknown as Shown;
  const cell = async (unit: string, kind: string, who = '李卫平') =>
    (await board(who)).rows.find(({ name }) => name === unit)?.cells.find((each) => each.kind === kind);
  const file = async (kind: string, given: Given = {}, who = '何静') => {
    const own = await cell('县水利局', kind, who);
    const body = { unitId: county.ids[1], kind, version: own?.filing?.version ?? 0, ...given };
    return told(await county.ask(who, '/api/filings', body));
  };
  const decide = async (kind: string, given: Given, who = '李卫平') => {
    const { filing } = (await cell('县水利局', kind)) ?? {};
    return told(await county.ask(who, `/api/filings/${filing?.id}/decisions`, { version: filing?.version, ...given }));
  };
  return { county, board, cell, file, decide };
}
const told = ({ status, said }: Awaited<ReturnType<County['ask']>>) => (status === 201 ? '好' : said.message);
const contacts = (county: County) => ({ leader: '张局长', leaderPost: '党组书记、局长', officerId: county.person('何静') });

test('单位报实施方案，专班退回说理由，单位改了再报，专班收下；每一版都在经过里', async () => {
  const { county, cell, file, decide } = await desk();
  expect(await file('plan')).toBe('请贴上实施方案的正文，或传盖章件的扫描件、PDF。');
  expect(await file('plan', { words: '县水利局实施方案：每月报三篇。' })).toBe('好');
  expect(await cell('县水利局', 'plan')).toMatchObject({
    standing: 'filed',
    filing: { filedByName: '何静', filedOn: '2023-10-20' },
  });
  expect(await decide('plan', { take: false })).toBe('请写退回的理由，单位照着改。');
  expect(await decide('plan', { take: false, reason: '没有写每周谁负责' })).toBe('好');
  expect(await decide('plan', { take: true })).toBe('现在没有等您收的；单位报来以后再办。');
  expect(await cell('县水利局', 'plan', '何静')).toMatchObject({ standing: 'returned', filing: { reason: '没有写每周谁负责' } });
  const { said: kept } = await county.ask('何静', '/api/files', Uint8Array.from(png));
  expect(await file('plan', { sha256: (kept as Given).sha256 })).toBe('好');
  expect(await decide('plan', { take: true })).toBe('好');
  const id = (await cell('县水利局', 'plan'))?.filing?.id;
  const whole = (await county.ask('何静', `/api/filings/${id}`)).said as unknown as { steps: { what: string; content: Given }[] };
  expect(whole.steps.map(({ what }) => what)).toEqual(['file', 'return', 'file', 'take']);
  expect(whole.steps[0]?.content.words).toBe('县水利局实施方案：每月报三篇。');
  expect((await county.ask('李卫平', `/api/files/${(kept as Given).sha256}`)).status).toBe(200);
});

test('负责领导和信息员：信息员要是本单位在用的人；换了人再报一次', async () => {
  const { county, cell, file } = await desk();
  expect(await file('contacts', { leader: '张局长' })).toContain('请选一名信息员');
  expect(await file('contacts', { ...contacts(county), officerId: county.person('罗建平') })).toBe(
    '选的人不是本单位在用的信息员，请重新选。',
  );
  expect(await file('contacts', contacts(county))).toBe('好');
  expect((await cell('县水利局', 'contacts'))?.filing).toMatchObject({ leader: '张局长', officerName: '何静', happenedOn: null });
});

test('列入议程、建立机制、纳入考核各写一天、一句话；没到的日子不收', async () => {
  const { cell, file } = await desk();
  expect(await file('agenda', { words: '局党组会研究' })).toBe('请填是哪一天。');
  expect(await file('agenda', { happenedOn: '2023-10-21', words: '局党组会研究' })).toBe('日期还没有到，请核对。');
  expect(await file('agenda', { happenedOn: '2023-10-12' })).toContain('请用一两句话写清楚');
  expect(await file('agenda', { happenedOn: '2023-10-12', words: '局党组会第 20 次会议研究' })).toBe('好');
  expect((await cell('县水利局', 'agenda'))?.filing).toMatchObject({ happenedOn: '2023-10-12' });
});

test('专班定期限：过了没报的排在最前面，报过的在后；通知写了期限的照通知', async () => {
  const { county, board, file } = await desk('2023-11-02');
  expect((await board()).rows).toHaveLength(13);
  const term = { kind: 'plan', version: 0, dueOn: '2023-10-23', source: '10月16日工作群通知' };
  expect(told(await county.ask('何静', '/api/filing-terms', term))).toBe('由专班办公室收下或退回，请等他们办理。');
  expect(told(await county.ask('李卫平', '/api/filing-terms', term))).toBe('好');
  expect(told(await county.ask('周敏', '/api/filing-terms', term))).toContain('打开之后有人办过');
  expect(told(await county.ask('周敏', '/api/filing-terms', { ...term, version: 1, dueOn: '2023-10-25' }))).toBe('好');
  await file('plan', { words: '县水利局实施方案' });
  const { rows, terms } = await board();
  expect(terms[0]).toMatchObject({ kind: 'plan', dueOn: '2023-10-25', version: 2 });
  expect(rows.at(-1)).toMatchObject({ name: '县水利局', cells: [{ standing: 'filed' }, { standing: 'missing' }, {}, {}, {}] });
  expect(rows[0]?.cells[0]).toMatchObject({ standing: 'overdue', filing: null });
});

test('单位只看到、只报得了自己的；两个人同时报只成一个；别的单位打不开', async () => {
  const { county, board, cell, file } = await desk();
  expect((await board('何静')).rows.map(({ name }) => name)).toEqual(['县水利局']);
  expect(
    told(await county.ask('何静', '/api/filings', { unitId: county.ids[2], kind: 'plan', version: 0, words: '试' })),
  ).toContain('由责任单位自己报');
  const two = { unitId: county.ids[1], kind: 'plan', version: 0, words: '方案' };
  const both = await Promise.all(['何静', '张局长'].map(async (who) => told(await county.ask(who, '/api/filings', two))));
  expect(both.sort()).toEqual(['好', '打开之后有人办过，请刷新看过再办。'].sort());
  const id = (await cell('县水利局', 'plan'))?.filing?.id;
  expect((await county.ask('罗建平', `/api/filings/${id}`)).status).toBe(404);
  expect(await file('plan', { version: 0, words: '再报' })).toContain('打开之后有人办过');
  const plan = (await county.ask('李卫平', '/api/plan')).said as unknown as { plan: { id: never } };
  const seen = await county.as((context) => filingsOf({ ...context, onlyUnit: county.ids[2] as never }, plan.plan.id));
  expect(seen).toEqual([]);
});

test('没有方案时说先建方案；不在方案里的单位不用报', async () => {
  const county = await aCounty();
  const body = { unitId: county.ids[1], kind: 'plan', version: 0, words: '试' };
  expect(told(await county.ask('何静', '/api/filings', body))).toContain('还没有年度方案');
  expect((await county.ask('李卫平', '/api/filings')).said).toMatchObject({ plan: null, rows: [] });
  await bringPlan(county);
  await county.as(
    (context) =>
      context.db`update campaign set cancelled_on = ${context.day}, cancel_reason = '试' where county_id = ${county.code}`,
  );
  expect(told(await county.ask('何静', '/api/filings', body))).toContain('不在方案的责任单位里');
});
