import { afterAll, expect, test } from 'vitest';
import { png } from '../../test/articles.ts';
import { fetched } from '../../test/issued.ts';
import { readPdf } from '../../test/readBack.ts';
import { lockedOctober, supervisionDesk } from '../../test/supervision.ts';
import { closePdf } from '../render/pdf.ts';

afterAll(closePdf);

test('锁定以前只是预告；锁定以后建议写明月份和数字；没有人发单，什么也不会发生', async () => {
  const desk = await supervisionDesk();
  expect(await desk.suggestions()).toMatchObject({ month: null, suggestions: [], ahead: { month: '2023-10' } });
  expect(await desk.issue()).toBe('2023-10 不能作依据：它还没有锁定，或这个单位那个月没有欠任务。请刷新看过再发。');
  await desk.lockOn('2023-10', '2023-11-03');
  const { suggestions, policies } = await desk.suggestions();
  expect(suggestions).toMatchObject([
    {
      ...{ unit: desk.ids[2], name: '县住建局', colour: 'blue', orderId: null, matter: '2023年10月报送没有达到任务数' },
      months: [{ month: '2023-10', submitted: 0, quota: 3, countOnly: false }],
    },
  ]);
  expect(policies).toEqual([]); // 2023 的月份没有碰到减负规定
  expect((await desk.ask('罗建平', '/api/supervision')).said).toMatchObject({ orders: [] });
  const file = (await desk.ask('罗建平', '/api/files', Uint8Array.from(png))).said as { sha256?: string };
  const missed = {
    what: 'missing',
    month: '2023-10',
    kind: 'submission',
    happenedOn: '2023-10-20',
    title: '漏的',
    reason: '报过',
  };
  expect((await desk.ask('罗建平', '/api/objections', { ...missed, evidence: [file.sha256] })).status).toBe(201);
  expect((await desk.suggestions()).suggestions).toMatchObject([{ objected: ['2023-10'] }]);
  expect((await desk.ask('罗建平', '/api/supervision-suggestions')).status).toBe(404);
});

test('蓝单：发出、单位反馈（带佐证）、办公室销号；别的单位看不到；撤销销号、撤回都写理由', async () => {
  const desk = await lockedOctober();
  expect(await desk.issue({}, '陈建国')).toBe('督办单由专班办公室发、升级、销号和撤回，请找他们。');
  expect(await desk.issue({ dueOn: '2023-11-04' })).toBe('到期日要是今天以后的工作日，请改一天；往后最近的工作日是 11月6日。');
  expect(await desk.issue({ unitId: desk.ids[1] })).toContain('没有欠任务');
  expect(await desk.issue({ unitId: desk.ids[0] })).toContain('专班挂靠单位');
  expect(await desk.issue({ colour: 'orange' })).toBe('按规则到蓝单，急事要直接发更高的，请写理由。');
  const id = await desk.issue();
  expect(await desk.issue()).toContain('一事一单');
  expect((await desk.suggestions()).suggestions).toEqual([]);
  expect((await desk.ask('何静', `/api/supervision/${id}`)).status).toBe(404);
  expect((await desk.ask('罗建平', '/api/supervision-counts')).said).toMatchObject({ toAnswer: 1, nextDueOn: '2023-11-10' });
  expect(await desk.act('李卫平', id, 'closing', { agree: true })).toBe('单位还没有反馈，不能销号；发错了的请撤回。');
  expect(await desk.act('周副局长', id, 'answers', { text: '试' })).toContain('由本单位信息员或主要负责人办理');
  const file = (await desk.ask('罗建平', '/api/files', Uint8Array.from(png))).said as { sha256?: string };
  const evidence = [file.sha256];
  expect(await desk.act('罗建平', id, 'answers', { text: '已补报两篇。', evidence })).toBe('好');
  expect(await desk.act('罗建平', id, 'answers', { text: '试', evidence: ['0'.repeat(64)] })).toContain('佐证没有传上来');
  expect((await desk.ask('李卫平', '/api/supervision-counts')).said).toMatchObject({ toJudge: 1 });
  expect(await desk.act('李卫平', id, 'closing', { agree: false })).toBe('不同意要写理由，请补上。');
  expect(await desk.act('李卫平', id, 'closing', { agree: false, reason: '写清原因' })).toBe('好');
  expect(await desk.act('罗建平', id, 'answers', { text: '人手不足，已调整。' })).toBe('好');
  expect(await desk.act('李卫平', id, 'closing', { agree: true })).toBe('好');
  expect(await desk.act('周敏', id, 'reopening', { reason: '点错了' })).toBe('好');
  expect(await desk.act('周敏', id, 'withdrawal', { reason: '数据有误' })).toBe('好');
  const { order, steps, files } = await desk.show(id, '罗建平');
  expect(order).toMatchObject({ state: 'withdrawn', answer: '人手不足，已调整。', months: [{ month: '2023-10', submitted: 0 }] });
  expect(files).toMatchObject([{ sha256: file.sha256 }]);
  expect(steps.map(({ what, byName, doneOn }) => `${what} ${byName} ${doneOn}`)).toEqual([
    ...['issue 李卫平 2023-11-03', 'answer 罗建平 2023-11-03', 'sendBack 李卫平 2023-11-03', 'answer 罗建平 2023-11-03'],
    ...['close 李卫平 2023-11-03', 'reopen 周敏 2023-11-03', 'withdraw 周敏 2023-11-03'],
  ]);
});

