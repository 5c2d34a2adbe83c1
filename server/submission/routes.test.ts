import { expect, test } from 'vitest';
import { desk, png, text } from '../../test/articles.ts';
import type { County } from '../../test/county.ts';
import { factsOf, standingSources } from '../fact/queries.ts';
import { factsDueUnscoped } from './queries/lists.ts';

const facts = async (county: County) =>
  (await county.as((context) => factsOf(context, '2023-10', '2023-12'))).map(({ kind, cancels }) =>
    cancels ? `撤${kind}` : kind,
  );

test('一篇稿件从起草、三审三校到报送、留用，六个签名各归各人', async () => {
  const { county, show, act, review, proof } = await desk();
  expect(await act('何静', 'handing-in')).toBe('好');
  expect(await show()).toMatchObject({ state: 'inReview', level: 1, versionNo: 1, versions: [{ no: 1, words: 13 }] });
  expect(await proof('刘股长', 5)).toBe('好'); // in any order
  expect(await show()).toMatchObject({ level: 1 });
  expect(await review('刘股长')).toBe('好');
  expect([await review('王副局长'), await proof('王副局长', 3)]).toEqual(['好', '好']);
  expect(await review('张局长')).toBe('好');
  expect(await facts(county)).toEqual([]);
  expect(await proof('张局长')).toBe('好');
  const shown = await show('李卫平');
  expect(shown).toMatchObject({ state: 'submitted', level: null, submissions: [{ outcome: null, submittedOn: '2023-10-20' }] });
  expect(shown.signatures.map(({ level, kind, signerName }) => `${level} ${kind} ${signerName}`)).toEqual([
    '1 proof 刘股长',
    '1 review 刘股长',
    '2 review 王副局长',
    '2 proof 王副局长',
    '3 review 张局长',
    '3 proof 张局长',
  ]);
  expect(await act('李卫平', 'decisions', { decision: 'take' })).toBe('好');
  expect(await show()).toMatchObject({ state: 'taken', submissions: [{ outcome: 'taken' }] });
});

test('报送记成一条事实：哪个单位、哪一天、多少字、第几项措施', async () => {
  const { county, id, act, signAll } = await desk();
  await act('何静', 'handing-in');
  await signAll();
  const [fact] = await county.as((context) => factsOf(context, '2023-10', '2023-10'));
  expect(fact).toMatchObject({
    kind: 'submission',
    unit: county.ids[1],
    day: '2023-10-20',
    attributes: { article: id, title: '水渠通到田埂上', words: 13, genre: '动态', measure: '7' },
  });
});

test('写明项目和场次的，事实里按方案的叫法记；同级两个人同时签，只有一个签上', async () => {
  const { county, path, show, act, review, proof } = await desk();
  const at = '0198f0a0-0000-7000-8000-00000000000';
  const [plan, project, campaign] = [`${at}1`, `${at}2`, `${at}3`];
  const code = county.code;
  await county.inside(async (db) => {
    await db`insert into plan (county_id, id, year, title, source, kept_repairs, answers, created_by, created_at, version)
      values (${code}, ${plan}, 2023, '方案', '', '{}', '{}', ${county.person('李卫平')}, now(), 1)`;
    await db`insert into project (county_id, id, plan_id, place, name, version) values (${code}, ${project}, ${plan}, 0, '农村水源保障', 1)`;
    await db`insert into campaign (county_id, id, plan_id, place, no, theme, days, window_text, precision, line, version)
      values (${code}, ${campaign}, ${plan}, 0, '5', '水利建设', '{}', '', 'day', 1, 1)`;
  });
  await withRoles(county, '王副局长', ['sectionHead', 'deputyHead']);
  await act('何静', 'text', { ...text, genre: 'experience', projectId: project, campaignId: campaign });
  await act('何静', 'handing-in');
  const { version } = await show();
  const both = ['刘股长', '王副局长'].map((who) => county.ask(who, path('signatures'), { version, kind: 'review' }));
  expect((await Promise.all(both)).map(({ status }) => status).sort()).toEqual([201, 409]);
  const first = (await show()).signatures[0]?.signerName ?? '';
  await proof(first);
  await withRoles(county, '刘股长', ['deputyHead']);
  const second = first === '刘股长' ? '王副局长' : '刘股长';
  for (const who of [second, '张局长']) expect([await review(who), await proof(who)]).toEqual(['好', '好']);
  const [fact] = await county.as((context) => factsOf(context, '2023-10', '2023-10'));
  expect(fact?.attributes).toMatchObject({ project: '农村水源保障', campaign: '水利建设', genre: '经验' });
});

