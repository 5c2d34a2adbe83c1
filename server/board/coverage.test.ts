import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { claimsDesk } from '../../test/claims.ts';
import type { County } from '../../test/county.ts';
import type { read } from '../plan/actions.ts';
import { asksWords } from '../plan/settling.ts';
import type { Aim } from './aim.ts';
import { type Behind, type Count, mondayOf } from './board.ts';
import type { Gap } from './gaps.ts';
import type { Series } from './releases.ts';
import type { Coverage } from './routes/coverage.ts';

const notice = await readFile(join(import.meta.dirname, '../../database/demo/notice-2023-10-08.txt'));
const source = { base64: notice.toString('base64') };
type Given = Record<string, unknown>;
type PlanShown = {
  projects: { id: string; name: string }[];
  campaigns: { id: string; theme: string; projects: string[]; units: { id: string; name: string }[] }[];
};

async function plannedBy(county: County): Promise<PlanShown> {
  const found = (await county.ask('李卫平', '/api/readings', { source })).said as unknown as Awaited<ReturnType<typeof read>>;
  const answers = Object.fromEntries(
    found.reading.questions.map(({ id, choices }) => [id, { choice: choices.find((choice) => !asksWords(choice)) ?? '' }]),
  );
  const newUnits = found.newUnits.map((name) => ({ name, kind: 'government' }));
  await county.ask('李卫平', '/api/plans', { source, answers, newUnits });
  return (await county.ask('李卫平', '/api/plan')).said as unknown as PlanShown;
}

/** 县水利局 at work in a county with the real plan: what it writes is signed by three, what it claims verified by the office. */
async function aYear(day = '2023-10-09') {
  const desk = await claimsDesk(day);
  const { county } = desk;
  const outlets = [
    { name: '邵阳电视', kind: 'broadcast', mainstream: true },
    { name: '红网', kind: 'site', mainstream: true },
    { name: '水利微信', kind: 'account' },
    { name: '县工作简报', kind: 'brief' },
  ].map((each, at) => ({ ...each, tier: { fromOn: '2023-01-01', tier: at < 2 ? 'municipal' : 'county', reason: '名录' } }));
  await county.ask('李卫平', '/api/outlets', { outlets });
  const plan = await plannedBy(county);
  const ask = async <T>(path: string, who = '李卫平') => (await county.ask(who, path)).said as unknown as T;
  const move = (to: string) => county.ask('李卫平', '/api/demo-day', { day: to });
  const write = async (title: string, about: Given = {}) =>
    ((await county.ask('何静', '/api/articles', { title, body: `${title}。`, ...about })).said as Given).id as string;
  const submit = async (id: string) => {
    const act = async (who: string, verb: string, body: object = {}) => {
      const { version } = await ask<{ version: number }>(`/api/articles/${id}`, '何静');
      const { status, said } = await county.ask(who, `/api/articles/${id}/${verb}`, { version, ...body });
      if (status !== 201) throw new Error(said.message);
    };
    await act('何静', 'handing-in');
    for (const who of ['刘股长', '王副局长', '张局长']) {
      await act(who, 'signatures', { kind: 'review' });
      await act(who, 'signatures', { kind: 'proof' });
    }
  };
  const publish = async (articleId: string, outlet: string, publishedOn: string, fields: Given = {}) => {
    const id = await desk.claim(
      '何静',
      { outlet, publishedOn, title: `${articleId.slice(-6)}${outlet}`, ...fields },
      { articleId },
    );
    const told = await desk.judge('李卫平', id, 'accept');
    if (told !== '好') throw new Error(told);
    return id;
  };
  const look = (query = '') => ask<Coverage>(`/api/coverage${query}`);
  return { ...desk, plan, ask, move, write, submit, publish, look };
}
type Year = Awaited<ReturnType<typeof aYear>>;

/** October and half of November: what was written, handed in and published, over projects, weeks and outlets. */
async function lived() {
  const year = await aYear();
  const { plan, move, write, submit, publish } = year;
  const [first, second, third] = plan.projects;
  const water = plan.campaigns.find(({ theme }) => theme === '水利建设');
  const about = [
    { projectId: first?.id, campaignId: water?.id },
    { projectId: second?.id, campaignId: water?.id },
    { projectId: third?.id },
    {},
  ];
  const outlets = ['邵阳日报', '邵阳电视', '红网', '水利微信', '县工作简报', '不在名录的报'];
  for (const [at, day] of ['2023-10-09', '2023-10-15', '2023-10-16', '2023-10-31'].entries()) {
    await move(day);
    const id = await write(`第${at}篇`, about[at]);
    await submit(id);
    for (let n = 0; n <= at + 1; n++)
      await publish(id, outlets[(at + n) % outlets.length] ?? '', day, { form: n === 2 ? 'repost' : 'sole' });
  }
  await move('2023-11-02');
  const waiting = await write('没有核验的', about[0]);
  await year.claim('何静', { outlet: '邵阳日报', publishedOn: '2023-11-01' }, { articleId: waiting });
  await write('只是草稿', about[1]);
  return year;
}

