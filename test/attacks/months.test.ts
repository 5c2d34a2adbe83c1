import { expect, test } from 'vitest';
import { monthExport } from '../../server/assessment/actions/month.ts';
import { verifyMonths } from '../../server/assessment/actions/verify.ts';
import { exportText } from '../../server/assessment/export.ts';
import { verifyExport } from '../../server/assessment/verify.ts';
import { claimsDesk, printed } from '../claims.ts';
import { another, aScoredCounty, bringScheme } from '../scored.ts';

const odd = '</table><script>alert(1)</script>=HYPERLINK("http://x","y")\u202e倒\u0001\u{1f6b0}\u2028"\\';

/** 县水利局的一条采用，十月由分管领导锁定。 */
async function locked() {
  const given = await claimsDesk();
  const { county, claim, judge } = given;
  await bringScheme(county);
  const id = await claim('何静', { title: odd });
  expect(await judge('李卫平', id, 'accept')).toBe('好');
  const lock = async (month: string) => {
    const { version, head } = (await county.ask('陈建国', `/api/months/${month}`)).said as never;
    const { status, said } = await county.ask('陈建国', `/api/months/${month}/lock`, { version, head });
    return status === 201 ? '好' : said.message;
  };
  expect(await lock('2023-10')).toBe('好');
  const month = (name: string) => county.inside((db) => monthExport({ db, county: county.code }, name));
  const sound = () => county.inside((db) => verifyMonths({ db, county: county.code }, () => {}));
  const pointsIn = async (name: string) => (await month(name)).table.find(({ unit }) => unit === county.ids[1])?.total;
  return { ...given, id, lock, month, sound, pointsIn };
}

test('锁定以后推翻、再认定、再推翻：十月一个字节不动，更正都在十一月，核对得上', async () => {
  const { judge, id, month, sound } = await locked();
  const before = exportText(await month('2023-10'));
  expect(await judge('周敏', id, 'refuse', { reason: '不是这一天' })).toBe('好');
  expect(await judge('周敏', id, 'refuse', { reason: '再来一次' })).toMatch('已经这样定了');
  expect(await judge('李卫平', id, 'accept', { reason: '找到了' })).toBe('好');
  expect(await judge('李卫平', id, 'refuse', { reason: '还是不对' })).toBe('好');
  expect(exportText(await month('2023-10'))).toBe(before);
  const corrections = (await month('2023-11')).lines.filter(({ corrects }) => corrects === '2023-10');
  expect(corrections.length).toBeGreaterThan(0);
  expect(await sound()).toMatchObject({ fault: null, months: [{ month: '2023-10' }] });
});

test('锁定以后才来的认领落到十一月；已锁的月份不能再锁，也不能先锁以后的月份', async () => {
  const { claim, judge, show, lock } = await locked();
  const late = await claim('何静', { title: '迟到的一条', publishedOn: '2023-10-20' });
  expect((await show(late)).month).toBe('2023-11');
  expect(await judge('李卫平', late, 'accept')).toBe('好');
  expect((await show(late)).claim.period).toBe('2023-11');
  expect(await lock('2023-10')).toMatch('锁定只有一次');
  expect(await lock('2023-11')).toMatch('还不能锁定');
  expect(await lock('2023-12')).toBe('填写有误，请按提示改正。');
});

test('怪标题的月份，导出的文件照样从头算得出；改一个字就算不出', async () => {
  const { month } = await locked();
  const given = await month('2023-10');
  const text = exportText(given);
  expect(given.facts.map(({ attributes }) => attributes.title)).toContain(odd);
  expect(verifyExport(text, given.head)).toMatchObject({ ok: true });
  expect(verifyExport(text.replace('alert(1)', 'alert(2)'), given.head)).toMatchObject({ ok: false });
  expect(verifyExport(text.replace('\u202e', ''), given.head)).toMatchObject({ ok: false });
});

