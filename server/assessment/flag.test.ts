import { expect, test } from 'vitest';
import { desk, text } from '../../test/articles.ts';
import { aScoredCounty } from '../../test/scored.ts';
import type { Flag } from './actions/flag.ts';

type Reply = { flags: Flag[]; counts: { state: string; count: number }[] };
type Sent = { status: number; said: { message?: string } };
const told = ({ status, said }: Sent) => (status === 201 ? '好' : said.message);

/** 县水利局（何静）和县住建局（罗建平）的采用用了同一份佐证。 */
async function flagged() {
  const county = await aScoredCounty('2023-11-02');
  const proof = 'a'.repeat(64);
  const adopted = (place: 1 | 2, title: string, evidence = [proof]) =>
    county.happened(place, 'adoption', '2023-10-20', { title, carrier: '邵阳日报' }, evidence);
  await adopted(1, '水渠通到田埂上');
  await adopted(2, '老旧小区换新颜');
  const list = async (who = '李卫平', more = '') =>
    (await county.ask(who, `/api/flags?month=2023-10${more}`)).said as unknown as Reply;
  const count = async () => (await county.ask('李卫平', '/api/flag-counts?month=2023-10')).said as unknown as { open: number };
  const ours = async (who = '李卫平') => (await list(who)).flags.find(({ unitId }) => unitId === county.ids[1]);
  const judge = async (who: string, verdict: string, { version = 0, reason = '两篇登在不同版面，扫描件却是同一张' } = {}) => {
    const { flag } = (await ours()) ?? { flag: '' };
    return told(await county.ask(who, `/api/flags/2023-10/${flag}/verdicts`, { version, verdict, reason }));
  };
  return { county, adopted, list, count, ours, judge };
}

test('办公室看到两个单位各一条提示：看到了什么、据什么、为什么可能正常；分数不动', async () => {
  const { list, count, county } = await flagged();
  const { flags } = await list();
  expect(flags.map(({ unitName, rule, seen }) => `${unitName} ${rule} ${seen}`).sort()).toEqual([
    '县住建局 proof 同一份佐证文件（摘要相同）用在 2 条采用上，另有县水利局的（从 2 条起提示）：《老旧小区换新颜》。',
    '县水利局 proof 同一份佐证文件（摘要相同）用在 2 条采用上，另有县住建局的（从 2 条起提示）：《水渠通到田埂上》。',
  ]);
  expect(flags[0]).toMatchObject({ state: 'open', version: 0, stands: true, may: { judge: null } });
  expect(flags[0]?.innocent).toContain('同一版报纸');
  expect(flags[0]?.facts.map(({ title, carrier }) => `${title} ${carrier}`).sort()).toEqual(
    ['水渠通到田埂上 邵阳日报', '老旧小区换新颜 邵阳日报'].sort(),
  );
  expect(await count()).toMatchObject({ open: 2 });
  const { said } = await county.ask('李卫平', '/api/months/2023-10');
  expect((said as unknown as { checks: { key: string; blocking: boolean }[] }).checks.some(({ key }) => key === 'flags')).toBe(
    false,
  );
});

test('单位要等判为属实才看到自己的，看不到别的单位的名字和事实；判不成立就看不到；审计管理员一直看不到', async () => {
  const { list, ours, judge, county } = await flagged();
  expect((await list('何静')).flags).toEqual([]);
  expect(await judge('何静', 'dismissed')).toBe('提示由专班判断是否属实；有不同意见，请在异议期内提出异议。');
  expect(await judge('李卫平', 'upheld')).toBe('好');
  const seen = await ours('何静');
  expect(seen?.seen).toBe('同一份佐证文件（摘要相同）用在 2 条采用上，另有别的单位的（从 2 条起提示）：《水渠通到田埂上》。');
  expect(seen?.facts.map(({ title }) => title)).toEqual(['水渠通到田埂上']);
  expect(seen).toMatchObject({
    state: 'upheld',
    reason: '两篇登在不同版面，扫描件却是同一张',
    judgedByName: '李卫平',
    judgedOn: '2023-11-02',
  });
  expect((await list('罗建平')).flags).toEqual([]);
  expect(await judge('周敏', 'dismissed', { version: 1, reason: '核对原报，确是同一版' })).toBe('好');
  expect((await list('何静')).flags).toEqual([]);
  expect((await county.ask('auditAdmin', '/api/flags?month=2023-10')).status).toBe(404);
});