test('前一级签完才轮到下一级；没轮到、不是本级的，说清楚由谁签', async () => {
  const { act, review, proof } = await desk();
  await act('何静', 'handing-in');
  expect(await review('王副局长')).toBe('现在是初审、一校，由股室负责人签，请等他签完。');
  expect(await review('何静')).toContain('由股室负责人签');
  await review('刘股长');
  expect(await review('王副局长')).toContain('现在是初审');
  expect(await review('刘股长')).toBe('这一项已经签过了，请刷新看看。');
  await proof('刘股长');
  expect(await review('刘股长')).toBe('现在是复审、二校，由分管领导签，请等他签完。');
});

const withRoles = async (county: County, who: string, roles: string[]) => {
  await county.inside(
    (db) => db`update person set roles = ${roles} where county_id = ${county.code} and id = ${county.person(who)}`,
  );
};

test('一个人不能签两级，作者一级也不能签，身兼两职也不行', async () => {
  const { county, act, review, proof, show } = await desk();
  await withRoles(county, '刘股长', ['sectionHead', 'deputyHead']);
  await withRoles(county, '何静', ['informationOfficer', 'sectionHead']);
  await act('何静', 'handing-in');
  expect(await review('何静')).toBe('您是作者，不能审自己的稿件，请别的同志审签。');
  expect([await review('刘股长'), await proof('刘股长')]).toEqual(['好', '好']);
  expect(await review('刘股长')).toBe('您已签了前一级，一个人不能签两级，请别的同志签这一级。');
  expect((await show('王副局长')).may.review).toBeNull();
});

test('同一级两个人：谁先签归谁，另一个不能接着签校对', async () => {
  const { county, act, review, proof } = await desk();
  await withRoles(county, '王副局长', ['sectionHead', 'deputyHead']);
  await act('何静', 'handing-in');
  await review('刘股长');
  expect(await proof('王副局长')).toBe('这一级刘股长已经在签，请由他签完。');
});

test('数据库自己也守着：作者、同一人两级写不进去', async () => {
  const { county, id, act, review, proof } = await desk();
  await act('何静', 'handing-in');
  await review('刘股长');
  await proof('刘股长');
  const level = (signer: string) =>
    county.inside(
      (db) => db`
      insert into review_level (county_id, article_id, version_no, level, signer, signer_name, person_id, author_id)
      values (${county.code}, ${id}, 1, 2, ${county.person(signer)}, ${signer}, ${county.person(signer)}, ${county.person('何静')})`,
    );
  await expect(level('何静')).rejects.toMatchObject({ constraint_name: 'review_level_not_the_author' });
  await expect(level('刘股长')).rejects.toMatchObject({ constraint_name: 'review_level_one_person' });
});

test('退回要写理由，作者看得到是谁、为什么；改过重新送审，从初审签起', async () => {
  const { county, id, act, show, review, proof } = await desk();
  await act('何静', 'handing-in');
  await review('刘股长');
  await proof('刘股长');
  expect(await act('王副局长', 'returns', { reason: '' })).toBeTruthy();
  expect(await act('王副局长', 'returns', { reason: '进度以10月31日为准' })).toBe('好');
  expect(await show()).toMatchObject({
    state: 'returned',
    returns: [{ level: 2, reason: '进度以10月31日为准', byName: '王副局长' }],
  });
  expect((await county.ask('何静', '/api/article-queue')).said).toMatchObject({ toRevise: 1 });
  expect(await act('何静', 'text', { ...text, body: '水渠修通了，完成率60%。' })).toBe('好');
  expect((await show('李卫平')).body).toBe(text.body); // what is being rewritten is the unit's own
  expect(await act('何静', 'handing-in')).toBe('好');
  const { level, versions } = await show();
  expect([level, versions.map(({ no }) => no)]).toEqual([1, [1, 2]]);
  expect(new Set(versions.map(({ digest }) => digest)).size).toBe(2);
  expect(await review('王副局长')).toContain('现在是初审');
  expect((await county.ask('刘股长', '/api/article-queue')).said).toMatchObject({ toReview: 1 });
  expect((await county.ask('王副局长', '/api/article-queue')).said).toMatchObject({ toReview: 0 });
  expect(id).toBeTruthy();
});

