import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aCounty, type County } from '../../test/county.ts';
import type { CalendarDay } from '../calendar/calendar.ts';
import type { CountyDate } from '../kernel/dates.ts';
import type { read } from './actions.ts';
import { collisionsOf, type Move, movedWindow, whyNotThere } from './moving.ts';
import type { Campaign } from './plan.ts';
import { asksWords } from './settling.ts';

const on = (text: string) => text as CountyDate;
const campaign = (no: string, from: string, to: string, given: Partial<Campaign> = {}): Campaign => ({
  ...{ id: no as Campaign['id'], no, theme: `主题${no}`, fromOn: on(from), toOn: on(to), days: [], line: 1, version: 1 },
  ...{ windowText: '', precision: 'day', projects: [], units: [], cancelledOn: null, cancelReason: null },
  ...given,
});
const water = { id: 'w', name: '县水利局', role: 'lead' } as const;

test('撞上什么：同一单位、同一项目、节假日、周末、调休上班各说一句，取消了的不算', () => {
  const moved = campaign('1', '2023-09-01', '2023-09-02', { units: [water], projects: ['水库除险'] });
  const others = [
    moved,
    campaign('2', '2023-10-06', '2023-10-06', { units: [water] }),
    campaign('3', '2023-10-08', '2023-10-09', { projects: ['水库除险'] }),
    campaign('4', '2023-10-06', '2023-10-06', { units: [water], cancelledOn: on('2023-09-01'), cancelReason: '停' }),
    campaign('5', '2023-10-12', '2023-10-13', { units: [water] }),
  ];
  const exceptions: CalendarDay[] = [
    { day: on('2023-10-06'), works: false, name: '国庆节' },
    { day: on('2023-10-07'), works: true, name: '国庆节' },
  ];
  const to = movedWindow(moved, on('2023-10-06'), on('2023-10-08'));
  expect(collisionsOf(moved, to, others, exceptions).map(({ kind, words }) => [kind, words])).toEqual([
    ['unit', '县水利局同时还有第 2 场“主题2”（10-06—10-06）'],
    ['project', '水库除险同时也在第 3 场“主题3”（10-08—10-09）里'],
    ['holiday', '1 天（国庆节）：10-06'],
    ['weekend', '1 天：10-08'],
    ['makeUp', '1 天（国庆节）：10-07'],
  ]);
});

test('分散的几天整段一样长就跟着挪，长短变了就按整段算', () => {
  const scattered = campaign('1', '2023-11-01', '2023-11-05', { days: ['2023-11-01', '2023-11-05'] });
  expect(movedWindow(scattered, on('2023-11-30'), on('2023-12-04')).days).toEqual(['2023-11-30', '2023-12-04']);
  expect(movedWindow(scattered, on('2023-11-30'), on('2023-12-05')).days).toEqual([]);
  expect(whyNotThere(scattered, on('2023-11-01'), on('2023-11-05'))?.code).toBe('move.same');
  expect(whyNotThere(scattered, on('2023-11-02'), on('2023-11-01'))?.code).toBe('move.backwards');
  expect(whyNotThere(scattered, on('2023-11-02'), on('2024-11-02'))?.code).toBe('move.tooLong');
});

const notice = await readFile(join(import.meta.dirname, '../../database/demo/notice-2023-10-08.txt'));
type Found = Awaited<ReturnType<typeof read>>;
type Shown = { plan: { version: number }; campaigns: (Campaign & { moves: Move[]; may: { move: string | null } })[] };

