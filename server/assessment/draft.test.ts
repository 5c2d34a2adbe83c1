import { expect, test } from 'vitest';
import { aCounty, type County } from '../../test/county.ts';
import { another, demoScheme } from '../../test/scored.ts';

type Draft = { id: string; version: number };
const drafts = '/api/scheme-drafts';
const png = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII='),
  (sign) => sign.charCodeAt(0),
);

async function begin({ ask }: County, given: object = { kind: 'text', text: demoScheme }): Promise<Draft> {
  return (await ask('李卫平', drafts, given)).said as unknown as Draft;
}
const show = async ({ ask }: County, { id }: Draft, who = '李卫平') =>
  (await ask(who, `${drafts}/${id}`)).said as never as {
    draft: { version: number; state: string; body: { clauses: object[] }; reason: string; paper: string | null };
    may: Record<string, string | null>;
  };
const tell = async ({ ask }: County, who: string, { id }: Draft, verb: string, body: object) => {
  const { status, said } = await ask(who, `${drafts}/${id}/${verb}`, body);
  return status === 201 ? '好' : (said.message ?? String(status));
};
const saved = (county: County, { id, version }: Draft, body: object, paper: string | null = null) =>
  tell(county, '李卫平', { id, version }, 'text', { version, body, paper });

test('一人提请，另一人批准才生效；提请的人自己批准不了，信息员看不到草案', async () => {
  const county = await aCounty();
  const draft = await begin(county);
  expect(await tell(county, '陈建国', draft, 'approval', { version: 1 })).toMatch('没有在提请');
  expect(await tell(county, '陈建国', draft, 'proposal', { version: 1 })).toMatch('由专班办公室起草');
  expect(await tell(county, '李卫平', draft, 'proposal', { version: 1 })).toBe('好');
  expect(await tell(county, '李卫平', draft, 'approval', { version: 2 })).toMatch('提请的人不能自己批准');
  expect((await show(county, draft)).may).toMatchObject({ approve: expect.stringContaining('不能自己'), withdraw: null });
  expect(await saved(county, { ...draft, version: 2 }, { clauses: [] })).toMatch('要改请先撤回提请');
  expect((await county.ask('何静', `${drafts}/${draft.id}`)).status).toBe(404);
  expect(await tell(county, '周敏', draft, 'approval', { version: 1 })).toMatch('有人改过');
  expect(await tell(county, '周敏', draft, 'approval', { version: 2 })).toBe('好');
  expect((await county.ask('何静', '/api/schemes')).said).toMatchObject({
    schemes: [{ code: '示例细则-1', proposedBy: '李卫平', adoptedBy: '周敏' }],
  });
});

test('没有写成的也照样存着；还差什么，说得出第几条哪一项，提请不了', async () => {
  const county = await aCounty();
  const draft = await begin(county, { kind: 'empty' });
  const { draft: found } = await show(county, draft);
  const body = {
    ...found.body,
    name: '试行细则',
    clauses: [
      ...found.body.clauses,
      { no: '二', title: '报送', kind: 'points', counts: 'submission', rates: [{ points: '五分' }] },
    ],
  };
  expect(await saved(county, draft, body)).toBe('好');
  expect((await show(county, draft)).draft).toMatchObject({ version: 2, body });
  expect(await saved(county, draft, { clauses: [] })).toMatch('打开之后有人改过');
  const told = await tell(county, '李卫平', draft, 'proposal', { version: 2 });
  expect(told).toBe(
    '还有 1 处要改才能提请：第 2 条的分值 第 1 项 分：应是带引号的分数，最多两位小数，如 "5.00"、"-0.5"，现在写的是 "五分"。',
  );
});

test('退回写明理由，改过再提请；作废的不再动；撤回的接着改', async () => {
  const county = await aCounty();
  const draft = await begin(county);
  await tell(county, '李卫平', draft, 'proposal', { version: 1 });
  expect(await tell(county, '陈建国', draft, 'return', { version: 2, reason: '' })).toMatch('填写有误');
  expect(await tell(county, '陈建国', draft, 'return', { version: 2, reason: '市级的分太高' })).toBe('好');
  expect((await show(county, draft)).draft).toMatchObject({ state: 'returned', reason: '市级的分太高', version: 3 });
  expect(await tell(county, '李卫平', draft, 'proposal', { version: 3 })).toBe('好');
  expect(await tell(county, '周敏', draft, 'withdrawal', { version: 4 })).toBe('好');
  expect(await tell(county, '李卫平', draft, 'discarding', { version: 5, reason: '重新写' })).toBe('好');
  expect(await tell(county, '李卫平', draft, 'proposal', { version: 6 })).toMatch('已经作废');
});

test('批准的时候再查一遍：三份同一天起的草案同时批准，只成一份', async () => {
  const county = await aCounty();
  const all = await Promise.all(['甲', '乙', '丙'].map((id) => begin(county, { kind: 'text', text: another({ id }) })));
  for (const draft of all) expect(await tell(county, '李卫平', draft, 'proposal', { version: 1 })).toBe('好');
  const said = await Promise.all(all.map((draft) => tell(county, '陈建国', draft, 'approval', { version: 2 })));
  expect(said.filter((each) => each === '好')).toHaveLength(1);
  expect(said.filter((each) => each.startsWith('已有从 2023-10-01 起的'))).toHaveLength(2);
});

test('从施行的一版另起：编号、施行日往后，内容不变；纸面文件跟着生效的一版', async () => {
  const county = await aCounty();
  const first = await begin(county);
  const { sha256 } = (await county.ask('李卫平', '/api/files?name=细则.png', png)).said as unknown as { sha256: string };
  expect(await saved(county, first, JSON.parse(demoScheme), 'f'.repeat(64))).toMatch('没有收到这份纸面细则的文件');
  expect(await saved(county, first, JSON.parse(demoScheme), sha256)).toBe('好');
  await tell(county, '李卫平', first, 'proposal', { version: 2 });
  expect(await tell(county, '陈建国', first, 'approval', { version: 3 })).toBe('好');
  const { schemes } = (await county.ask('李卫平', '/api/schemes')).said as unknown as {
    schemes: { id: string; paper: string }[];
  };
  expect(schemes).toMatchObject([{ paper: sha256 }]);
  const next = await begin(county, { kind: 'version', id: schemes[0]?.id });
  expect((await show(county, next)).draft.body).toMatchObject({ id: '示例细则-2', from: '2023-11-01' });
});

test('减负规定以后的月份：新县从只统计开始；选计分的要写依据，批准的人要知情', async () => {
  const county = await aCounty('2024-09-03');
  const empty = await begin(county, { kind: 'empty' });
  expect((await show(county, empty)).draft.body).toMatchObject({ mode: 'countOnly', from: '2024-09-01' });
  const draft = await begin(county, { kind: 'text', text: another({ from: '2024-09-01' }) });
  expect(await tell(county, '李卫平', draft, 'proposal', { version: 1 })).toMatch('选“计分”的，请写明依据');
  expect(await tell(county, '李卫平', draft, 'proposal', { version: 1, basis: '市委督查室 2024 年 3 号函' })).toBe('好');
  expect(await tell(county, '陈建国', draft, 'approval', { version: 2 })).toMatch('勾选“知情”再批准');
  expect(await tell(county, '陈建国', draft, 'approval', { version: 2, knowing: true })).toBe('好');
});
