import { expect, test } from 'vitest';
import { png } from '../../test/articles.ts';
import { aPlannedCounty } from '../../test/ledProject.ts';
import type { Id } from '../kernel/ids.ts';
import { lockProject } from '../plan/queries.ts';

const scope = { kind: 'text', text: '全县 20 个乡镇、3 个场' };
const rests = { fromOn: '2023-10-08', source: '关于扎实开展宣传的通知', clause: '附件第5行', statedOn: '2023-10-08' };

async function desk(day?: string) {
  const planned = await aPlannedCounty(day);
  const { county, path, row } = planned;
  const fill = async (element: string, value: object, given: object = {}, who = '何静') => {
    const seen = (await row(element))?.seen ?? '';
    const reply = await county.ask(who, `${path}/elements`, { element, seen, value, ...rests, ...given });
    return reply.status === 201 ? (reply.said as unknown as { id: string }).id : told(reply);
  };
  const decide = async (id: string, agree = true, reason = '', who = '李卫平', version = 1) => {
    const reply = await county.ask(who, `/api/project-elements/${id}/decisions`, { version, agree, reason });
    return reply.status === 201 ? '好' : told(reply);
  };
  return { ...planned, fill, decide };
}
const told = ({ status, said }: { status: number; said: { message?: string; fields?: object } }) =>
  Object.values(said.fields ?? {})[0] ?? said.message ?? `${status}`;

test('牵头单位填，专班对着来源确认，确认了才算；别的单位和没有牵头的填不了', async () => {
  const { row, fill, decide, show } = await desk();
  const id = await fill('scope', scope);
  expect(await row('scope')).toMatchObject({ standing: 'pending', inForce: null, pending: { id } });
  expect(await decide(id, true, '', '何静')).toBe('由专班办公室对着来源确认，请等他们办理。');
  expect(await decide(id)).toBe('好');
  expect(await row('scope')).toMatchObject({
    standing: 'filled',
    inForce: { value: scope, clause: '附件第5行', enteredByName: '何静', decidedByName: '李卫平', toOn: null },
  });
  expect(await fill('scope', scope, {}, '罗建平')).toBe('事实卡由牵头单位填，要改的请告诉他们或专班。');
  expect((await show('罗建平')).may).toEqual({
    fill: '事实卡由牵头单位填，要改的请告诉他们或专班。',
    assign: '牵头、配合单位由专班办公室定，请找他们。',
  });
  const nobodys = await aPlannedCounty('2023-11-02', { lead: false });
  expect((await nobodys.show('何静')).may.fill).toBe('这个项目还没有定牵头单位，请专班先定。');
});

test('专班自己填的要另一个人确认；看的不是最新的一份，不办', async () => {
  const { county, path, fill, decide } = await desk();
  const own = await fill('scope', scope, {}, '李卫平');
  expect(await decide(own)).toBe('这一条是您填的，要另一个人对着来源确认。');
  expect(await decide(own, false, '')).toBe('这一条是您填的，要另一个人对着来源确认。');
  expect(await decide(own, false, '', '周敏')).toBe('请写理由，单位看得到。');
  expect(await decide(own, true, '', '周敏')).toBe('好');
  expect(await decide(own, true, '', '陈建国')).toBe('打开之后有人改过这一项，请刷新看过再办。');
  const stale = { element: 'scope', seen: '', value: scope, ...rests };
  expect((await county.ask('何静', `${path}/elements`, stale)).said.code).toBe('project.movedOn');
});

test('新标准从它那天起算，旧的不改、还读得到；同一天只有一个值；写错的更正后留着', async () => {
  const { fill, decide, show } = await desk('2024-02-01');
  const standard = (cents: number) => ({
    kind: 'amounts',
    amounts: [{ what: '城市低保', cents, most: false, per: '人', period: 'month' }],
  });
  await decide(await fill('subsidyStandard', standard(65_700), { fromOn: '2023-01-01' }));
  await decide(await fill('subsidyStandard', standard(70_000), { fromOn: '2024-01-01' }));
  await decide(await fill('subsidyStandard', standard(71_000), { fromOn: '2024-01-01' }));
  const on = async (day: string) => {
    const row = (await show('何静', `?on=${day}`)).sheet.find(({ key }) => key === 'subsidyStandard');
    return row?.inForce as { value: { amounts: { cents: number }[] }; toOn: string | null } | null | undefined;
  };
  expect(await on('2022-12-31')).toBeNull();
  expect(await on('2023-12-31')).toMatchObject({ value: standard(65_700), toOn: '2023-12-31' });
  expect(await on('2024-01-01')).toMatchObject({ value: standard(71_000), toOn: null });
  const { sheet } = (await show()) as unknown as { sheet: { key: string; history: { state: string }[] }[] };
  expect(sheet.find(({ key }) => key === 'subsidyStandard')?.history.map(({ state }) => state)).toEqual([
    ...['confirmed', 'replaced', 'confirmed'],
  ]);
});

