import { expect, test } from 'vitest';
import { aCounty } from '../../../test/county.ts';
import { aPlannedCounty } from '../../../test/ledProject.ts';
import { acting, unitAt } from '../../../test/scored.ts';
import { recordFact } from '../../fact/actions.ts';
import { CountyDate } from '../../kernel/dates.ts';
import { newId } from '../../kernel/ids.ts';

type Year = {
  counts: object[];
  may: { order: boolean };
  lines: { id: string; gap: string; adopted: number; rows: { title: string; open: boolean }[] }[];
};

test('全年核对的数出自台账：县里的不算重点报道，市里的算；回执只有专班和本单位打得开', async () => {
  const { county, id, projects, cells } = await aPlannedCounty();
  const name = (projects.find((each) => each.id === id) as unknown as { name: string }).name;
  const happened = (tier: 'county' | 'municipal') =>
    county.as(
      (context) =>
        recordFact(context, {
          ...{ unit: unitAt(county, 1), kind: 'adoption', day: CountyDate.parse('2023-10-20'), sourceId: newId(new Date()) },
          attributes: { project: name, tier, title: '水渠通到田埂上', carrier: '邵阳日报' },
        }),
      acting(county, '李卫平', 'officeStaff'),
    );
  await county.ask('李卫平', `/api/projects/${id}/rank`, { version: 1, rank: 'provincial' });
  const year = async (who = '李卫平', query = '') => (await county.ask(who, `/api/project-year${query}`)).said as unknown as Year;
  const line = async (who?: string) => (await year(who)).lines.find((each) => each.id === id);
  await happened('county');
  expect(await line()).toMatchObject({ gap: 'unreported', adopted: 1 });
  await happened('municipal');
  expect(await line()).toMatchObject({
    gap: 'none',
    adopted: 2,
    rows: [{ title: '水渠通到田埂上', open: true }, { open: true }],
  });
  expect((await line('何静'))?.rows.map(({ open }) => open)).toEqual([true, true]);
  expect((await line('罗建平'))?.rows.map(({ open }) => open)).toEqual([false, false]);
  const all = await year('何静');
  expect([all.counts, all.may.order]).toEqual([
    [
      { state: 'untold', count: 17 },
      { state: 'none', count: 1 },
    ],
    false,
  ]);
  expect((await year('李卫平', '?gap=none')).lines).toHaveLength(1);
  const sheet = await cells('/api/project-year.xlsx?gap=none');
  expect(sheet.at(-1)).toEqual([
    ...[name, '省级', '县水利局', '0', '2', '0', '0', '1', '1', '0', '2023-10-20', ''],
    '今年见报 2 条，最近一次 2023-10-20。',
  ]);
});

test('没有方案时，三张表都是空的，不出错', async () => {
  const county = await aCounty();
  for (const path of ['/api/projects', '/api/project-reports', '/api/project-year']) {
    expect(await county.ask('李卫平', path), path).toMatchObject({ status: 200, said: { plan: null } });
  }
});
