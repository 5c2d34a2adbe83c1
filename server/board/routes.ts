import { Hono } from 'hono';
import { z } from 'zod';
import { type Env, reads, readsFile, sheets } from '../app.ts';
import { mediaTiers } from '../channel/channel.ts';
import type { Context } from '../kernel/context.ts';
import { CountyDate } from '../kernel/dates.ts';
import type { Id } from '../kernel/ids.ts';
import { dutiesOf, planOf } from '../plan/queries.ts';
import { renderForm } from '../render/xlsx.ts';
import { aimOf } from './aim.ts';
import { type Axis, axes, type Behind, type Count, counts, daysOf, type Family, families, kindsOf } from './board.ts';
import { type Gap, gapKinds, gapStates } from './gaps.ts';
import * as sql from './queries.ts';
import { type Release, releaseStates, releasesOf } from './releases.ts';
import { coverage, weeksShown } from './routes/coverage.ts';
import { gapsNow } from './routes/known.ts';

const keysOf = <K extends string>(words: Record<K, unknown>) => z.enum(Object.keys(words) as [K, ...K[]]);
const idOf = <Of extends string>() => z.uuid().transform((id) => id as Id<Of>);
const year = z.coerce.number().int().min(2000).max(2100).optional();
const rights = 'coverage.read' as const;

const looked = z.strictObject({
  axis: keysOf<Axis>(axes).default('project'),
  count: keysOf<Count>(counts).optional(),
  from: CountyDate.optional(),
  year,
});
const show = reads({ input: { query: looked }, rights }, (context, { query }) => coverage(context, query, weeksShown));

const sheet = readsFile(
  { input: { query: looked }, rights },
  async (context, { query }) => ({ ...(await coverage(context, query, 'year')), axis: query.axis }),
  async ({ year, count, grid, axis }) => {
    const name = `覆盖 ${axes[axis]}`;
    const figures = (cells: readonly number[], total: number) => [...cells, total];
    const columns = [
      { head: axis === 'unit' ? '单位' : '实事项目', width: 4 },
      { head: '主题', width: 2 },
      ...grid.columns.map(({ head, below }) => ({ head: [head, below].filter(Boolean).join(' '), align: 'right' as const })),
      { head: '全年', align: 'right' as const },
    ];
    const content = await renderForm({
      ...{ name, columns, above: [`${year}年${name}，${counts[count]}条数`] },
      rows: grid.rows.map(({ name, group, cells, total }) => [
        name,
        group,
        ...figures(
          cells.map(({ count }) => count),
          total,
        ),
      ]),
      totals: [['合计', '', ...figures(grid.totals, grid.total)]],
      below: ['每周从周一到周日；刊播按核验过的采用数，报送按站得住的报送数。'],
    });
    const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    return { content, mediaType, name: `${name}.xlsx` };
  },
);

const aim = reads({ input: { query: z.strictObject({ year }) }, rights }, async (context, { query }) => {
  const plan = await planOf(context, query.year ?? null);
  if (!plan) return { year: null, aim: null };
  const range = daysOf(plan.year);
  const [weeks, topics] = await Promise.all([sql.mainstreamWeeks(context, range), sql.topicsOf(context, range)]);
  const [today = context.day] = [context.day, range.to].sort(); // its last day, once the year is over
  return {
    year: plan.year,
    aim: aimOf(plan.year, today, plan.issuedOn, { weeks, topics }),
  };
});

const gaps = reads({ input: {}, rights }, async (context) => ({ gaps: await gapsNow(context) }));
const gapSheet = sheets(
  {
    ...{ input: {}, rights, name: '缺口' },
    columns: [
      { head: '种类', of: ({ kind }: Gap) => gapKinds[kind] },
      { head: '谁、哪一项', width: 4, of: ({ subject }) => subject },
      { head: '缺什么', width: 4, of: ({ words }) => words },
      { head: '单位', width: 3, of: ({ unitNames }) => unitNames.join('、') },
      { head: '状态', of: ({ state }) => gapStates[state] },
      { head: '约稿时限', of: ({ commission }) => commission?.dueOn ?? '' },
      { head: '交来的稿件', width: 3, of: ({ article }) => article?.title ?? '' },
    ],
  },
  gapsNow,
);