async function planned() {
  const county = await aCounty('2023-10-09');
  const source = { base64: notice.toString('base64') };
  const { reading, newUnits } = (await county.ask('李卫平', '/api/readings', { source })).said as unknown as Found;
  const answers = Object.fromEntries(
    reading.questions.map(({ id, choices }) => [id, { choice: choices.find((choice) => !asksWords(choice)) ?? '' }]),
  );
  await county.ask('李卫平', '/api/plans', {
    ...{ source, answers, newUnits: newUnits.map((name) => ({ name, kind: 'government' })) },
  });
  const water = (await schedule(county)).campaigns.find(({ units }) => units.some(({ name }) => name === '县水利局'));
  if (!water) throw new Error('县水利局没有一场');
  return { county, water, path: `/api/campaigns/${water.id}` };
}
const schedule = async (county: County) => (await county.ask('何静', '/api/schedule')).said as unknown as Shown;
const moves = async (county: County, who: string) =>
  ((await county.ask(who, '/api/campaign-moves')).said as unknown as { moves: Move[] }).moves;

test('改期：先看撞上什么，写理由，原来的留着，单位看到并点知道了，改回去一模一样', async () => {
  const { county, water, path } = await planned();
  const to = { from: '2023-12-30', to: '2024-01-02' };
  const { said: looked } = await county.ask('何静', `${path}/collisions?from=${to.from}&to=${to.to}`);
  expect(looked).toMatchObject({
    whyNot: null,
    collisions: expect.arrayContaining([expect.objectContaining({ words: expect.stringContaining('12-30') })]),
  });
  expect(await county.ask('何静', `${path}/collisions?from=2024-01-02&to=2023-12-30`)).toMatchObject({
    said: { whyNot: expect.stringContaining('之前'), collisions: [] },
  });

  const body = { version: water.version, ...to, reason: '与水利现场会冲突' };
  expect((await county.ask('李卫平', `${path}/moves`, { ...body, reason: ' ' })).status).toBe(422);
  expect((await county.ask('何静', `${path}/moves`, body)).said.code).toBe('move.mayNotMove');
  expect(await county.ask('李卫平', `${path}/moves`, body)).toMatchObject({ status: 201, said: { version: water.version + 1 } });
  expect((await county.ask('周敏', `${path}/moves`, body)).said.code).toBe('plan.movedOn');

  const after = await schedule(county);
  expect(after.plan.version).toBe(2);
  expect(after.campaigns.find(({ id }) => id === water.id)).toMatchObject({
    ...{ fromOn: to.from, toOn: to.to, precision: 'day', version: water.version + 1 },
    ...{ units: water.units, projects: water.projects },
    moves: [{ wasFrom: water.fromOn, wasTo: water.toOn, wasText: water.windowText, reason: body.reason, movedByName: '李卫平' }],
  });

  const [told] = await moves(county, '何静');
  expect(told?.unseen.map(({ name }) => name)).toEqual(['县水利局']);
  expect(await moves(county, '罗建平')).toEqual([]);
  const seen = { campaignId: water.id, no: told?.no };
  expect((await county.ask('罗建平', '/api/campaign-moves/seen', seen)).status).toBe(404);
  expect((await county.ask('李卫平', '/api/campaign-moves/seen', seen)).said.code).toBe('move.mayNotSee');
  expect((await county.ask('何静', '/api/campaign-moves/seen', seen)).status).toBe(201);
  expect((await moves(county, '何静'))[0]?.unseen).toEqual([]);
  expect((await moves(county, '李卫平'))[0]?.unseen.map(({ name }) => name)).not.toContain('县水利局');

  const back = { version: water.version + 1, reason: '现场会取消' };
  expect((await county.ask('李卫平', `${path}/moves/undoing`, back)).status).toBe(201);
  const again = (await schedule(county)).campaigns.find(({ id }) => id === water.id);
  const { fromOn, toOn, days, windowText, precision } = water;
  expect(again).toMatchObject({ fromOn, toOn, days, windowText, precision, version: water.version + 2 });
  expect(again?.moves.map(({ reason }) => reason)).toEqual(['现场会取消', '与水利现场会冲突']);
  expect((await moves(county, '何静'))[0]?.unseen).toHaveLength(1);
});

test('没有改过的一场没有可改回的', async () => {
  const { county, water, path } = await planned();
  const { said } = await county.ask('李卫平', `${path}/moves/undoing`, { version: water.version, reason: '试' });
  expect(said.code).toBe('move.notLast');
});
