import { expect, test } from 'vitest';
import { desk, png, text } from '../articles.ts';

type Desk = Awaited<ReturnType<typeof desk>>;
const sheetOf = async ({ county }: Desk) => ((await county.ask('何静', '/api/files', png)).said as { sha256?: string }).sha256;
const names = async (given: Desk, ...names: string[]) =>
  given.act('何静', 'sheet', {
    sheet: await sheetOf(given),
    signers: names.map((name) => ({ name, day: '2023-10-20', mistakes: null })),
  });

test.each(['何静', '何 静', '何\u3000静', '何\u200b静', '何·静', '（何静）'])(
  '审签单上写成“%s”的还是作者，不作数',
  async (author) => {
    const given = await desk();
    await given.act('何静', 'handing-in');
    expect(await names(given, '刘股长', author, '张局长')).toBe('审签人里有作者本人，这张审签单不作数；请换人审签。');
    expect(await names(given, author, '王副局长', '张局长')).toMatch('作者本人');
  },
);

test('审签单上同一个人换个写法签两级、或只写看不见的字，都不收', async () => {
  const given = await desk();
  await given.act('何静', 'handing-in');
  for (const again of ['刘 股长', '刘\u200b股长', '刘\u00a0股\u3000长', '刘·股长'])
    expect(await names(given, '刘股长', again, '张局长'), again).toBe('三级要由三个人签，请核对审签单上的姓名。');
  for (const blank of ['\u200b', '·', '——'])
    expect(await names(given, '刘股长', blank, '张局长'), blank).toBe('填写有误，请按提示改正。');
  expect(await given.show()).toMatchObject({ state: 'inReview', signatures: [] });
});

test('跳级、替签、作者签、一人签两级，都不成', async () => {
  const { review, proof, act, show } = await desk();
  expect(await review('刘股长')).toMatch('不在审签中');
  await act('何静', 'handing-in');
  for (const who of ['王副局长', '张局长', '何静', '李卫平', '陈建国']) expect(await review(who), who).toMatch('由股室负责人签');
  await review('刘股长');
  expect(await review('刘股长')).toBe('这一项已经签过了，请刷新看看。');
  expect(await review('王副局长')).toMatch('由股室负责人签');
  await proof('刘股长');
  expect(await proof('刘股长')).toMatch('由分管领导签');
  expect(await act('何静', 'sheet', { sheet: '0'.repeat(64), signers: signers() })).toMatch('已有人在系统里签了');
  expect((await show()).signatures).toHaveLength(2);
});
const signers = () => ['刘股长', '王副局长', '张局长'].map((name) => ({ name, day: '2023-10-20', mistakes: null }));

test('撤回或退回以后，旧版上的签字不再算数，六次都要重签', async () => {
  const { act, review, proof, show, signAll, county, path } = await desk();
  await act('何静', 'handing-in');
  await review('刘股长');
  const { version } = await show();
  await act('何静', 'withdrawal', { reason: '数字要改' });
  expect((await county.ask('刘股长', path('signatures'), { version, kind: 'proof' })).said.code).toBe('article.movedOn');
  expect(await proof('刘股长')).toMatch('不在审签中');
  await act('何静', 'text', { ...text, body: '改过的正文。' });
  await act('何静', 'handing-in');
  expect(await proof('王副局长')).toMatch('由股室负责人签');
  await signAll();
  expect((await show()).signatures.filter(({ level }) => level === 1)).toHaveLength(3);
});

test('审签到一半的人被停用，账号不能再签，稿件撤回重来走得通', async () => {
  const { county, act, review, proof, show } = await desk();
  await act('何静', 'handing-in');
  await review('刘股长');
  const { people } = (await county.ask('securityAdmin', '/api/people')).said as unknown as {
    people: { id: string; version: number }[];
  };
  const { id, version } = people.find((each) => each.id === county.person('刘股长')) ?? { id: '', version: 0 };
  await county.ask('securityAdmin', `/api/people/${id}/suspension`, { version, suspended: true, reason: '调离' });
  expect(await proof('刘股长')).toMatch('登录');
  const next = await county.ask('李卫平', '/api/people', {
    account: 'xin',
    name: '赵股长',
    unitId: county.ids[1],
    roles: ['sectionHead'],
  });
  expect(next.status).toBe(201);
  expect(await act('何静', 'withdrawal', { reason: '审签人调离' })).toBe('好');
  expect(await act('何静', 'handing-in')).toBe('好');
  expect((await show()).level).toBe(1);
});