test('不适用要有理由，确认后不算缺；退回有理由，改填后再等确认；自己的可以撤回', async () => {
  const { county, fill, decide, show, row } = await desk();
  const before = (await show()).completeness;
  const none = await fill('applicationProcedure', { kind: 'none', reason: '修渠不用个人申请' });
  expect((await show()).completeness).toMatchObject({ applicable: before.applicable, waiting: 1 });
  await decide(none);
  expect((await show()).completeness).toMatchObject({ applicable: before.applicable - 1, filled: 0, waiting: 0 });
  const sent = await fill('scope', scope);
  expect(await decide(sent, false, '缺乡镇名单')).toBe('好');
  expect(await row('scope')).toMatchObject({ standing: 'missing', returned: { reason: '缺乡镇名单' } });
  const again = await fill('scope', { ...scope, text: '塘渡口镇、白仓镇' });
  const other = await fill('scope', { ...scope, text: '塘渡口镇' });
  expect(await row('scope')).toMatchObject({ standing: 'pending', returned: null, pending: { id: other } });
  const withdraw = async (who: string, id: string, version: number) =>
    (await county.ask(who, `/api/project-elements/${id}/withdrawal`, { version })).said.message ?? '好';
  expect(await withdraw('何静', again, 2)).toBe('这一条已撤回，没有等着办的。');
  expect(await withdraw('刘股长', other, 1)).toBe('只有填的人能撤回；有不对的，专班可以退回。');
  expect(await withdraw('何静', other, 1)).toBe('好');
  expect(await row('scope')).toMatchObject({ standing: 'missing', pending: null });
});

test.each([
  [
    '分担不到一百',
    'costShares',
    { kind: 'shares', shares: [{ who: '省级', hundredths: 4000 }] },
    '各方比例合计要正好 100%，请核对',
  ],
  ['个人手机', 'hotline', { kind: 'phones', phones: ['13800000000'] }, '请填办公电话，写作 0739-6821234 或 12345'],
  ['起止倒了', 'validity', { kind: 'term', from: '2023-12-01', to: '2023-10-01' }, '起日不能晚于止日'],
  ['标准填成了话', 'subsidyStandard', { kind: 'text', text: '按规定' }, '“补助标准”不是这样填的，请刷新页面再填。'],
  [
    '进度还没到那天',
    'progress',
    { kind: 'progress', measure: '户', planned: 310, done: 265, asOf: '2023-11-30' },
    '进度截至的日子还没有到，请核对。',
  ],
])('%s，不收，说清楚', async (_, element, value, message) => {
  const { fill } = await desk();
  expect(await fill(element, value)).toBe(message);
  expect(await fill('scope', scope, { statedOn: '2023-11-03' })).toBe('来源的日期还没有到，请核对。');
  expect(await fill('scope', scope, { file: '0'.repeat(64) })).toBe('来源文件没有传上来，请重新传。');
});

test('来源文件牵头单位和专班打得开，别的单位连名字也看不到', async () => {
  const { county, path, fill } = await desk();
  const { said } = await county.ask('何静', '/api/files?name=批文.png', png);
  const file = (said as unknown as { sha256: string }).sha256;
  await fill('basis', { kind: 'text', text: '邵县民生办〔2023〕1号' }, { file });
  const files = async (who: string) => ((await county.ask(who, path)).said as unknown as { files: object[] }).files.length;
  expect(await Promise.all(['何静', '李卫平', '罗建平', 'auditAdmin'].map(files))).toEqual([1, 1, 0, 0]);
});