const asked = z.strictObject({
  count: keysOf<Count>(counts).default('published'),
  ...{ from: CountyDate, to: CountyDate, year },
  project: z.union([z.literal('none'), idOf<'project'>()]).optional(),
  unit: idOf<'unit'>().optional(),
  campaign: idOf<'campaign'>().optional(),
  family: z.union([keysOf<Family>(families), z.literal('public')]).optional(),
  mainstream: z.literal('only').optional(),
  topic: z.literal('only').optional(), // what makes a 专题 of a campaign
});
async function behindOf(context: Context, { query }: { query: z.output<typeof asked> }): Promise<Behind[]> {
  const { project, unit = null, campaign = null, family, mainstream, topic, year, ...rest } = query;
  const none = project === 'none' ? ((await planOf(context, year ?? null))?.id ?? null) : null;
  return sql.behind(context, {
    ...{ ...rest, unit, campaign, noProject: none, project: project === 'none' ? null : (project ?? null) },
    ...{ kinds: family ? kindsOf(family) : null, mainstream: (mainstream ?? topic) === 'only', alone: topic === 'only' },
  });
}
const behind = reads({ input: { query: asked }, rights }, async (context, given) => ({ rows: await behindOf(context, given) }));
const behindSheet = sheets(
  {
    ...{ input: { query: asked }, rights, name: '覆盖明细' },
    columns: [
      { head: '标题', width: 5, of: ({ title }: Behind) => title },
      { head: '单位', width: 2, of: ({ unitName }) => unitName },
      { head: '日期', of: ({ happenedOn }) => happenedOn },
      { head: '载体', width: 2, of: ({ outlet }) => outlet ?? '' },
      { head: '层级', of: ({ tier }) => (tier ? mediaTiers[tier] : '') },
      { head: '实事项目', width: 3, of: ({ projectName }) => projectName ?? '' },
      { head: '宣传主题', width: 2, of: ({ theme }) => theme ?? '' },
    ],
  },
  behindOf,
);

async function releasesNow(context: Context) {
  const plan = await planOf(context, null);
  if (!plan) return { year: null, series: [] };
  const [first, to] = [`${plan.year}-01-01` as CountyDate, `${plan.year}-12-31` as CountyDate];
  const whole = { from: plan.issuedOn ?? first, to };
  const kinds = kindsOf('public').filter((kind) => kind !== null);
  const [duties, bulletins, appeared] = await Promise.all([
    dutiesOf(context, plan.id),
    sql.bulletinsReleased(context, whole),
    sql.publicDays(context, whole, kinds),
  ]);
  const published = bulletins.map(({ month, on }) => ({
    what: `${Number(month.slice(5))}月通报`,
    on,
    link: `/bulletins/${month}`,
  }));
  return { year: plan.year, series: releasesOf(duties, { published, appeared }, whole, context.day) };
}
const releases = reads({ input: {}, rights }, releasesNow);
const releaseSheet = sheets(
  {
    ...{ input: {}, rights, name: '发布日历' },
    columns: [
      { head: '要求', width: 5, of: ({ what }: Release & { what: string }) => what || '方案没有写多久一次，按月看' },
      { head: '哪一期', of: ({ period }) => period },
      { head: '最迟', of: ({ to }) => to },
      { head: '状态', of: ({ state }) => releaseStates[state] },
      { head: '县里公开的', width: 4, of: ({ published }) => published.map(({ what, on }) => `${what}（${on}）`).join('、') },
      { head: '面向社会的刊播', align: 'right', of: ({ appearances }) => appearances },
    ],
  },
  async (context) =>
    (await releasesNow(context)).series.flatMap(({ what, releases }) => releases.map((each) => ({ ...each, what }))),
);

export const boardRoutes = new Hono<Env>()
  .get('/api/coverage', show)
  .get('/api/coverage.xlsx', sheet)
  .get('/api/coverage-aim', aim)
  .get('/api/coverage-gaps', gaps)
  .get('/api/coverage-gaps.xlsx', gapSheet)
  .get('/api/coverage-rows', behind)
  .get('/api/coverage-rows.xlsx', behindSheet)
  .get('/api/releases', releases)
  .get('/api/releases.xlsx', releaseSheet);
