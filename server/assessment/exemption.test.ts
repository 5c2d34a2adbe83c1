import { afterAll, expect, test } from 'vitest';
import { owner as asOwner } from '../../test/county.ts';
import { another, aScoredCounty, demoScheme, type ScoredCounty } from '../../test/scored.ts';
import { lockMonth } from './actions/lock.ts';
import { monthExport, monthText } from './actions/month.ts';
import { checksOf } from './actions/sight.ts';
import { verifyMonths } from './actions/verify.ts';
import type { Exemption } from './exemption/exemption.ts';

const owner = asOwner();
afterAll(() => owner.end());

type Reply = {
  exemptions: (Exemption & { may: Record<string, string | null> })[];
  counts: object[];
  may: { propose: string | null };
};
type Month = { table: { unit: string; rank: number | null; total: string }[]; units: { id: string; exempt: string | null }[] };

/** 两个单位各有报送；李卫平、周敏在办公室，陈建国是分管领导，何静是县水利局的。 */
async function exempting(day = '2023-11-02') {
  const county = await aScoredCounty(day);
  await county.happened(1, 'submission', '2023-10-19', { article: '甲' });
  await county.happened(2, 'submission', '2023-10-20', { article: '乙' });
  const basis = { reason: '机构改革，10月整体划转', basis: '县委编委会会议纪要〔2023〕3号' };
  const propose = (more: object = {}, who = '李卫平') =>
    county.ask(who, '/api/exemptions', { unitId: county.ids[1], fromOn: '2023-10-01', toOn: '2023-10-31', ...basis, ...more });
  const list = async (who = '李卫平', query = '') => (await county.ask(who, `/api/exemptions${query}`)).said as unknown as Reply;
  const act = async (who: string, verb: string, body: object = {}) => {
    const [first] = (await list()).exemptions;
    const { status, said } = await county.ask(who, `/api/exemptions/${first?.id}/${verb}`, { version: first?.version, ...body });
    return status === 201 ? '好' : said.message;
  };
  const confirm = (who: string) => act(who, 'confirmation');
  const withdraw = (who: string, reason: string) => act(who, 'withdrawal', { reason });
  const standing = async (month = '2023-10') => {
    const { table, units } = (await county.ask('李卫平', `/api/months/${month}`)).said as unknown as Month;
    const row = table.find(({ unit }) => unit === county.ids[1]);
    return [row?.rank, row?.total, units.find(({ id }) => id === county.ids[1])?.exempt];
  };
  return { county, propose, list, confirm, withdraw, standing };
}
const lock = async (county: ScoredCounty, month: string, on: string) => {
  const [{ head }, version] = [
    await county.as((context) => monthExport(context, month)),
    await county.as(({ db }) => db`select version from period where county_id = ${county.code} and month = ${month}`),
  ];
  return county.later(on, (context) => lockMonth(context, { month, head, version: Number(version[0]?.version ?? 0) }));
};
const verdict = (county: ScoredCounty) => county.as((context) => verifyMonths(context, () => undefined));

test('豁免要两个人：提出了还不算，不是提出的那个人确认了才算；照样计分，只是不排名', async () => {
  const { county, propose, confirm, list, standing } = await exempting();
  expect((await propose({}, '何静')).status).toBe(403);
  expect((await propose({}, '陈建国')).said.message).toBe('豁免由专班办公室提出，请找他们。');
  expect((await propose()).status).toBe(201);
  expect(await standing()).toEqual([1, '-2.00', null]);
  expect(await confirm('李卫平')).toBe('这条是您提出的，不能自己确认，请专班分管领导或办公室的另一个人确认。');
  expect(await confirm('何静')).toBe('豁免由专班的另一个人确认，请等他们办理。');
  expect(await confirm('陈建国')).toBe('好');
  expect(await standing()).toEqual([null, '-2.00', '机构改革，10月整体划转']);
  expect(await confirm('周敏')).toBe('这条豁免已确认，不能再办，请刷新看看。');
  expect(await list()).toMatchObject({
    exemptions: [{ unitName: '县水利局', state: 'confirmed', proposedByName: '李卫平', confirmedByName: '陈建国' }],
    counts: [{ state: 'confirmed', count: 1 }],
  });
  const told = await county.as(
    ({ db }) => db`select reason from audit_entry where county_id = ${county.code} and what = 'exemption.confirm'`,
  );
  expect(told[0]?.reason).toBe('县水利局 2023-10-01 到 2023-10-31：机构改革，10月整体划转');
});

test('单位看得到自己的豁免和依据，看不到别人的；办公室按状态筛', async () => {
  const { county, propose, list } = await exempting();
  await propose();
  await propose({ unitId: county.ids[2] });
  expect((await list('何静')).exemptions.map(({ unitName, basis }) => `${unitName} ${basis}`)).toEqual([
    '县水利局 县委编委会会议纪要〔2023〕3号',
  ]);
  expect((await list('何静')).may.propose).toBe('豁免由专班办公室提出，请找他们。');
  expect((await list('李卫平', '?state=proposed')).exemptions).toHaveLength(2);
  expect((await list('李卫平', '?state=confirmed')).exemptions).toEqual([]);
});