test('同一次点两下只签一次；两个人先后动，后一个先看', async () => {
  const { county, path, act, show } = await desk();
  await act('何静', 'handing-in');
  const { version } = await show();
  const twice = { 'idempotency-key': '0198f0a0-0000-4000-8000-000000000002' };
  const click = () => county.ask('刘股长', path('signatures'), { version, kind: 'review' }, twice);
  const replies = await Promise.all([click(), click()]);
  expect(replies.map(({ status }) => status)).toEqual([201, 201]);
  expect((await show()).signatures).toHaveLength(1);
  const late = await county.ask('刘股长', path('returns'), { version, reason: '再改改' });
  expect([late.status, late.said.code]).toEqual([409, 'article.movedOn']);
});

test('领导在纸上签：打印的审签单有编码，照片由信息员代录，六签一次记全', async () => {
  const { county, path, act, show } = await desk('2023-10-25');
  await act('何静', 'handing-in');
  const printed = await county.ask('何静', path('sheet.pdf'));
  expect(printed.status).toBe(200);
  const { sha256 } = (await county.ask('何静', '/api/files?name=审签单.png', png)).said as unknown as { sha256: string };
  const signer = (name: string, day = '2023-10-25') => ({ name, day, mistakes: 2 });
  const record = (...signers: ReturnType<typeof signer>[]) => act('何静', 'sheet', { sheet: sha256, signers });
  expect(await record(signer('刘股长'), signer('何 静'), signer('张局长'))).toContain('审签人里有作者本人');
  expect(await record(signer('刘股长'), signer('刘 股长'), signer('张局长'))).toContain('三级要由三个人签');
  expect(await record(signer('刘股长'), signer('王副局长', '2023-10-24'), signer('张局长'))).toContain('早于送审');
  expect(await record(signer('刘股长'), signer('王副局长'), signer('张局长', '2023-10-26'))).toContain('还没有到');
  expect(await act('刘股长', 'sheet', { sheet: sha256, signers: [signer('甲'), signer('乙'), signer('丙')] })).toContain('代录');
  expect(await record(signer('刘股长'), signer('王副局长'), signer('张局长'))).toBe('好');
  const { state, signatures } = await show();
  expect([state, signatures.length]).toEqual(['submitted', 6]);
  expect(signatures[0]).toMatchObject({ signerName: '刘股长', sheet: sha256, recordedByName: '何静', signedOn: '2023-10-25' });
  const [fact] = await county.as((context) => factsOf(context, '2023-10', '2023-10'));
  expect(fact?.evidence).toEqual([sha256]);
});

test('已有人在系统里签了，不能再用纸代录；专班代录的，本单位也看得到', async () => {
  const { county, act, review, path } = await desk();
  await act('何静', 'handing-in');
  const { sha256 } = (await county.ask('李卫平', '/api/files?name=1.png', png)).said as unknown as { sha256: string };
  const signers = ['刘股长', '王副局长', '张局长'].map((name) => ({ name, day: '2023-10-20' }));
  await review('刘股长');
  expect(await act('李卫平', 'sheet', { sheet: sha256, signers })).toContain('已有人在系统里签了');
  await act('刘股长', 'returns', { reason: '用审签单签' });
  await act('何静', 'handing-in');
  expect(await act('李卫平', 'sheet', { sheet: sha256, signers })).toBe('好');
  expect((await county.ask('何静', `/api/files/${sha256}`)).status).toBe(200);
  expect((await county.ask('罗建平', path())).status).toBe(404);
});

test('撤回：报送之前回到草稿；报送之后从台账里撤掉，不再计数', async () => {
  const { county, act, show, signAll } = await desk();
  expect(await act('何静', 'withdrawal', { reason: '不报了' })).toContain('不用撤回');
  await act('何静', 'handing-in');
  expect(await act('何静', 'withdrawal', { reason: '再核一遍数字' })).toBe('好');
  expect(await show()).toMatchObject({ state: 'draft', returns: [{ level: null, reason: '再核一遍数字' }] });
  await act('何静', 'handing-in');
  await signAll();
  expect(await facts(county)).toEqual(['submission']);
  expect(await act('罗建平', 'withdrawal', { reason: '别的单位' })).toBe('没有这篇稿件，请返回稿件列表。');
  expect(await act('何静', 'withdrawal', { reason: '数字有误' })).toBe('好');
  expect(await show()).toMatchObject({ state: 'withdrawn', submissions: [{ outcome: 'withdrawn' }] });
  expect(await facts(county)).toEqual(['submission', '撤submission']);
});

