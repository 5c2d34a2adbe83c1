import { expect, test } from 'vitest';
import { addUnits } from '../../server/identity/actions/unit.ts';
import type { Context } from '../../server/kernel/context.ts';
import { CountyDate, countyDateOf } from '../../server/kernel/dates.ts';
import type { Id } from '../../server/kernel/ids.ts';
import { raiseObjection } from '../../server/objection/actions/raise.ts';
import type { County } from '../county.ts';
import { ledgerAndModules } from '../ledger.ts';
import { lockedDesk, objectionDesk, told } from '../objections.ts';
import { acting } from '../scored.ts';

const codes = (all: { status: number; said: { code?: string } }[]) => all.map(({ status, said }) => said.code ?? status).sort();
const unit = (county: County) => county.ids[1] as Id<'unit'>;

/** 何静 contests the line at that very instant of real time. */
const raisedAt = (county: County, instant: string) =>
  county.as(
    (context: Context) => {
      const now = new Date(instant);
      const line = {
        what: 'line',
        clause: '五',
        effect: 'points',
        corrects: null,
        kind: null,
        happenedOn: null,
        title: '',
      } as const;
      const whose = { month: '2023-10', unitId: unit(county), aboutId: unit(county), reason: '是省级', facts: [], evidence: [] };
      return raiseObjection({ ...context, now, day: countyDateOf(now) }, { ...line, ...whose });
    },
    { ...acting(county, '何静', 'informationOfficer'), unitId: unit(county) },
  );

test('两个人同时锁定：一个锁了，另一个知道是谁锁的', async () => {
  const { county, moveTo, month } = await objectionDesk();
  await moveTo('2023-11-02');
  const { version, head } = await month('2023-10');
  const both = await Promise.all([1, 2].map(() => county.ask('陈建国', '/api/months/2023-10/lock', { version, head })));
  expect(both.map(told).sort()).toEqual(['2023-10 已由陈建国锁定，锁定只有一次；以后的变化作为下个月的更正。', '好']);
});

test('一边核验一边锁定：要么先核了、锁的人要重看，要么还没核、锁不了；不会锁了又变', async () => {
  const { county, claim, file, moveTo, month } = await objectionDesk();
  const id = await claim('何静', { title: '乙' }, { articleId: null, evidence: [await file('何静', '乙')] });
  await moveTo('2023-11-02');
  const { version, head } = await month('2023-10');
  const [verified, locked] = await Promise.all([
    county.ask('李卫平', `/api/claims/${id}/verdicts`, { version: 1, verdict: 'accept' }),
    county.ask('陈建国', '/api/months/2023-10/lock', { version, head }),
  ]);
  expect(told(verified)).toBe('好');
  expect(told(locked)).toMatch(/^(打开之后又有变化，现在的得分和您看到的不同|还不能锁定：还有 1 条没有核验)/);
  const { held, due } = await county.inside((db) => ledgerAndModules({ db, county: county.code }));
  expect(held).toEqual(due);
});

test('异议期最后一天的最后一分钟还收，过了零点就不收，并说还能怎么办', async () => {
  const { county } = await lockedDesk();
  await expect(raisedAt(county, '2023-11-09T16:00:00Z')).rejects.toThrow(
    '2023-10 的异议期到 11月9日为止，今天是 11月10日，不再受理。新的佐证请照常认领，迟到的记入下一个没有锁定的月份；系统日期不对的，请告诉专班核对。',
  );
  await expect(raisedAt(county, '2023-11-09T15:59:59.999Z')).resolves.toMatchObject({ version: 1 });
});

test('网断了重发的同一次异议，过了零点也还是那一条', async () => {
  const { county, moveTo } = await lockedDesk();
  await moveTo('2023-11-09');
  const line = { what: 'line', month: '2023-10', clause: '五', effect: 'points', reason: '是省级' };
  const once = { 'idempotency-key': '0198f0a0-0000-4000-8000-000000000001' };
  const first = await county.ask('何静', '/api/objections', line, once);
  await moveTo('2023-11-10');
  const again = await county.ask('何静', '/api/objections', line, once);
  expect([again.status, again.said]).toEqual([201, first.said]);
  expect(told(await county.ask('张局长', '/api/objections', { ...line, effect: 'cap' }))).toContain('异议期到 11月9日为止');
});

test('时钟快了一天：异议说得出系统当成了哪天，校准以后照收；锁定之后时钟退回去，不能再锁', async () => {
  const desk = await lockedDesk();
  const { county } = desk;
  await expect(raisedAt(county, '2023-11-10T02:00:00Z')).rejects.toThrow('今天是 11月10日');
  await expect(raisedAt(county, '2023-11-02T02:00:00Z')).resolves.toMatchObject({ version: 1 }); // 慢了也不吃亏
  await desk.moveTo('2023-12-01');
  await county.inside((db) => db`update county set demo_day = '2023-11-01' where county_id = ${county.code}`); // 时钟退回
  const { version, head } = await desk.month('2023-11');
  expect(told(await county.ask('陈建国', '/api/months/2023-11/lock', { version, head }))).toBe(
    '系统日期是 2023-11-01，比上次锁定的 2023-11-02 还早，时钟不对；锁定不能改，请系统管理员核对服务器的时间再锁定。',
  );
  expect(told(await county.ask('李卫平', '/api/demo-day', { day: '2023-10-30' }))).not.toBe('好'); // 演示日期本来就只能往后调
});