test('锁定了的月份不改：提不到它头上，也确认不到它头上；冻结的保持原样，核对对得上', async () => {
  const { county, propose, confirm } = await exempting();
  await propose();
  await lock(county, '2023-10', '2023-11-02');
  const frozen = await county.as((context) => monthText(context, '2023-10'));
  const over = '2023-10 已经锁定，名次不再变，豁免不能改到它头上；请从 2023-11-01 起填。';
  expect(await confirm('周敏')).toBe(over);
  expect((await propose({ unitId: county.ids[2] })).said.message).toBe(over);
  expect(await county.as((context) => monthText(context, '2023-10'))).toBe(frozen);
  expect((await verdict(county)).fault).toBeNull();
});

test('锁定以后撤回：没锁的月份照常排名，锁了的还是豁免；核对对得上，动了手脚说得出', async () => {
  const { county, propose, confirm, withdraw, standing } = await exempting();
  await propose({ toOn: null });
  await confirm('周敏');
  await lock(county, '2023-10', '2023-11-02');
  expect((await standing('2023-11'))[2]).toBe('机构改革，10月整体划转');
  expect(await withdraw('何静', '改革完了')).toBe('豁免由专班撤回，请找他们。');
  expect(await withdraw('李卫平', '改革完了')).toBe('好');
  expect([(await standing('2023-11'))[2], (await standing('2023-10'))[2]]).toEqual([null, '机构改革，10月整体划转']);
  expect((await verdict(county)).fault).toBeNull();
  await owner`update exemption set reason = '换个说法' where county_id = ${county.code}`;
  expect((await verdict(county)).fault).toBe(
    '2023-10：“县水利局”从 2023-10-01 起的豁免（机构改革，10月整体划转）冻结了，现在却没有了。',
  );
  await owner`update exemption set reason = '机构改革，10月整体划转' where county_id = ${county.code}`;
  await owner`update exemption set unit_id = ${county.ids[2] ?? ''} where county_id = ${county.code}`;
  expect((await verdict(county)).fault).toContain('豁免');
});

test('没锁定就撤回的，像没有过一样；再提一条不算重叠，两条重叠的不收', async () => {
  const { propose, confirm, withdraw, standing } = await exempting();
  await propose();
  await confirm('周敏');
  expect((await propose({ fromOn: '2023-10-20', toOn: null })).said.message).toBe(
    '县水利局已有一条从 2023-10-01 到 2023-10-31 的豁免，日子重叠；请先撤回那一条，或改日期。',
  );
  expect(await withdraw('周敏', '依据写错了')).toBe('好');
  expect(await standing()).toEqual([1, '-2.00', null]);
  expect((await propose()).status).toBe(201);
});

test('豁免的日子、单位、依据写错了，说出错在哪里', async () => {
  const { propose, county } = await exempting();
  expect((await propose({ toOn: '2023-09-01' })).said.message).toBe('豁免的最后一天早于第一天，请核对日期。');
  expect((await propose({ fromOn: '2022-10-01', toOn: '2022-10-31' })).said.message).toBe(
    '这个单位从 2023-01-01 起设立，豁免的日子不在其中，请核对。',
  );
  expect((await propose({ unitId: county.person('何静') })).said.message).toBe('名录里没有这个单位，请重新选。');
  expect((await propose({ evidence: '0'.repeat(64) })).said.message).toBe('依据的文件没有传上来，请重新传。');
  expect((await propose({ basis: ' ' })).status).toBe(422);
});

test('零报送的豁免单位，锁定前不再当作零报送提醒；看了预览以后才豁免的，要看过再锁', async () => {
  const { county, propose, confirm } = await exempting('2023-12-02');
  const silent = async () =>
    (await county.as((context) => checksOf(context, '2023-11'))).find(({ key }) => key === 'silent')?.words;
  await lock(county, '2023-10', '2023-12-02');
  expect(await silent()).toContain('县水利局');
  await propose({ fromOn: '2023-11-01', toOn: '2023-11-30' });
  const { head } = await county.as((context) => monthExport(context, '2023-11'));
  await confirm('周敏');
  expect(await silent()).toBe('零报送：县住建局');
  const late = county.later('2023-12-02', (context) => lockMonth(context, { month: '2023-11', version: 0, head }));
  await expect(late).rejects.toThrow('打开之后又有变化');
});

test('不写管谁的任务条款管各单位，不管专班所在单位；冻结以后核对得上', async () => {
  const { clauses } = JSON.parse(demoScheme) as { clauses: { kind: string; for?: object }[] };
  const bare = clauses.map(({ for: _, ...clause }) => clause);
  const county = await aScoredCounty('2023-11-02', another({ clauses: bare }));
  const { table, lines } = await county.as((context) => monthExport(context, '2023-10'));
  const shortOf = (unit: string) => lines.filter((line) => line.unit === unit && line.effect === 'shortfall').length;
  expect(county.ids.map(shortOf)).toEqual([0, 1, 1]);
  expect(table.find(({ unit }) => unit === county.ids[0])?.total).toBe('0.00');
  await county.happened(1, 'submission', '2023-10-19', { article: '甲' });
  await lock(county, '2023-10', '2023-11-02');
  expect((await verdict(county)).fault).toBeNull();
});