type Fact = { project: string | null; unit: string; kind: string | null; on: string };
/** The plain way: every row that counts, one by one. */
const naive = ({ county }: Year, count: Count) =>
  county.inside(async (db) =>
    count === 'published'
      ? db<Fact[]>`
        select a.project_id as project, c.unit_id as unit, o.kind, c.published_on::text as on from claim c
        join article a on a.county_id = c.county_id and a.id = c.article_id
        left join outlet o on o.county_id = c.county_id and o.id = c.outlet_id where c.county_id = ${county.code} and c.state = 'accepted'`
      : db<Fact[]>`
        select a.project_id as project, a.unit_id as unit, null as kind, s.submitted_on::text as on from submission s
        join article a on a.county_id = s.county_id and a.id = s.article_id where s.county_id = ${county.code}`,
  );

const year = await lived();

test.each([
  ['project', 'published'],
  ['project', 'submitted'],
  ['unit', 'published'],
  ['unit', 'submitted'],
] as const)('%s × 周（%s）：每一格、每个合计都等于一条一条数出来的', async (axis, count) => {
  const facts = await naive(year, count);
  expect(facts.length).toBeGreaterThan(count === 'published' ? 13 : 3);
  const { grid, whole } = await year.look(`?axis=${axis}&count=${count}`);
  expect([grid.columns.length, whole?.from, whole?.to]).toEqual([10, '2023-01-02', '2023-12-31']);
  for (const { id, name, cells, total } of grid.rows) {
    const own = facts.filter((fact) => (axis === 'project' ? fact.project : fact.unit) === id);
    for (const [at, { key }] of grid.columns.entries()) {
      const counted = own.filter(({ on }) => mondayOf(on as never) === key).length;
      expect(cells[at]?.count, `${name} ${key}`).toBe(counted);
      if (counted === 0) continue;
      const whose = axis === 'unit' ? `unit=${id}` : `project=${id ?? 'none'}`;
      const { to } = grid.columns[at] ?? { to: '' };
      const { rows } = await year.ask<{ rows: Behind[] }>(`/api/coverage-rows?${whose}&count=${count}&from=${key}&to=${to}`);
      expect(rows.length, `${name} ${key} 点开`).toBe(counted);
    }
    expect(total, name).toBe(own.length);
  }
  expect(grid.total).toBe(facts.length);
  expect(grid.totals.reduce((sum, each) => sum + each, 0)).toBe(facts.length);
});

test('十场集中宣传排在周的上面：日子、单位、刊播的条数，点开是同样的条数', async () => {
  const { lanes } = await year.look();
  expect(lanes).toHaveLength(10);
  const water = lanes.find(({ theme }) => theme === '水利建设');
  expect(water).toMatchObject({ no: '5', fromOn: '2023-10-30', toOn: '2023-11-03', fuzzy: false, unitNames: ['县水利局'] });
  expect(water?.count).toBe(5);
  const asked = `campaign=${water?.id}&from=2023-01-02&to=2023-12-31`;
  expect((await year.ask<{ rows: Behind[] }>(`/api/coverage-rows?${asked}`)).rows).toHaveLength(5);
  expect((await year.look('?axis=unit')).lanes).toEqual([]);
});

test('项目 × 渠道：广播电视、账号、网站、报刊、内刊、未收录各归各的，点开的条数与格里相同', async () => {
  const facts = await naive(year, 'published');
  const { grid } = await year.look('?axis=family');
  expect(grid.columns.map(({ head }) => head)).toEqual(['影、声', '微', '网', '报', '内刊', '未收录']);
  const kinds: (string | null)[][] = [['broadcast'], ['account'], ['site', 'app'], ['paper'], ['brief'], [null]];
  for (const { id, cells } of grid.rows) {
    for (const [at, { key }] of grid.columns.entries()) {
      const counted = facts.filter(({ project, kind }) => project === id && kinds[at]?.includes(kind)).length;
      expect(cells[at]?.count).toBe(counted);
      const asked = `project=${id ?? 'none'}&family=${key}&from=2023-01-02&to=2023-12-31`;
      const { rows } = await year.ask<{ rows: Behind[] }>(`/api/coverage-rows?${asked}`);
      expect(rows.length).toBe(counted);
    }
  }
});

test('周周有新闻只数名录上省市主流媒体的采用；同一场宣传有两篇单条才算一个专题，点得开', async () => {
  const { aim } = await year.ask<{ aim: Aim }>('/api/coverage-aim');
  // 邵阳日报、水利微信、县工作简报不是名录上的主流媒体；邵阳电视和红网是
  expect(aim).toMatchObject({ week: 44, news: 1, month: '2023-11', topics: [] });
  expect(aim.year).toMatchObject({ weeks: 3, told: 2, missed: [{ week: 43 }] });
  const [october] = aim.year.months;
  expect(october?.topics).toMatchObject([{ theme: '水利建设', articles: 2 }]);
  const asked = `topic=only&campaign=${october?.topics[0]?.campaignId}&from=2023-10-01&to=2023-10-31`;
  const { rows } = await year.ask<{ rows: Behind[] }>(`/api/coverage-rows?${asked}`);
  expect(rows).toHaveLength(october?.topics[0]?.count ?? 0);
  expect(new Set(rows.map(({ outlet }) => outlet))).toEqual(new Set(['邵阳电视', '红网']));
  const week = await year.ask<{ rows: Behind[] }>('/api/coverage-rows?mainstream=only&from=2023-10-30&to=2023-11-05');
  expect(week.rows.map(({ outlet }) => outlet)).toHaveLength(1);
});