test('到期没办结才升级：橙单当场升，红单和约谈要分管领导同意，单位在那以前不知道；约谈要写谈了什么', async () => {
  const desk = await lockedOctober();
  const id = await desk.issue();
  const up = { reason: '没有反馈', requirement: '请限期整改。' };
  expect(await desk.act('李卫平', id, 'raise', { ...up, dueOn: '2023-11-17' })).toContain('还没有到期');
  await desk.moveTo('2023-11-13');
  expect(await desk.act('李卫平', id, 'raise', { ...up, dueOn: '2023-11-17' })).toBe('好');
  await desk.moveTo('2023-11-20');
  expect((await desk.ask('李卫平', '/api/supervision-counts')).said).toMatchObject({ toRaise: 1 });
  expect(await desk.act('李卫平', id, 'raise', { ...up, dueOn: '2023-11-24' })).toBe('好');
  expect((await desk.show(id, '罗建平')).order).toMatchObject({ colour: 'orange', nextColour: null });
  expect((await desk.show(id, '罗建平')).steps.map(({ what }) => what)).toEqual(['issue', 'raise']);
  expect((await desk.show(id)).order).toMatchObject({ colour: 'orange', nextColour: 'red' });
  expect(await desk.act('李卫平', id, 'raise', { ...up, dueOn: '2023-11-24' })).toContain('等分管领导定');
  expect(await desk.act('周敏', id, 'approval', { agree: true })).toContain('由专班分管领导定');
  expect(await desk.act('陈建国', id, 'approval', { agree: false })).toBe('不同意要写理由，请补上。');
  expect(await desk.act('陈建国', id, 'approval', { agree: false, reason: '先电话催' })).toBe('好');
  expect(await desk.act('李卫平', id, 'raise', { ...up, dueOn: '2023-11-24' })).toBe('好');
  expect((await desk.ask('陈建国', '/api/supervision-counts')).said).toMatchObject({ toApprove: 1 });
  expect(await desk.act('陈建国', id, 'approval', { agree: true })).toBe('好');
  expect((await desk.show(id, '罗建平')).order).toMatchObject({ colour: 'red', dueOn: '2023-11-24', confirmedByName: '陈建国' });
  await desk.moveTo('2023-11-27');
  expect(await desk.act('李卫平', id, 'raise', { ...up, dueOn: '2023-12-01' })).toBe('好');
  expect(await desk.act('陈建国', id, 'approval', { agree: true })).toBe('约谈要写谈了什么、提了什么要求，请补上。');
  expect(await desk.act('陈建国', id, 'approval', { agree: true, reason: '已当面谈，每周报一次' })).toBe('好');
  expect((await desk.show(id)).may.raise).toBe('已经约谈，没有更高的了；按约谈的要求跟进。');
  expect((await desk.show(id, '罗建平')).steps.map(({ what }) => what)).toEqual(['issue', 'raise', 'raise', 'raise']);
});

test('延期：到期前申请，答复以前不能升级，同意了到期日就变，不同意写理由', async () => {
  const desk = await lockedOctober();
  const id = await desk.issue({ dueOn: '2023-11-07' });
  const ask = (dueOn: string) => desk.act('吴局长', id, 'extension', { dueOn, reason: '要查台账' });
  expect(await ask('2023-11-06')).toBe('延期要晚于现在的到期日，请改一天。');
  expect(await ask('2023-11-10')).toBe('好');
  expect(await ask('2023-11-13')).toContain('已经申请了延期');
  await desk.moveTo('2023-11-08');
  const up = { reason: '没有反馈', requirement: '请整改。', dueOn: '2023-11-15' };
  expect(await desk.act('李卫平', id, 'raise', up)).toBe('单位申请了延期，请先答复延期再升级。');
  expect(await desk.act('李卫平', id, 'extension-decision', { agree: false })).toContain('要写理由');
  expect(await desk.act('李卫平', id, 'extension-decision', { agree: true })).toBe('好');
  expect((await desk.show(id)).order).toMatchObject({ dueOn: '2023-11-10', askedDueOn: null });
  expect(await desk.act('李卫平', id, 'raise', up)).toContain('还没有到期');
  await desk.moveTo('2023-11-13');
  expect(await ask('2023-11-20')).toContain('已经过了，不能再申请延期');
  expect(await desk.act('李卫平', id, 'extension-decision', { agree: true })).toContain('没有等答复的延期申请');
});