test('审签中、已报送的稿件不能再改字；草稿专班看不到', async () => {
  const { county, act, signAll, path } = await desk();
  expect((await county.ask('李卫平', path())).status).toBe(404);
  await act('何静', 'handing-in');
  expect(await act('何静', 'text', { ...text, title: '偷改' })).toMatch('不能再改');
  await signAll();
  for (const who of ['何静', '张局长', '李卫平']) expect(await act(who, 'text', { ...text, title: '偷改' }), who).not.toBe('好');
  expect(await act('张局长', 'returns', { reason: '想收回' })).toMatch('不在审签中');
});

test('留用以后退回：台账撤销，再审再报只算一次；不用的不能撤回来抬高采用率', async () => {
  const { county, act, signAll, show } = await desk();
  const standing = async () => {
    const facts = await county.inside(
      (db) => db`
      select f.id from fact f where f.county_id = ${county.code} and f.cancels is null
        and not exists (select from fact g where g.county_id = f.county_id and g.cancels = f.id)`,
    );
    return facts.length;
  };
  await act('何静', 'handing-in');
  await signAll();
  await act('李卫平', 'decisions', { decision: 'take' });
  expect(await act('李卫平', 'decisions', { decision: 'return', reason: '有硬伤' })).toBe('好');
  expect(await standing()).toBe(0);
  expect(await act('李卫平', 'decisions', { decision: 'take' })).toMatch('不在专班手里');
  await act('何静', 'handing-in');
  await signAll();
  expect(await standing()).toBe(1);
  await act('李卫平', 'decisions', { decision: 'leave', reason: '重复' });
  expect(await act('何静', 'withdrawal', { reason: '不算' })).toMatch('不用撤回');
  expect((await show()).state).toBe('left');
});

test('作者另开一个账号来审，或一个人用两个账号签两级，都不成', async () => {
  const { county, act, review, proof } = await desk();
  const join = async (account: string, name: string, role: string) => {
    const given = { account, name, unitId: county.ids[1], roles: [role] };
    const { invitation } = (await county.ask('李卫平', '/api/people', given)).said as { invitation?: string };
    const { cookie } = await county.ask(null, `/api/invitations/${invitation}`, { password: 'Ceshi-2023-mima9' });
    county.cookies.set(account, cookie.split(';')[0] ?? '');
  };
  await join('heer', '何 静', 'sectionHead');
  await join('liuer', '刘股长', 'deputyHead');
  await act('何静', 'handing-in');
  const same = '您和作者或前一级审签人同名，分不清是不是一个人，请别的同志审签。';
  expect(await review('heer')).toBe(same);
  await review('刘股长');
  await proof('刘股长');
  expect(await review('liuer')).toBe(same);
  expect(await review('王副局长')).toBe('好');
});

test('一张审签单的照片，不能再代录到另一篇稿件上', async () => {
  const given = await desk();
  const { county, act } = given;
  const sheet = await sheetOf(given);
  await act('何静', 'handing-in');
  expect(await act('何静', 'sheet', { sheet, signers: signers() })).toBe('好');
  const other = ((await county.ask('何静', '/api/articles', text)).said as { id?: string }).id;
  await county.ask('何静', `/api/articles/${other}/handing-in`, { version: 1 });
  const again = await county.ask('何静', `/api/articles/${other}/sheet`, { version: 2, sheet, signers: signers() });
  expect(again.said.message).toBe('这张审签单已经代录在另一篇或另一版稿件上，请核对编码，传这一版自己的审签单。');
});

test('改了稿子自己送审的股长，等于作者，不能再审这一版；纸上也不行', async () => {
  const given = await desk();
  const { act, review, show } = given;
  expect(await act('刘股长', 'text', { ...text, body: '全由股长改写。' })).toBe('好');
  expect(await act('刘股长', 'handing-in')).toBe('好');
  expect(await review('刘股长')).toMatch('这一版是您送审的');
  expect((await show('刘股长')).may).toMatchObject({
    review: '这一版是您送审的，不能自己审签，请别的同志审签，或先撤回、由作者送审。',
  });
  expect(await names(given, '刘股长', '王副局长', '张局长')).toMatch('审签人里有送审的人');
  await act('何静', 'withdrawal', { reason: '由作者送审' });
  await act('何静', 'handing-in');
  expect(await review('刘股长')).toBe('好');
});

test.each(['\u200b', '\ufeff\u2060', '！——…', '\u3000'])(
  '标题、正文、图片说明只有看不见的字或标点（%j），送不了审',
  async (blank) => {
    const given = await desk();
    const sha256 = await sheetOf(given);
    const write = async (more: object) => {
      await given.act('何静', 'text', { ...text, ...more });
      return given.act('何静', 'handing-in');
    };
    expect(await write({ title: blank })).toMatch('还没有标题');
    expect(await write({ body: blank })).toMatch('正文还是空的');
    expect(await write({ pictures: [{ sha256, caption: blank }] })).toMatch('图片没写说明');
  },
);