test('专班退回修改：这一篇先不计数；改好重新报送，另记一条', async () => {
  const { county, act, show, signAll } = await desk();
  await act('何静', 'handing-in');
  await signAll();
  expect(await act('何静', 'decisions', { decision: 'take' })).toBe('留用、不用和退回由专班办公室定，请找他们。');
  expect(await act('陈建国', 'decisions', { decision: 'take' })).toContain('专班办公室定');
  expect(await act('李卫平', 'decisions', { decision: 'return', reason: '补上资金数' })).toBe('好');
  expect(await show()).toMatchObject({ state: 'returned', returns: [{ level: 0, reason: '补上资金数', byName: '李卫平' }] });
  await act('何静', 'handing-in');
  await signAll();
  expect(await facts(county)).toEqual(['submission', '撤submission', 'submission']);
  expect(await act('李卫平', 'decisions', { decision: 'leave', reason: '与旧稿重复' })).toBe('好');
  expect((await show()).submissions.map(({ outcome }) => outcome)).toEqual(['returned', 'left']);
  expect(await act('何静', 'withdrawal', { reason: '不算了' })).toContain('不用撤回');
});

test('台账和本模块的行对得上：报送、退回、撤回之后都一样', async () => {
  const first = await desk();
  const { county } = first;
  await first.act('何静', 'handing-in');
  await first.signAll();
  const same = async (count: number) => {
    const due = await county.as(factsDueUnscoped);
    const held = (await county.as(standingSources)).filter(({ kind }) => kind === 'submission');
    expect(held.map(({ kind: _, ...rest }) => rest)).toEqual(due);
    expect(due).toHaveLength(count);
  };
  await same(1);
  await first.act('李卫平', 'decisions', { decision: 'return', reason: '改' });
  await same(0);
  await first.act('何静', 'handing-in');
  await first.signAll();
  await same(1);
  await first.act('何静', 'withdrawal', { reason: '撤' });
  await same(0);
});

test('已经留用的，单位不能自己撤回来抬高采用率；请专班退回', async () => {
  const { county, act, show, signAll } = await desk();
  await act('何静', 'handing-in');
  await signAll();
  await act('李卫平', 'decisions', { decision: 'take' });
  const why = '专班已经留用，单位不能自己撤回；确实要撤，请告诉专班办公室，由他们退回。';
  expect(await act('何静', 'withdrawal', { reason: '不想要了' })).toBe(why);
  expect((await show()).may.withdraw).toBe(why);
  expect(await act('李卫平', 'decisions', { decision: 'return', reason: '单位来电要求撤回' })).toBe('好');
  expect(await facts(county)).toEqual(['submission', '撤submission']);
});

test('审计里说得出审的、定的是哪一篇', async () => {
  const { county, act, signAll } = await desk();
  await act('何静', 'handing-in');
  await signAll();
  await act('李卫平', 'decisions', { decision: 'leave', reason: '与旧稿重复' });
  const told = await county.as(
    ({ db }) =>
      db`select reason from audit_entry where county_id = ${county.code} and what in ('article.review', 'submission.leave') order by id`,
  );
  expect(told.map(({ reason }) => reason)).toEqual([
    ...['初审', '复审', '终审'].map((level) => `《${text.title}》：${level}`),
    `《${text.title}》：与旧稿重复`,
  ]);
});

test('选了月份、单位，状态的篇数跟着变', async () => {
  const { county, act, signAll } = await desk();
  await act('何静', 'handing-in');
  await signAll();
  const states = async (query: string) => (await county.ask('李卫平', `/api/article-states${query}`)).said;
  expect(await states('?month=2023-10')).toEqual({ counts: [{ state: 'submitted', count: 1 }] });
  expect(await states('?month=2023-09')).toEqual({ counts: [] });
  expect(await states(`?unit=${county.ids[2]}`)).toEqual({ counts: [] });
});
