import { createHash } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import { owner as asOwner } from '../../test/county.ts';
import { another, aScoredCounty, bringOn, type ScoredCounty, unitAt } from '../../test/scored.ts';
import { takeFile } from '../evidence/actions.ts';
import { cancelFact } from '../fact/actions.ts';
import { commandLine } from '../founding.ts';
import { nameUnit } from '../identity/actions/unit.ts';
import { CountyDate } from '../kernel/dates.ts';
import { newId } from '../kernel/ids.ts';
import { lockMonth } from './actions/lock.ts';
import { monthExport } from './actions/month.ts';
import { verifyMonths } from './actions/verify.ts';
import { digestsOf, exportText, headOf, MonthExport } from './export.ts';

const owner = asOwner();
afterAll(() => owner.end());

const clipping = Buffer.from('%PDF-1.7 邵阳日报 10 月 19 日 3 版');
const sha256 = createHash('sha256').update(clipping).digest('hex');

/** October with one adoption and its clipping, locked. */
async function october() {
  const county = await aScoredCounty();
  const upload = { sha256, mediaType: 'application/pdf' as const, name: '剪报.pdf', size: clipping.length, content: clipping };
  await county.as((context) => takeFile(context, upload), county.office);
  const fact = await county.happened(1, 'adoption', '2023-10-19', { carrier: '邵阳日报', tier: 'municipal' }, [sha256]);
  await county.happened(2, 'submission', '2023-10-20', { article: '甲' });
  const { head } = await county.as((context) => monthExport(context, '2023-10'));
  const locked = await county.later('2023-11-02', (context) => lockMonth(context, { month: '2023-10', version: 2, head }));
  return { ...county, fact, head: locked.head };
}
const registrar = { ...commandLine, roles: ['systemAdmin'] };
const renamed = { version: 1, name: '县水务局', fromOn: CountyDate.parse('2023-11-01'), alias: false };
const verdict = (county: ScoredCounty) => county.as((context) => verifyMonths(context, () => undefined));

test('没有动过的：重算一致，事实、细则、佐证逐一对上；锁定以后照常更正、换细则、改单位名称，不算改动', async () => {
  const county = await october();
  await county.happened(2, 'adoption', '2023-10-22', { carrier: '红网', tier: 'provincial' });
  await county.as((context) => cancelFact(context, county.fact, newId(new Date())), county.office);
  const next = another({ id: '二', from: '2023-12-01' });
  await bringOn(county.as, next, [county.office, county.lead]);
  await county.as((context) => nameUnit(context, unitAt(county, 1), renamed), registrar);
  expect(await verdict(county)).toEqual({
    months: [{ month: '2023-10', head: county.head }],
    facts: 2,
    evidence: 1,
    fault: null,
  });
});

type Tampering = [what: string, by: (county: Awaited<ReturnType<typeof october>>) => PromiseLike<unknown>, told: RegExp];
test.each<Tampering>([
  [
    '改一条事实的层级',
    ({ code, fact }) =>
      owner`update fact set attributes = jsonb_set(attributes, '{tier}', '"central"') where county_id = ${code} and id = ${fact}`,
    /^2023-10：事实 [\w-]+ 被改动过：attributes 冻结的是 .*"municipal".*，现在是 .*"central"/,
  ],
  [
    '改一条事实的单位',
    ({ code, fact, ids }) => owner`update fact set unit_id = ${ids[2] ?? ''} where county_id = ${code} and id = ${fact}`,
    /事实 [\w-]+ 被改动过：unit/,
  ],
  [
    '删一条事实',
    ({ code, fact }) => owner`delete from fact where county_id = ${code} and id = ${fact}`,
    /^2023-10：台账记过 2 条事实，现在有 1 条/,
  ],
  [
    '删一条事实，连条数一起改',
    async ({ code, fact }) => {
      await owner`delete from fact where county_id = ${code} and id = ${fact}`;
      await owner`update period set version = 1 where county_id = ${code} and month = '2023-10'`;
    },
    /^2023-10：事实 [\w-]+ 冻结了，台账里却没有了/,
  ],
  [
    '锁定的月份里塞一条事实',
    async ({ code }) => {
      await owner`insert into fact select county_id, gen_random_uuid(), unit_id, kind, day, period, verified, null, null, attributes,
        evidence, source_id, recorded_by, recorded_at from fact where county_id = ${code} and kind = 'adoption'`;
      await owner`update period set version = 3 where county_id = ${code} and month = '2023-10'`;
    },
    /^2023-10：台账里多出事实 [\w-]+（adoption 2023-10-19），锁定时没有它/,
  ],
  [
    '改细则的分值',
    ({ code }) => owner`update scheme set body = jsonb_set(body, '{clauses,3,cap}', '"99.00"') where county_id = ${code}`,
    /细则“示例细则”（示例细则-1）的“第五条（三）”被改动过：cap 冻结的是 "15.00"，现在是 "99.00"/,
  ],
  [
    '把细则改成从别的日子起',
    ({ code }) => owner`update scheme set to_on = '2023-10-15' where county_id = ${code}`,
    /细则“示例细则”（示例细则-1）的 to 冻结的是 null，现在是 2023-10-15/,
  ],
  [
    '换佐证文件的内容',
    ({ code }) =>
      owner`update file set content = convert_to(repeat('x', ${clipping.length}::int), 'UTF8') where county_id = ${code}`,
    /^2023-10：事实 [\w-]+ 的佐证文件 [0-9a-f]{64} 的内容被改动过/,
  ],
  [
    '改冻结的文件',
    ({ code }) =>
      owner`update month_lock set export = replace(export, '"total":"2.00"', '"total":"9.00"') where county_id = ${code}`,
    /^2023-10：冻结的文件不对，总表与文件里记的摘要不符/,
  ],
  [
    '换一份自己算得通的冻结文件，台账也跟着改',
    async ({ code, fact }) => {
      await owner`delete from fact where county_id = ${code} and id = ${fact}`;
      await owner`update period set version = 1 where county_id = ${code} and month = '2023-10'`;
      const [kept] = await owner`select export from month_lock where county_id = ${code}`;
      const given = MonthExport.parse(JSON.parse(String(kept?.export)));
      given.facts = given.facts.filter(({ id }) => id !== fact);
      given.digests = digestsOf(given);
      given.head = headOf(given);
      await owner`update month_lock set export = ${exportText(given)}, head = ${given.head} where county_id = ${code}`;
    },
    /^2023-10：审计里记的锁定摘要是 [0-9a-f]{64}，冻结的文件是 [0-9a-f]{64}/,
  ],
  [
    '把锁定抹掉',
    async ({ code }) => {
      await owner`delete from month_lock where county_id = ${code}`;
      await owner`update period set locked_at = null, locked_by = null where county_id = ${code}`;
    },
    /^2023-10：审计里记的锁定摘要是 [0-9a-f]{64}，冻结的文件是 没有/,
  ],
])('数据库的主人动了手脚，说得出动在哪里：%s', async (_, by, told) => {
  const county = await october();
  await by(county);
  expect((await verdict(county)).fault).toMatch(told);
});