test('发布日历：方案没说多久一次就按月列，内部刊物不算，公开的通报和刊播都在', async () => {
  const { series } = await year.ask<{ series: Series[] }>('/api/releases');
  expect(series).toHaveLength(1);
  const [{ releases } = { releases: [] }] = series;
  const outside = (await naive(year, 'published')).filter(
    ({ kind, on }) => kind !== null && kind !== 'brief' && on < '2023-11-01',
  );
  expect(releases.map(({ period, state, appearances }) => [period, state, appearances])).toEqual([
    ['10月', 'done', outside.length],
    ['11月', 'next', 0],
    ['12月', 'later', 0],
  ]);
  const { rows } = await year.ask<{ rows: Behind[] }>('/api/coverage-rows?family=public&from=2023-10-08&to=2023-10-31');
  expect(rows).toHaveLength(outside.length);
});

test('只有专班看得到；别的县一条也没有；没有方案的县空着，不出错', async () => {
  expect((await year.county.ask('何静', '/api/coverage')).status).toBe(404);
  const { county } = await claimsDesk();
  const shown = (await county.ask('李卫平', '/api/coverage')).said as unknown as Coverage;
  expect([shown.year, shown.grid.rows]).toEqual([null, []]);
  expect((await county.ask('李卫平', '/api/coverage-gaps')).said).toEqual({ gaps: [] });
  expect((await county.ask('李卫平', '/api/coverage-aim')).said).toEqual({ year: null, aim: null });
  const wide = (await county.ask('李卫平', '/api/coverage-rows?from=2023-01-01&to=2023-12-31')).said as unknown as { rows: [] };
  expect(wide.rows).toEqual([]);
});

test('表能往前往后翻到一年的头尾，导出的电子表格是全年的', async () => {
  const { earlier, later, from } = await year.look();
  expect([from, earlier, later]).toEqual(['2023-09-25', '2023-07-17', '2023-12-04']);
  const last = await year.look(`?from=${later}`);
  expect([last.grid.columns.at(-1)?.to, last.later]).toEqual(['2023-12-31', null]);
  for (const path of ['coverage.xlsx?axis=unit', 'coverage.xlsx?axis=family', 'coverage-gaps.xlsx', 'releases.xlsx']) {
    expect((await year.county.ask('李卫平', `/api/${path}`)).status, path).toBe(200);
  }
});

test('年度过了、新方案还没有：标题停在那年的最后一周，不再说缺口', async () => {
  const { county } = await aYear('2024-01-20');
  const { aim } = (await county.ask('李卫平', '/api/coverage-aim')).said as unknown as { aim: Aim };
  expect([aim.week, aim.month, aim.year.weeks]).toEqual([52, '2023-12', 11]);
  expect((await county.ask('李卫平', '/api/coverage-gaps')).said).toEqual({ gaps: [] });
  const shown = (await county.ask('李卫平', '/api/coverage')).said as unknown as Coverage;
  expect([shown.year, shown.later, shown.grid.columns.at(-1)?.state]).toEqual([2023, null, 'past']);
});

test('一处缺口：约稿带着单位、时限、字数和还没讲的要素；约了写“已约稿”，交来写“已交稿”，刊播了就没有了', async () => {
  const story = await aYear('2023-11-02');
  const { county, plan, write, submit, publish, ask } = story;
  const water = plan.projects.find(({ name }) => name === '农村水源保障及灌溉能力提升');
  const gap = async () =>
    (await ask<{ gaps: Gap[] }>('/api/coverage-gaps')).gaps.find(({ kind, id }) => kind === 'project' && id === water?.id);
  const open = await gap();
  expect(open).toMatchObject({
    state: 'open',
    words: '连续 3 周没有刊播，今年还没有过',
    draft: { unitId: county.ids[1], projectId: water?.id, dueOn: '2023-11-07', words: 800 },
  });
  expect(open?.draft.elements).toEqual(['政策内容', '实施范围', '补助标准']);
  const { unitId, projectId, title, dueOn, words, elements = [] } = open?.draft ?? {};
  const order = { unitId, projectId, title, dueOn, words, wishes: elements.join('、') };
  const { id: commissionId } = (await county.ask('李卫平', '/api/commissions', order)).said as Given;
  expect(await gap()).toMatchObject({ state: 'ordered', commission: { id: commissionId, dueOn: '2023-11-07', overdue: false } });
  expect((await gap())?.draft.elements).toEqual(['申请程序', '受益群体', '资金投入']);
  const articleId = await write('水渠通了', { projectId, commissionId });
  await submit(articleId);
  expect(await gap()).toMatchObject({ state: 'written', article: { id: articleId } });
  await publish(articleId, '邵阳日报', '2023-11-02');
  expect(await gap()).toBeUndefined();
});