test('急事可直接发红单：写理由，分管领导同意才发出；不同意的单位不知道；看到旧的被告知', async () => {
  const desk = await lockedOctober();
  const urgent = { colour: 'red', months: [], matter: '群众反映的问题没有回应', reason: '市里已经催办' };
  expect(await desk.issue({ ...urgent, colour: 'talk' })).toContain('约谈要先发过红单');
  expect(await desk.issue({ ...urgent, reason: '' })).toContain('请写理由');
  const id = await desk.issue(urgent);
  expect((await desk.ask('罗建平', `/api/supervision/${id}`)).status).toBe(404);
  const { order } = await desk.show(id);
  expect(order).toMatchObject({ state: 'proposed', issuedOn: null });
  expect(await desk.act('陈建国', id, 'approval', { agree: true })).toBe('好');
  const stale = await desk.ask('李卫平', `/api/supervision/${id}/withdrawal`, { version: order.version, reason: '试' });
  expect(stale.said.message).toBe('打开之后有人办过，现在待反馈，请看过再办。');
  const other = await desk.issue({ ...urgent, unitId: desk.ids[1] });
  expect(await desk.act('陈建国', other, 'approval', { agree: false, reason: '先发蓝单' })).toBe('好');
  expect((await desk.ask('何静', '/api/supervision')).said).toMatchObject({ orders: [] });
  expect((await desk.ask('李卫平', '/api/supervision?state=withdrawn')).said).toMatchObject({ orders: [{ id: other }] });
});

test('又一个月没有达到：建议把开着的那张升一级，依据加上这个月；导出和打印是同一张单', async () => {
  const desk = await lockedOctober();
  const id = await desk.issue();
  await desk.lockOn('2023-11', '2023-12-01');
  const [mine] = (await desk.suggestions()).suggestions.filter(({ unit }) => unit === desk.ids[2]);
  expect(mine).toMatchObject({ colour: 'orange', orderId: id, zero: 2, months: [{ month: '2023-10' }, { month: '2023-11' }] });
  const up = { reason: '11月又没有报', requirement: '请整改。', dueOn: '2023-12-08', months: ['2023-10', '2023-11'] };
  expect(await desk.act('李卫平', id, 'raise', up)).toBe('好');
  expect((await desk.show(id)).order).toMatchObject({ colour: 'orange', months: [{ month: '2023-10' }, { month: '2023-11' }] });
  expect((await desk.suggestions()).suggestions.some(({ unit }) => unit === desk.ids[2])).toBe(false);
  const paper = await fetched(desk, `/api/supervision/${id}/order.pdf`, '罗建平');
  const pages = await readPdf(new Uint8Array(await paper.arrayBuffer()));
  const text = pages
    .map(({ text }) => text)
    .join('')
    .replace(/\s/g, '');
  expect(text).toContain('2023-11报送0篇，任务3篇，缺3篇');
  expect(text).toContain('橙单·警告');
  expect((await fetched(desk, '/api/supervision.xlsx', '罗建平')).status).toBe(200);
});

test('规则由专班从明天以后定，数要一个比一个大；过完的月份按当时的规则', async () => {
  const desk = await lockedOctober();
  const rules = { blue: 2, orange: 3, red: 4, talk: 5, zero: 2, top: 1, bottom: 1, run: 3, listZero: true, reason: '例会定' };
  const set = async (given: object, who = '周敏') =>
    (await desk.ask(who, '/api/supervision-rules', { fromOn: '2023-11-10', ...rules, ...given })).said.message ?? '好';
  expect(await set({}, '罗建平')).toBe('督办规则由专班定，请找他们。');
  expect(await set({ fromOn: '2023-11-03' })).toContain('只能从明天以后');
  expect(await set({ orange: 2 })).toContain('一个比一个大');
  expect(await set({})).toBe('好');
  expect(await set({})).toContain('换一天再定');
  expect((await desk.suggestions()).suggestions).toHaveLength(1);
  await desk.lockOn('2023-11', '2023-12-01');
  expect((await desk.suggestions()).suggestions.map(({ colour, unit }) => [colour, unit])).toEqual([['blue', desk.ids[2]]]);
  expect((await desk.ask('罗建平', '/api/supervision-rules')).said).toMatchObject({
    now: { blue: 2 },
    rules: [{ setByName: '周敏' }],
  });
});