test('牵头、配合单位换了，从哪天起、为什么都留着；旧的牵头从那天起填不了', async () => {
  const { county, path, assign, fill } = await desk();
  const [, shuili, zhujian] = county.ids;
  const lead = { unitId: shuili, role: 'lead' };
  expect(await assign([lead], '2023-11-01')).toBe('和现在的一样，没有要改的。');
  expect(await assign([{ ...lead, role: 'support' }], '2023-11-01')).toBe('牵头单位要正好一个，请核对。');
  expect(await assign([lead, { unitId: shuili, role: 'support' }], '2023-11-01')).toBe(
    '同一个单位只能在一处，请核对牵头和配合。',
  );
  expect(await assign([lead], '2023-11-03')).toBe('起始日还没有到，请到那天再定。');
  const swapped = [
    { unitId: zhujian, role: 'lead' },
    { unitId: shuili, role: 'support' },
  ];
  expect(await assign(swapped, '2023-10-09')).toBe('起始日要晚于上一次变动（2023-10-09），请核对。');
  expect(await assign(swapped, '2023-11-01', {}, '何静')).toBe('牵头、配合单位由专班办公室定，请找他们。');
  expect(await assign(swapped, '2023-11-01', { reason: '机构职能调整' })).toBe('好');
  expect(await assign(swapped, '2023-11-02', { seen: [] })).toBe('打开之后有人改过这一项，请刷新看过再办。');
  const { memberships } = (await county.ask('何静', path)).said as unknown as { memberships: object[] };
  expect(memberships).toMatchObject([
    { unitName: '县住建局', role: 'lead', fromOn: '2023-11-01', toOn: null, reason: '机构职能调整' },
    { unitName: '县水利局', role: 'support', fromOn: '2023-11-01', toOn: null },
    { unitName: '县水利局', role: 'lead', fromOn: '2023-10-09', toOn: '2023-10-31', endReason: '机构职能调整' },
  ]);
  expect(await fill('scope', scope)).toBe('事实卡由牵头单位填，要改的请告诉他们或专班。');
  expect(await fill('scope', scope, {}, '罗建平')).toMatch(/^[0-9a-f-]{36}$/);
});

test('项目按缺得多少排，能按状态、级别、单位看；导出的和页面一样', async () => {
  const { county, id, fill, decide, cells } = await desk();
  await decide(await fill('scope', scope));
  await fill('basis', { kind: 'text', text: '邵县民生办〔2023〕1号' });
  type List = {
    projects: { id: string; lead: { name: string } | null; completeness: object; first: string }[];
    counts: object[];
  };
  const list = async (query = '') => (await county.ask('何静', `/api/projects${query}`)).said as unknown as List;
  const all = await list();
  expect([all.projects.length, all.projects.at(-1)?.id]).toEqual([18, id]);
  expect(all.projects.at(-1)).toMatchObject({
    lead: { name: '县水利局' },
    first: 'policyContent',
    completeness: { filled: 1, waiting: 1 },
  });
  expect(all.counts).toEqual([
    { state: 'lacking', count: 17 },
    { state: 'waiting', count: 1 },
  ]);
  expect((await list('?state=waiting')).projects.map((each) => each.id)).toEqual([id]);
  expect((await list(`?unit=${county.ids[1]}`)).projects.map((each) => each.id)).toEqual([id]);
  expect((await list('?rank=provincial')).projects).toEqual([]);
  const [head, ...rows] = await cells('/api/project-sheets.xlsx?state=waiting');
  expect([head?.slice(0, 3), rows]).toEqual([
    ['项目', '级别', '牵头单位'],
    [
      [
        '农村水源保障及灌溉能力提升',
        '待定',
        '县水利局',
        '',
        '1',
        '17',
        '1',
        expect.stringMatching(/^政策内容、依据文号、受益群体、/),
      ],
    ],
  ]);
  const sheet = await cells(`/api/projects/${id}/sheet.xlsx`);
  expect(sheet.find(([label]) => label === '实施范围')).toEqual([
    ...['实施范围', '已确认', '全县 20 个乡镇、3 个场', '2023-10-08'],
    ...['关于扎实开展宣传的通知', '附件第5行', '2023-10-08', '何静', '李卫平'],
  ]);
});

test('有人正在办这个项目，别人照样能为它约稿，不用等', async () => {
  const { county, id } = await desk();
  const order = { unitId: county.ids[1], title: '水渠通到田埂上', dueOn: '2023-11-20', projectId: id };
  const { status } = await county.as(async (context) => {
    await lockProject(context, id as Id<'project'>);
    return county.ask('李卫平', '/api/commissions', order);
  });
  expect(status).toBe(201);
}, 10_000);