test('月中并出去的单位：自己的人还能提；没有人的由专班代为登记，代登记的人不能复核', async () => {
  const { county, moveTo, lock, raise, act, uphold, show } = await objectionDesk();
  const line = { unitId: county.ids[1] };
  const { units } = (await county.ask('李卫平', '/api/units')).said as unknown as { units: { id: string; version: number }[] };
  const { version } = units.find(({ id }) => id === county.ids[1]) ?? {};
  const closing = { version, toOn: '2023-10-29', reason: '并入县自然资源局' };
  expect(told(await county.ask('李卫平', `/api/units/${county.ids[1]}/closing`, closing))).toBe('好');
  await moveTo('2023-11-02');
  await lock('2023-10');
  await moveTo('2023-11-03');
  const id = await raise('李卫平', line);
  expect(await show(id)).toMatchObject({ objection: { unitClosedOn: '2023-10-29', raisedByName: '李卫平' } });
  expect(await uphold('李卫平', id)).toBe('这条异议是您提出的，不能自己复核，请专班另一个人办理。');
  expect(await act('李卫平', id, 'withdrawal', { reason: '原单位的人自己提' })).toBe('好');
  const own = await raise('张局长');
  expect(await uphold('周敏', own)).toBe('好');
  expect(await raise('周敏', { unitId: county.ids[2] })).toBe('异议由单位自己提出；单位已停用、没有人能提的，才由专班代它登记。');
});

test('没有轮到的月份、没有这个角色、别的单位，各有一句话', async () => {
  const { county, raise } = await objectionDesk();
  expect(await raise()).toContain('2023-10 还没有锁定，不用提异议');
  expect(await raise('刘股长')).toBe('异议由本单位的信息员或主要负责人提出，请找他们。');
  expect(await raise('罗建平', { unitId: county.ids[1] })).toBe('异议由本单位的信息员或主要负责人提出，请找他们。');
});

test('同一行两个人同时提，只成一条；更正连点两下确认，只记一次', async () => {
  const { county, correct, show, asProvincial } = await lockedDesk();
  const line = { what: 'line', month: '2023-10', clause: '五', effect: 'points', reason: '是省级' };
  const both = await Promise.all(['何静', '张局长'].map((who) => county.ask(who, '/api/objections', line)));
  expect(codes(both)).toEqual([201, 'objection.twice']);
  const id = both.map(({ said }) => (said as { id?: string }).id).find(Boolean) ?? '';
  await correct('周敏', id, [await asProvincial()]);
  const { version } = (await show(id)).objection;
  const confirmed = await Promise.all(
    ['陈建国', '李卫平', '陈建国'].map((who) => county.ask(who, `/api/objections/${id}/confirmations`, { version, agree: true })),
  );
  expect(codes(confirmed)).toEqual([201, 'objection.movedOn', 'objection.movedOn']);
  const { held, due } = await county.inside((db) => ledgerAndModules({ db, county: county.code }));
  expect([held, held.length]).toEqual([due, 1]);
});

test('确认更正时十一月正在锁：更正落在还开着的月份，锁定的核得上', async () => {
  const { county, raise, correct, asProvincial, show, moveTo, month } = await lockedDesk();
  const id = await raise();
  await moveTo('2023-12-01');
  const { version, head } = await month('2023-11');
  await correct('周敏', id, [await asProvincial()]);
  const seen = (await show(id)).objection.version;
  const [confirmed, locked] = await Promise.all([
    county.ask('陈建国', `/api/objections/${id}/confirmations`, { version: seen, agree: true }),
    county.ask('陈建国', '/api/months/2023-11/lock', { version, head }),
  ]);
  expect(told(confirmed)).toBe('好');
  expect(told(locked)).toMatch(/等第二个人确认|打开之后又有变化/);
  expect((await show(id)).objection.period).toBe('2023-11');
});

test('新设的单位没有十月的得分单，提不了', async () => {
  const { county, raise } = await lockedDesk();
  const fresh = {
    name: '县数据局',
    kind: 'government' as const,
    code: null,
    host: false,
    fromOn: CountyDate.parse('2023-11-01'),
  };
  const office = acting(county, '李卫平', 'officeStaff');
  const { ids } = await county.as((context) => addUnits(context, [fresh]), office);
  expect(await raise('李卫平', { unitId: ids[0] })).toContain('异议由单位自己提出');
});
