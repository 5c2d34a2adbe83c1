import { expect, test } from 'vitest';
import { bringPlan } from '../../test/bringPlan.ts';
import { aScoredCounty } from '../../test/scored.ts';
import type { DutyColumn, DutyRow } from './duty.ts';

type Shown = { month: string; columns: DutyColumn[]; rows: DutyRow[]; county: string[] };

test('专班看到十三个单位、每项职责；单位只看到自己；没到的月份打不开', async () => {
  const county = await aScoredCounty();
  const ask = async (who: string, query = '') => (await county.ask(who, `/api/duty-board${query}`)).said as unknown as Shown;
  expect(await ask('李卫平')).toEqual({ month: '2023-11', columns: [], rows: [], county: [] });
  await bringPlan(county);
  for (const day of ['2023-10-10', '2023-10-11', '2023-10-12']) await county.happened(1, 'submission', day);
  const october = await ask('李卫平', '?month=2023-10');
  expect([october.rows.length, october.columns.length]).toEqual([13, 15]);
  const water = october.rows.find(({ name }) => name === '县水利局');
  const at = october.columns.findIndex(({ key }) => key === '7');
  expect(water?.cells[at]).toMatchObject({ state: 'done', words: '3篇 完成' });
  expect(october.rows.find(({ name }) => name === '县残联')?.cells[at]).toMatchObject({ state: 'short' });
  expect(october.county.join('')).toContain('本月结束的');
  expect((await ask('何静', '?month=2023-10')).rows.map(({ name }) => name)).toEqual(['县水利局']);
  expect((await county.ask('李卫平', '/api/duty-board?month=2023-12')).said.code).toBe('duty.noMonth');
  expect((await county.ask('李卫平', '/api/duty-board.xlsx?month=2023-10&state=short')).status).toBe(200);
});
