import { expect, test } from 'vitest';
import { desk, text } from '../articles.ts';
import { bringScheme } from '../scored.ts';

/** 两份约稿和县水利局的一篇稿件；`deliver` 送审、六次签字、报送。 */
async function ordered() {
  const given = await desk();
  const { county, act, signAll } = given;
  const order = { unitId: county.ids[1], dueOn: '2023-10-30' };
  for (const title of ['甲', '乙']) await county.ask('李卫平', '/api/commissions', { ...order, title });
  const list = async () =>
    (
      (await county.ask('何静', '/api/commissions')).said as unknown as {
        commissions: { id: string; title: string; standing: string }[];
      }
    ).commissions;
  const standings = async () => Object.fromEntries((await list()).map(({ title, standing }) => [title, standing]));
  const write = async (title: string) => {
    const commissionId = (await list()).find((each) => each.title === title)?.id;
    return act('何静', 'text', { ...text, commissionId });
  };
  const deliver = async () => {
    await act('何静', 'handing-in');
    await signAll();
  };
  return { ...given, standings, write, deliver };
}

test('一篇稿件交了甲约稿，退回后甲重新等交；改挂到乙，交的只是乙，不能一稿交两份', async () => {
  const { act, standings, write, deliver } = await ordered();
  expect(await write('甲')).toBe('好');
  await deliver();
  expect(await standings()).toEqual({ 甲: 'delivered', 乙: 'waiting' });
  await act('李卫平', 'decisions', { decision: 'return', reason: '缺数据' });
  expect(await standings()).toEqual({ 甲: 'waiting', 乙: 'waiting' });
  expect(await write('乙')).toBe('好');
  await deliver();
  expect(await standings()).toEqual({ 甲: 'waiting', 乙: 'delivered' });
  await act('何静', 'withdrawal', { reason: '不报了' });
  expect(await standings()).toEqual({ 甲: 'waiting', 乙: 'waiting' });
});

test('别的单位的约稿挂不上，也看不到', async () => {
  const { county } = await ordered();
  await county.ask('李卫平', '/api/commissions', { unitId: county.ids[2], title: '丙', dueOn: '2023-10-30' });
  const { commissions } = (await county.ask('罗建平', '/api/commissions')).said as unknown as {
    commissions: { id: string; title: string }[];
  };
  expect(commissions.map(({ title }) => title)).toEqual(['丙']);
  const told = await county.ask('何静', '/api/articles', { ...text, commissionId: commissions[0]?.id });
  expect(told.said.message).toBe('没有发给本单位的这份约稿，请重新选。');
  const [id] = commissions.map(({ id }) => id);
  for (const verb of ['withdrawal', 'missing'])
    expect((await county.ask('何静', `/api/commissions/${id}/${verb}`, { version: 1, reason: '试' })).status, verb).toBe(404);
});

test('十月锁定以后撤回交过的约稿，逾期就要在十一月有个说法，不记就锁不了', async () => {
  const { county, act, write, deliver, standings } = await ordered();
  await bringScheme(county);
  await write('甲');
  await deliver();
  await county.ask('李卫平', '/api/demo-day', { day: '2023-11-02' });
  const month = async (name: string) =>
    (await county.ask('陈建国', `/api/months/${name}`)).said as unknown as {
      version: number;
      head: string;
      checks: { words: string; count: number }[];
    };
  const { commissions } = (await county.ask('李卫平', '/api/commissions')).said as unknown as {
    commissions: { id: string; title: string }[];
  };
  const second = commissions.find(({ title }) => title === '乙')?.id;
  expect((await county.ask('李卫平', `/api/commissions/${second}/missing`, { version: 1, reason: '没交' })).status).toBe(201);
  const { version, head } = await month('2023-10');
  expect((await county.ask('陈建国', '/api/months/2023-10/lock', { version, head })).status).toBe(201);
  await act('何静', 'withdrawal', { reason: '不报了' });
  expect(await standings()).toEqual({ 甲: 'overdue', 乙: 'missed' });
  const checks = (await month('2023-11')).checks.filter(({ count }) => count > 0);
  expect(checks.map(({ words }) => words)).toContain('还有 1 件约稿过了期限没有办结');
});
