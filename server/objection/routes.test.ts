import { expect, test } from 'vitest';
import type { County } from '../../test/county.ts';
import { ledgerAndModules } from '../../test/ledger.ts';
import { lockedDesk, objectionDesk, told } from '../../test/objections.ts';
import { verifyMonths } from '../assessment/actions/verify.ts';

const ledger = (county: County) => county.inside((db) => ledgerAndModules({ db, county: county.code }));

test('单位提异议，没经手的人复核、第二个人确认，下个月出更正行；十月一字不动，台账对得上', async () => {
  const desk = await lockedDesk();
  const { county, raise, correct, confirm, asProvincial, show, rowOf, claimId } = desk;
  const frozen = (await county.ask('陈建国', '/api/months/2023-10/export.json')).said;
  const [fact = ''] = await desk.factsIn();
  const id = await raise('何静', { facts: [fact], evidence: [await desk.file('何静', '原报')] });
  expect((await show(id)).may).toMatchObject({ answer: '这条事实是您经手核验或登记的，要没有经手的人来复核，请另一位办理。' });
  expect(await correct('李卫平', id, [await asProvincial()])).toContain('要没有经手的人来复核');
  expect(await correct('周敏', id, [await asProvincial()])).toBe('好');
  expect((await rowOf('2023-11'))?.lines).toEqual([]); // 没有确认以前什么也不动
  expect(await confirm('周敏', id)).toBe('更正是您拟的，要另一个人确认。');
  expect(await confirm('陈建国', id)).toBe('好');
  expect(await show(id, '何静')).toMatchObject({
    objection: {
      state: 'corrected',
      period: '2023-11',
      answeredByName: '周敏',
      confirmedByName: '陈建国',
      answer: '查了原报，是省级',
    },
    steps: [{ what: 'raise' }, { what: 'propose' }, { what: 'confirm' }],
    changes: [{ verb: 'replace', was: { attributes: { tier: 'municipal' } } }],
  });
  expect(await rowOf('2023-11')).toMatchObject({ total: '0.00', lines: [{ clause: '五', points: '3.00', corrects: '2023-10' }] });
  expect((await county.ask('陈建国', '/api/months/2023-10/export.json')).said).toEqual(frozen);
  const { held, due } = await ledger(county);
  expect([held, held.length]).toEqual([due, 1]);
  expect((await county.ask('何静', '/api/corrections')).said).toMatchObject({
    corrections: [{ sourceId: claimId, objectionId: id, period: '2023-11', cancelled: false }],
  });
  expect((await county.ask('罗建平', '/api/corrections')).said).toMatchObject({ corrections: [] });
  expect(await desk.judge('周敏', claimId, 'refuse', { reason: '改主意' })).toContain('这一条已经异议复核更正，不能在这里再改');
  await desk.moveTo('2023-12-01');
  expect(await desk.lock('2023-11')).toBe('好');
  expect(await county.inside((db) => verifyMonths({ db, county: county.code }, () => {}))).toMatchObject({ fault: null });
});

test('维持原来的：写明理由、谁、哪天；单位看得到，别的单位看不到；维持了不能再提', async () => {
  const { county, raise, uphold, show, rowOf } = await lockedDesk();
  const id = await raise();
  expect((await county.ask('罗建平', `/api/objections/${id}`)).status).toBe(404);
  expect((await county.ask('何静', '/api/objections')).said).toMatchObject({
    objections: [{ id, about: '五 得分', state: 'pending', points: '5.00', endsOn: '2023-11-09' }],
    last: { month: '2023-10', endsOn: '2023-11-09', daysLeft: 5 },
  });
  expect(await uphold('何静', id)).toBe('异议由专班复核，请等他们答复。');
  expect(await uphold('周敏', id)).toBe('好');
  expect((await show(id, '何静')).objection).toMatchObject({
    ...{ state: 'upheld', answer: '邵阳日报是市级', answeredByName: '周敏', answeredOn: '2023-11-03' },
  });
  expect((await rowOf('2023-11'))?.lines).toEqual([]);
  expect(await raise()).toContain('这一行本单位已经提过异议');
  expect(await uphold('周敏', id)).toBe('这条异议维持，不能再办；请返回列表。');
});