test('月中不能换细则，换了不能盖到锁定的月份上，旧版不能从中间截断', async () => {
  const { county } = await locked();
  const adopt = async (change: object) => (await bringScheme(county, another(change))).said.message ?? '好';
  expect(await adopt({ id: '二', from: '2023-11-15' })).toMatch('1 日起施行');
  expect(await adopt({ id: '二', from: '2023-10-01' })).toMatch('2023-10 已经锁定');
  expect(await adopt({ id: '二', from: '2023-09-01' })).toMatch('已经锁定');
  expect(await adopt({ id: '示例细则-1', from: '2024-01-01' })).toMatch('编号');
  expect(await adopt({ id: '二', from: '2023-11-01' })).toBe('好');
  expect(await adopt({ id: '三', from: '2023-11-01' })).not.toBe('好');
});

test('单位的人只开得了自己的得分单，拿不到导出文件，锁不了，也看不到锁定前的检查', async () => {
  const { county } = await locked();
  const path = '/api/months/2023-10';
  expect((await county.ask('罗建平', `${path}/account/${county.ids[1]}`)).status).toBe(404);
  expect((await county.ask('罗建平', `${path}/export.json`)).status).toBe(404);
  expect((await county.ask('李卫平', `${path}/lock`, { version: 1, head: '0'.repeat(64) })).status).toBe(403);
  const seen = (await county.ask('罗建平', path)).said as unknown as {
    checks: object[];
  };
  expect(seen.checks).toEqual([]);
  expect(JSON.stringify(seen)).not.toContain('alert');
  expect(JSON.stringify((await county.ask('罗建平', '/api/months/2023-11')).said)).not.toContain('alert');
});

test('撤销了的单位：它的认领、稿件、得分都还在，月份照样锁得了', async () => {
  const { county, claim, judge, articleId, show } = await claimsDesk();
  await bringScheme(county);
  const id = await claim('何静', printed);
  const { units } = (await county.ask('李卫平', '/api/units')).said as unknown as { units: { id: string; version: number }[] };
  const version = units.find((each) => each.id === county.ids[1])?.version;
  const closed = await county.ask('李卫平', `/api/units/${county.ids[1]}/closing`, {
    version,
    toOn: '2023-10-29',
    reason: '机构改革',
  });
  expect(closed.status).toBe(201);
  expect((await show(id)).claim.state).toBe('pending');
  expect((await county.ask('何静', `/api/articles/${articleId}`)).status).toBe(200);
  expect(await judge('李卫平', id, 'accept')).toBe('好');
  const {
    version: seen,
    head,
    table,
    checks,
    units: seenUnits,
  } = (await county.ask('陈建国', '/api/months/2023-10')).said as never as {
    version: number;
    head: string;
    table: { unit: string; adoptions: number; rank: number | null }[];
    checks: { key: string; words: string; blocking: boolean }[];
    units: { id: string; partly: string | null }[];
  };
  expect(checks.find(({ key }) => key === 'partly')).toMatchObject({
    words: '月中有变动的单位照算照排：县水利局（10月29日撤销）；不该排名的，请先办豁免',
    blocking: false,
  });
  expect(seenUnits.find(({ id: each }) => each === county.ids[1])?.partly).toBe('10月29日撤销');
  expect(table.find(({ unit }) => unit === county.ids[1])).toMatchObject({ adoptions: 1, rank: 1 });
  expect((await county.ask('陈建国', '/api/months/2023-10/lock', { version: seen, head })).status).toBe(201);
});

test('看过以后又有变化，锁定的人被告知', async () => {
  const county = await aScoredCounty('2023-11-03');
  const { version, head } = (await county.ask('陈建国', '/api/months/2023-10')).said as never;
  await county.happened(1, 'submission', '2023-10-09');
  expect((await county.ask('陈建国', '/api/months/2023-10/lock', { version, head })).said.code).toBe('assessment.movedOn');
});