test('判过的不再回来，除非事实变了；旧的判断留着，写明当时看到的', async () => {
  const { adopted, list, count, judge } = await flagged();
  expect(await judge('李卫平', 'dismissed')).toBe('好');
  expect(await count()).toMatchObject({ open: 1 });
  await adopted(1, '山塘清淤');
  const { flags, counts } = await list();
  expect(flags.map(({ unitName, state, stands, facts }) => `${unitName} ${state} ${stands} ${facts.length}`).sort()).toEqual([
    '县住建局 open true 3',
    '县水利局 dismissed false 2',
    '县水利局 open true 3',
  ]);
  expect(counts).toEqual(expect.arrayContaining([{ state: 'open', count: 2 }]));
  expect((await list('李卫平', '&state=dismissed')).flags).toHaveLength(1);
  expect((await list('李卫平', '&rule=flood')).flags).toEqual([]);
});

test('两个人同时判断，后一个被告知；没有理由不收；没有这条提示的说明原因；判断记进审计', async () => {
  const { county, judge } = await flagged();
  const both = await Promise.all([judge('李卫平', 'upheld'), judge('周敏', 'dismissed')]);
  expect(both.sort()).toEqual(['好', '打开之后有人判断过这条提示，请刷新看过再定。'].sort());
  expect(await judge('李卫平', 'dismissed')).toBe('打开之后有人判断过这条提示，请刷新看过再定。');
  expect(await judge('李卫平', 'upheld', { version: 1, reason: ' ' })).toBe('填写有误，请按提示改正。');
  const none = await county.ask('李卫平', `/api/flags/2023-10/${'0'.repeat(64)}/verdicts`, {
    version: 0,
    verdict: 'upheld',
    reason: '试',
  });
  expect(told(none)).toBe('这条提示现在没有了：它所依据的事实变了。请刷新，看现在的提示。');
  const kept = await county.as(
    ({ db }) => db`select reason from audit_entry where county_id = ${county.code} and what = 'flag.judge'`,
  );
  expect(kept).toHaveLength(1);
  expect(kept[0]?.reason).toMatch(/^2023-10 县水利局 同一佐证 (属实|不成立)：/);
  expect((await county.ask('李卫平', '/api/flags?month=2024-01')).status).toBe(404);
  expect((await county.ask('李卫平', '/api/flags.xlsx?month=2023-10')).status).toBe(200);
});

test('同一件事几天里报两篇短稿，正文大半相同：提示疑似拆稿，比的是报送的正文，不是题目', async () => {
  const { county, act, signAll } = await desk('2023-10-20');
  await act('何静', 'handing-in');
  await signAll();
  const again = { title: '又一处好消息', body: `${text.body}村里人都来看。` };
  const { said } = await county.ask('何静', '/api/articles', again);
  const path = `/api/articles/${(said as unknown as { id: string }).id}`;
  await county.ask('何静', `${path}/handing-in`, { version: 1 });
  for (const who of ['刘股长', '王副局长', '张局长']) {
    for (const kind of ['review', 'proof']) {
      const { version } = (await county.ask(who, path)).said as unknown as { version: number };
      expect(told((await county.ask(who, `${path}/signatures`, { version, kind, mistakes: null })) as Sent)).toBe('好');
    }
  }
  const { flags } = (await county.ask('李卫平', '/api/flags?month=2023-10')).said as unknown as Reply;
  const [split] = flags.filter(({ rule }) => rule === 'split');
  expect(split?.seen).toContain(`《${text.title}》、《${again.title}》`);
  expect(split?.facts).toHaveLength(2);
});
