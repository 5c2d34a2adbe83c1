import { expect, test } from 'vitest';
import { aScoredCounty, type ScoredCounty } from '../../test/scored.ts';

type Page = {
  state: string;
  head: string;
  version: number;
  scheme: { mode: string } | null;
  units: { id: string; name: string }[];
} & {
  table: {
    unit: string;
    rank: number | null;
    total: string;
    submitted: number;
    lines: { clause: string; points: string }[] | null;
  }[];
  facts: Record<string, { unit: string }>;
  checks: { key: string; words: string; blocking: boolean; count: number }[];
  may: { lock: string | null };
};
const pageFor = async (county: ScoredCounty, who: string, month = '2023-10') =>
  (await county.ask(who, `/api/months/${month}`)).said as unknown as Page;
const read = ({ table, units }: Page) =>
  table.map(({ unit, rank, total }) => `${units.find(({ id }) => id === unit)?.name} ${rank ?? '—'} ${total}`);

async function october() {
  const county = await aScoredCounty();
  for (const day of ['2023-10-09', '2023-10-16', '2023-10-23']) await county.happened(1, 'submission', day, { article: day });
  await county.happened(1, 'adoption', '2023-10-19', { article: '2023-10-09', carrier: '邵阳日报', tier: 'municipal' });
  await county.happened(2, 'adoption', '2023-10-20', { carrier: '红网', tier: 'provincial' });
  await county.happened(2, 'adoption', '2023-10-21', { carrier: '某某号', tier: null });
  return county;
}

test('台账里的事按细则算成总表，承办考核的县政府办只列出不排名', async () => {
  const county = await october();
  const page = await pageFor(county, '李卫平');
  expect(read(page)).toEqual(['县水利局 1 15.00', '县住建局 2 5.00', '县政府办 — -3.00']);
  expect(page.checks.filter(({ count }) => count > 0).map(({ words }) => words)).toEqual([
    '零报送：县住建局',
    '媒体待认定、不计分：某某号',
  ]);
  expect(page.may.lock).toBe('月度锁定由专班分管领导办理，请找他。');
  expect((await pageFor(county, '陈建国')).may.lock).toBeNull();
});

test('责任单位看得到各家的名次和总分，得分单只看自己的', async () => {
  const county = await october();
  const page = await pageFor(county, '何静');
  expect(read(page)).toHaveLength(3);
  const [own, ...others] = page.table;
  expect(own?.lines?.map(({ clause, points }) => `${clause} ${points}`)).toEqual(['第三条 10.00', '第五条（三） 5.00']);
  expect(others.map(({ lines }) => lines)).toEqual([null, null]);
  expect(new Set(Object.values(page.facts).map(({ unit }) => unit))).toEqual(new Set([county.ids[1]]));
  expect((await county.ask('何静', `/api/months/2023-10/account/${county.ids[2]}`)).status).toBe(404);
  expect((await county.ask('罗建平', `/api/months/2023-10/account/${county.ids[2]}`)).said).toMatchObject({
    row: { rank: 2, total: '5.00' },
    next: { rank: 1, points: '10.00' },
  });
  expect((await county.ask('systemAdmin', '/api/months/2023-10')).status).toBe(404);
  expect((await county.ask('何静', '/api/months/2023-10/export.json')).status).toBe(404);
});
