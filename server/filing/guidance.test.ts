import { expect, test } from 'vitest';
import { png } from '../../test/articles.ts';
import { bringPlan } from '../../test/bringPlan.ts';
import { aCounty } from '../../test/county.ts';
import type { Bond } from './guidance.ts';

test('专班定谁指导谁，牵头单位记哪天做了什么，被指导的看得到、别的单位看不到；不再指导了只能看', async () => {
  const county = await aCounty('2023-10-20');
  await bringPlan(county);
  const [, water, housing] = county.ids;
  const pair = { leadId: water, unitId: housing };
  const said = async (...asked: Parameters<typeof county.ask>) => {
    const { status, said } = await county.ask(...asked);
    return status === 201 ? '好' : said.message;
  };
  const bonds = async (who: string) =>
    ((await county.ask(who, '/api/guidance')).said as unknown as { bonds: (Bond & { may: object })[] }).bonds;
  expect(await said('何静', '/api/guidance', pair)).toBe('谁指导谁由专班办公室定，请找他们。');
  expect(await said('李卫平', '/api/guidance', { leadId: water, unitId: water })).toBe('单位不能指导自己，请重新选。');
  expect(await said('李卫平', '/api/guidance', pair)).toBe('好');
  expect(await said('周敏', '/api/guidance', pair)).toBe('这两个单位已经是牵头和指导，不用再定。');
  const [bond] = await bonds('何静');
  expect(bond).toMatchObject({
    leadName: '县水利局',
    unitName: '县住建局',
    may: { note: null, end: '谁指导谁由专班办公室定，请找他们。' },
  });
  const { sha256 } = (await county.ask('何静', '/api/files', Uint8Array.from(png))).said as Record<string, unknown>;
  const note = { happenedOn: '2023-10-19', what: '一起改了两篇稿', byName: '刘股长', sha256 };
  const path = `/api/guidance/${bond?.id}/notes`;
  expect(await said('罗建平', path, note)).toBe('指导记录由牵头单位自己写，请等他们写。');
  expect(await said('何静', path, { ...note, happenedOn: '2023-10-21' })).toBe('日期还没有到，请核对。');
  expect(await said('何静', path, note)).toBe('好');
  expect((await bonds('罗建平'))[0]?.notes).toMatchObject([
    { happenedOn: '2023-10-19', what: '一起改了两篇稿', byName: '刘股长', recordedBy: '何静' },
  ]);
  expect((await county.ask('罗建平', `/api/files/${sha256}`)).status).toBe(200);
  expect(await said('李卫平', `/api/guidance/${bond?.id}/ending`, { version: 1, reason: '并入另一组' })).toBe('好');
  expect(await said('何静', path, note)).toBe('这一对已经不再指导，只能看。');
  expect(await said('李卫平', '/api/guidance', pair)).toBe('好');
  expect(await bonds('李卫平')).toHaveLength(2);
  expect((await county.ask('李卫平', '/api/guidance.xlsx')).status).toBe(200);
});