test('第二个人不同意，退回重新复核；单位只能在没有答复时撤回，撤回了还在期内的可以重提', async () => {
  const { raise, correct, confirm, uphold, act, asProvincial, show, rowOf } = await lockedDesk();
  const id = await raise();
  await correct('周敏', id, [await asProvincial()]);
  expect(await act('何静', id, 'withdrawal', { reason: '算了' })).toBe('这条异议更正待确认，不能再办；请返回列表。');
  expect(await confirm('陈建国', id, false)).toBe('请写理由，单位看得到。');
  expect(await confirm('陈建国', id, false, '没有原报')).toBe('好');
  expect((await show(id)).objection).toMatchObject({ state: 'pending', answeredByName: null });
  expect(await act('罗建平', id, 'withdrawal', { reason: '试' })).toContain('没有这条异议');
  expect(await act('何静', id, 'withdrawal', { reason: '查清了' })).toBe('好');
  const again = await raise('张局长');
  expect(await uphold('周敏', again)).toBe('好');
  expect((await rowOf('2023-11'))?.lines).toEqual([]);
});

test('更正要依据、要改法，改的要是这家自己的、还立着的事实，不是自己经手的', async () => {
  const { raise, correct, confirm, asProvincial, county, act } = await lockedDesk();
  const id = await raise();
  const change = await asProvincial();
  expect(await correct('周敏', id, [change], [])).toContain('更正要有依据');
  expect(await correct('周敏', id, [])).toContain('更正要说明改什么');
  expect(await correct('周敏', id, [change, { verb: 'cancel', undoes: change.undoes }])).toContain('同一条事实改了两次');
  expect(await correct('周敏', id, [{ verb: 'cancel', undoes: county.ids[1] }])).toContain('不是这个单位的');
  expect(await correct('李卫平', id, [change])).toContain('您经手'); // 没有勾事实，谁都可以答复，但不能改自己核验的
  expect(await act('周敏', id, 'answers', { verdict: 'uphold', reason: ' …' })).toContain('填写有误');
  expect(await correct('周敏', id, [{ ...change, happenedOn: '2023-11-04' }])).toContain('日期还没有到');
  expect(await correct('周敏', id, [{ ...change, attributes: { title: '合写', shares: { 没有的单位: 1 } } }])).toContain(
    '名录里没有',
  );
  expect(await correct('周敏', id, [change])).toBe('好');
  expect(await confirm('李卫平', id)).toBe('好');
});

test('漏记的一件事：锁定以前交来的更正锁定的月份，锁定以后才交来的按迟到的佐证记入没锁的月份', async () => {
  const { raise, missing, file, correct, confirm, rowOf, county, show } = await lockedDesk();
  const record = {
    verb: 'record',
    kind: 'adoption',
    happenedOn: '2023-10-26',
    attributes: { title: '漏的', tier: 'provincial' },
  };
  expect(await raise('何静', missing())).toContain('漏记的要有佐证');
  const evidence = [await file('何静', '漏')];
  expect(await raise('何静', missing({ evidence, happenedOn: '2023-11-01' }))).toContain(
    '这件事发生在 2023-11，不是 2023-10 漏记的',
  );
  const id = await raise('何静', missing({ evidence, title: '漏的' }));
  expect(await correct('周敏', id, [{ ...record, happenedOn: '2023-11-02' }])).toContain('不是 2023-10 漏记的');
  expect(await correct('周敏', id, [record])).toBe('好');
  expect((await show(id)).changes).toMatchObject([{ verb: 'record', late: false }]);
  expect(await confirm('陈建国', id)).toBe('好');
  const added = { points: '8.00', corrects: '2023-10', arithmetic: '更正 2023-10：13.00 - 5.00 = 8.00' };
  expect(await rowOf('2023-11')).toMatchObject({ total: '0.00', lines: [added] });
  const second = await raise('何静', missing({ evidence, title: '后来才找到的' }));
  expect(await correct('周敏', second, [record])).toBe('好');
  expect(await confirm('陈建国', second)).toContain('已经补记，算 2023-10 的，再记就算了两次');
  expect(await confirm('陈建国', second, false, '是同一件')).toBe('好');
  const late = { ...record, attributes: { title: '后来才找到的', tier: 'provincial' }, late: true };
  expect(await correct('周敏', second, [late])).toBe('好');
  expect(await confirm('陈建国', second)).toBe('好');
  expect(await rowOf('2023-11')).toMatchObject({ total: '8.00', lines: [{ points: '8.00', corrects: null }, added] });
  const { held, due } = await ledger(county);
  expect([held, held.length]).toEqual([due, 3]);
});

