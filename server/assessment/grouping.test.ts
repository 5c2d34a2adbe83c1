import { expect, test } from 'vitest';
import { another, aScoredCounty, bringOn, unitAt } from '../../test/scored.ts';
import { monthExport } from './actions/month.ts';
import { rosterRows } from './versions.ts';

const county = [{ name: '县直', ranked: true }];
const byKind = [{ name: '政府部门', ranked: true }, { name: '垂管与企业', ranked: false }, ...county];
const old = { from: '2023-10-01', groups: county };
const next = { from: '2024-01-01', groups: byKind };
const unit = { id: '一', name: '县电力公司', kind: 'enterprise', host: false, from: '2023-01-01', to: null } as const;

test('细则写了按单位类别分的组，就按类别分；没写的还是县直；换版时名单从那天起另列一行', () => {
  expect(rosterRows(unit, [old], []).map(({ group, from, to }) => [group, from, to])).toEqual([['县直', '2023-01-01', null]]);
  expect(rosterRows(unit, [old, next], []).map(({ group, from, to }) => [group, from, to])).toEqual([
    ['县直', '2023-01-01', '2023-12-31'],
    ['垂管与企业', '2024-01-01', null],
  ]);
  expect(rosterRows({ ...unit, from: '2024-02-01' }, [old, next], [])).toMatchObject([
    { group: '垂管与企业', from: '2024-02-01', to: null },
  ]);
  expect(rosterRows({ ...unit, kind: 'mass' }, [old, next], [])).toMatchObject([{ group: '县直', from: '2023-01-01', to: null }]);
  expect(rosterRows({ ...unit, to: '2023-12-10' }, [old, next], [])).toMatchObject([{ group: '垂管与企业', to: '2023-12-10' }]);
});

test('明年起按政府部门、企业分组的细则：今年照旧在县直，明年在政府部门里排名', async () => {
  const given = await aScoredCounty('2023-11-02');
  const groups = [
    { name: '政府部门', ranked: true },
    { name: '乡镇', ranked: false },
  ];
  const clauses = [{ no: '一', title: '采用', kind: 'points', counts: 'adoption', rates: [{ points: '5' }] }];
  await bringOn(given.as, another({ id: '二', from: '2023-12-01', groups, clauses }), [given.office, given.lead]);
  const groupIn = async (month: string) => {
    const { table } = await given.as((context) => monthExport(context, month));
    const row = table.find(({ unit }) => unit === unitAt(given, 1));
    return [row?.group, row?.rank];
  };
  expect(await groupIn('2023-11')).toEqual(['县直', 1]);
  expect(await groupIn('2023-12')).toEqual(['政府部门', 1]);
});
