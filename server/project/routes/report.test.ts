import { expect, test } from 'vitest';
import { png } from '../../../test/articles.ts';
import { aPlannedCounty } from '../../../test/ledProject.ts';

type Months = {
  months: {
    month: string;
    seen: string;
    standing: string;
    late: boolean;
    pace: string | null;
    words: string;
    versions: object[];
    report: { id: string } | null;
  }[];
  files: object[];
  may: { report: string | null };
};
const figures = { measure: '公里', planned: 120, done: 100, moneyPlanned: 93_000, moneyArrived: 60_000, moneySpent: 50_000 };

async function desk(day = '2023-11-02') {
  const planned = await aPlannedCounty(day);
  const { county, path } = planned;
  const { said } = await county.ask('何静', '/api/files?name=台账.png', png);
  const evidence = [(said as unknown as { sha256: string }).sha256];
  const months = async (who = '李卫平') => (await county.ask(who, `${path}/reports`)).said as unknown as Months;
  const of = async (month: string) => (await months()).months.find((each) => each.month === month);
  const send = async (given: object = {}, who = '何静') => {
    const seen = (await of('2023-10'))?.seen ?? '';
    const body = { month: '2023-10', seen, ...figures, result: '三个村用上了自流水', evidence, ...given };
    const reply = await county.ask(who, `${path}/reports`, body);
    return reply.status === 201 ? (reply.said as unknown as { id: string }).id : told(reply);
  };
  const decide = async (id: string, agree = true, reason = '', who = '李卫平', version = 1) => {
    const reply = await county.ask(who, `/api/project-reports/${id}/decisions`, { version, agree, reason });
    return reply.status === 201 ? '好' : told(reply);
  };
  return { ...planned, send, decide, months, of };
}
const told = ({ status, said }: { status: number; said: { message?: string; fields?: object } }) =>
  Object.values(said.fields ?? {})[0] ?? said.message ?? `${status}`;

test('牵头单位凭佐证报一个月，专班收了就上事实卡；报的数带着来源和日子', async () => {
  const { send, decide, of, show } = await desk();
  const id = await send();
  expect(await of('2023-10')).toMatchObject({
    ...{ standing: 'sent', late: false, pace: null },
    words: '正常：10 月底应完成 83.3%，已完成 83.3%，和时间一样',
  });
  expect(await decide(id, true, '', '何静')).toBe('月报由专班办公室核，请等他们办理。');
  expect(await decide(id)).toBe('好');
  expect(await of('2023-10')).toMatchObject({ standing: 'accepted', pace: 'normal' });
  const { sheet } = await show();
  const inForce = (key: string) => sheet.find((row) => row.key === key)?.inForce;
  expect(inForce('progress')).toMatchObject({
    value: { kind: 'progress', measure: '公里', planned: 120, done: 100, asOf: '2023-10-31' },
    ...{
      source: '县水利局10月月报',
      fromOn: '2023-10-31',
      statedOn: '2023-11-02',
      enteredByName: '何静',
      decidedByName: '李卫平',
    },
  });
  expect(inForce('funds')).toMatchObject({ value: { planned: 93_000, arrived: 60_000, spent: 50_000, year: 2023 } });
  expect(inForce('outcome')).toMatchObject({ value: { text: '三个村用上了自流水' } });
});

test('退回要写理由，单位改了再报，两版都在；收了的再报再收，新的换下旧的', async () => {
  const { send, decide, of, show } = await desk();
  const first = await send();
  expect(await decide(first, false)).toBe('请写退回的理由，单位看得到。');
  expect(await decide(first, false, '已办数和台账对不上')).toBe('好');
  expect(await of('2023-10')).toMatchObject({ standing: 'returned', report: { reason: '已办数和台账对不上' } });
  expect(await send({ seen: '' })).toBe('打开之后有人动过这个月的月报，请刷新看过再办。');
  const second = await send({ done: 98 });
  expect(await decide(second, true, '', '李卫平', 2)).toBe('打开之后有人动过这个月的月报，请刷新看过再办。');
  await decide(second);
  expect(await decide(second, true, '', '李卫平', 2)).toBe('这份月报已收，没有等着核的。');
  const third = await send({ done: 99 });
  await decide(third);
  const month = await of('2023-10');
  expect(month?.versions).toMatchObject([
    { no: 3, done: 99, state: 'accepted' },
    { no: 2, done: 98, state: 'replaced' },
    { no: 1, done: 100, state: 'returned' },
  ]);
  const { sheet } = await show();
  expect(sheet.find(({ key }) => key === 'progress')?.inForce).toMatchObject({ value: { done: 99 } });
  expect(await of('2023-10')).toMatchObject({ pace: 'slow' });
});