test('别的单位的更正把本单位往后挤了，才可以对它提；由没经手更正的人复核，维持或再更正回来', async () => {
  const desk = await objectionDesk();
  const { county, claim, judge, file, lock, moveTo, raise, correct, confirm, rowOf, show } = desk;
  const claims = [
    ['何静', '乙', '邵阳日报'],
    ['罗建平', '丙', '湖南日报'],
    ['罗建平', '丁', '邵阳日报'],
  ] as const;
  for (const [who, title, outlet] of claims)
    await judge('李卫平', await claim(who, { title, outlet }, { articleId: null, evidence: [await file(who, title)] }), 'accept');
  await moveTo('2023-11-02');
  await lock('2023-10');
  await moveTo('2023-11-03');
  const id = await raise();
  const both = (await desk.factsIn()).map((undoes) => ({ undoes, title: undoes }));
  const change = await desk.asProvincial();
  await correct(
    '周敏',
    id,
    both.map(({ undoes, title }) => ({ ...change, undoes, attributes: { title, tier: 'provincial' } })),
  );
  await confirm('陈建国', id);
  await moveTo('2023-12-01');
  await lock('2023-11');
  expect((await rowOf('2023-11'))?.lines).toMatchObject([{ points: '6.00', corrects: '2023-10' }]); // 10 分改成 16 分，超过 13 分
  await moveTo('2023-12-04');
  const about = { what: 'correction', month: '2023-11', aboutId: county.ids[1], corrects: '2023-10', reason: '两篇都是市级' };
  expect(await raise('何静', { ...about, aboutId: county.ids[2] })).toContain('锁定的得分单里没有这一行');
  expect((await county.ask('罗建平', '/api/objection-ground?month=2023-11')).said).toMatchObject({
    others: [{ unit: county.ids[1], name: '县水利局', points: '6.00', corrects: '2023-10' }],
  });
  const against = await raise('罗建平', about);
  expect(await show(against, '罗建平')).toMatchObject({
    objection: { about: '五 得分，更正 2023-10', points: '6.00' },
    facts: [],
  });
  expect(await show(against, '何静')).toMatchObject({ objection: { unitName: '县住建局' } }); // 涉及谁，谁看得到
  const [fact] = (await show(against)).facts.filter(({ attributes }) => attributes.tier === 'provincial');
  const back = [{ ...change, undoes: fact?.id, attributes: { title: '乙', carrier: '邵阳日报', tier: 'municipal' } }];
  expect(await correct('周敏', against, back)).toContain('要没有经手的人来复核');
  expect(await correct('陈建国', against, back)).toContain('要没有经手的人来复核');
  expect(await correct('李卫平', against, back)).toBe('好');
  expect(await confirm('周敏', against)).toBe('好');
  expect((await rowOf('2023-12'))?.lines).toMatchObject([{ points: '-3.00', corrects: '2023-10' }]);
  const { held, due } = await ledger(county);
  expect([held, held.length]).toEqual([due, 4]);
});

test('更正没有挤动谁，别的单位提不了', async () => {
  const { county, lock, moveTo, raise, correct, confirm, asProvincial } = await lockedDesk();
  const id = await raise();
  await correct('周敏', id, [await asProvincial()]);
  await confirm('陈建国', id);
  await moveTo('2023-12-01');
  await lock('2023-11');
  const about = { what: 'correction', month: '2023-11', aboutId: county.ids[1], corrects: '2023-10', reason: '更正不对' };
  expect(await raise('罗建平', about)).toContain('没有把本单位的名次往后移'); // 水利局本来就在前面
});

test('下个月锁定时提醒还没复核的异议；更正没有第二个人确认的锁不了', async () => {
  const { raise, correct, confirm, asProvincial, moveTo, month, lock } = await lockedDesk();
  const id = await raise();
  await moveTo('2023-12-01');
  const checks = async () =>
    (await month('2023-11')).checks
      .filter(({ key }) => /objections|corrections/.test(key))
      .map(({ words, blocking }) => [words, blocking]);
  expect(await checks()).toEqual([
    ['还有 1 条异议没有复核，锁定以后的更正列到再下一个月', false],
    ['更正都有第二个人确认', false],
  ]);
  await correct('周敏', id, [await asProvincial()]);
  expect(await checks()).toEqual([
    ['没有待复核的异议', false],
    ['有 1 条更正等第二个人确认', true],
  ]);
  expect(await lock('2023-11')).toBe('还不能锁定：有 1 条更正等第二个人确认。请先办完。');
  await confirm('陈建国', id);
  expect(await lock('2023-11')).toBe('好');
});

test('约稿记了未交，单位赢了异议：扣分退回来，之后交来的稿照收，台账对得上', async () => {
  const desk = await lockedDesk();
  const { county, raise, correct, confirm } = desk;
  await county.ask('李卫平', '/api/commissions', { unitId: county.ids[1], title: '水渠', dueOn: '2023-11-03' });
  const listed = (await county.ask('李卫平', '/api/commissions')).said as unknown as { commissions: { id: string }[] };
  const commissionId = listed.commissions[0]?.id ?? '';
  await desk.moveTo('2023-11-30');
  await county.ask('李卫平', `/api/commissions/${commissionId}/missing`, { version: 1, reason: '没交' });
  await desk.moveTo('2023-12-01');
  expect(await desk.lock('2023-11')).toBe('好');
  const [fact] = await desk.factsIn('2023-11');
  const id = await raise('何静', { month: '2023-11', clause: '七', facts: [fact], reason: '通知没收到' });
  expect(await correct('周敏', id, [{ verb: 'cancel', undoes: fact }])).toBe('好');
  expect(await confirm('陈建国', id)).toBe('好');
  expect((await desk.rowOf('2023-12'))?.lines).toMatchObject([{ clause: '七', points: '3.00', corrects: '2023-11' }]);
  const { id: article } = (await county.ask('何静', '/api/articles', { title: '水渠', body: '修通了。', commissionId })).said as {
    id?: string;
  };
  const act = async (who: string, verb: string, body: object = {}) => {
    const { version } = (await county.ask(who, `/api/articles/${article}`)).said as { version?: number };
    return told(await county.ask(who, `/api/articles/${article}/${verb}`, { version, ...body }));
  };
  await act('何静', 'handing-in');
  for (const who of ['刘股长', '王副局长', '张局长'])
    for (const kind of ['review', 'proof']) expect(await act(who, 'signatures', { kind, mistakes: null })).toBe('好');
  const { held, due } = await ledger(county);
  expect([held, held.length]).toEqual([due, 2]); // 报送和采用；未交的撤了
});

test('时限是县里的设置：从明天起改，已经开始的异议期不变；逢休息日顺延', async () => {
  const { county } = await lockedDesk();
  const set = async (who: string, terms: object) =>
    told(await county.ask(who, '/api/month-terms', { lockBy: 5, workdays: 3, reason: '专班例会定', ...terms }));
  expect(await set('何静', { fromOn: '2023-11-20' })).toBe('月度时限由专班办公室定，请找他们。');
  expect(await set('李卫平', { fromOn: '2023-11-03' })).toContain('时限只能从明天以后的某一天起改');
  expect(await set('李卫平', { fromOn: '2023-11-20' })).toBe('好');
  expect(await set('周敏', { fromOn: '2023-11-20' })).toContain('同一天起的时限刚由别人定过');
  const ground = async (month: string) => (await county.ask('何静', `/api/objection-ground?month=${month}`)).said;
  expect(await ground('2023-10')).toMatchObject({ lockBy: '2023-11-03', lockedOn: '2023-11-02', endsOn: '2023-11-09' });
  expect(await ground('2023-11')).toMatchObject({
    lockBy: '2023-12-05',
    lockedOn: null,
    may: { raise: expect.stringContaining('还没有锁定') },
  });
  expect((await county.ask('何静', '/api/month-terms')).said).toMatchObject({
    now: { lockBy: 3, workdays: 5 },
    terms: [{ workdays: 3 }],
  });
});