test('没过完的月、别的年、没有佐证、别的单位、专班自己，不收，说清楚', async () => {
  const { send, months } = await desk();
  expect(await send({ month: '2023-11' })).toBe('11 月还没有过完，请过完再报。');
  expect(await send({ month: '2022-10' })).toBe('方案是 2023 年的，只报这一年的月份。');
  expect(await send({ evidence: [] })).toBe('还没有佐证：请交台账、照片或拨付凭证，至少一份。');
  expect(await send({ evidence: ['0'.repeat(64)] })).toBe('有文件没有传上来，请重新传这几份。');
  expect(await send({ planned: 0 })).toBe('全年任务要大于 0');
  expect(await send({}, '罗建平')).toBe('月报由牵头单位报，请等他们报来。');
  expect(await send({}, '李卫平')).toBe('月报由牵头单位报，请等他们报来。');
  expect((await months('罗建平')).may.report).toBe('月报由牵头单位报，请等他们报来。');
});

test('过了期才报的说迟报；佐证别的单位看不到', async () => {
  const { send, of, months } = await desk('2023-11-08');
  expect(await of('2023-10')).toMatchObject({ standing: 'overdue', late: true, dueOn: '2023-11-06' });
  await send();
  expect(await of('2023-10')).toMatchObject({ standing: 'sent', late: true });
  expect(await Promise.all(['何静', '李卫平', '罗建平'].map(async (who) => (await months(who)).files.length))).toEqual([1, 1, 0]);
});

test('全县一个月：逾期的在最上面，完成、正常、缓慢各几项；能按状态看，能导出', async () => {
  const { county, id, send, decide, cells } = await desk('2023-11-08');
  await decide(await send({ done: 10 }));
  type List = {
    month: string;
    counts: object[];
    pace: object[];
    total: number;
    lines: { projectId: string; standing: string }[];
  };
  const list = async (query = '') => (await county.ask('何静', `/api/project-reports${query}`)).said as unknown as List;
  const all = await list();
  expect(all).toMatchObject({ month: '2023-10', due: '2023-11-06', total: 18 });
  expect(all.lines.at(-1)).toMatchObject({ projectId: id, standing: 'accepted', pace: 'slow' });
  expect(all.pace).toEqual(
    expect.arrayContaining([
      { pace: 'slow', count: 1 },
      { pace: null, count: 17 },
    ]),
  );
  expect((await list('?state=accepted')).lines).toHaveLength(1);
  expect((await list('?month=2023-09')).lines.every(({ standing }) => standing === 'overdue')).toBe(true);
  expect((await cells('/api/project-reports.xlsx?month=2023-10')).at(-1)).toEqual([
    ...['农村水源保障及灌溉能力提升', '县水利局', '2023-10', '已收', '迟', '缓慢', '120', '10', '公里'],
    ...['930.00', '600.00', '500.00', '三个村用上了自流水', '2023-11-08', '2023-11-06'],
  ]);
});

test('到了第二年，十二月的照样报在去年的方案里；问没有方案的年份，说没有', async () => {
  const { county, send, of } = await desk('2024-01-03');
  expect(await send({ month: '2023-12', seen: '', done: 120 })).toMatch(/^[0-9a-f-]{36}$/);
  expect(await of('2023-12')).toMatchObject({ standing: 'sent', late: false, words: expect.stringContaining('完成：12 月底') });
  const list = async (query = '') => (await county.ask('李卫平', `/api/project-reports${query}`)).said;
  expect(await list()).toMatchObject({ month: '2023-12', due: '2024-01-05', total: 18 });
  expect(await list('?month=2022-10')).toMatchObject({ plan: null, total: 0 });
});
