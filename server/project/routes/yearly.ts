import { Hono } from 'hono';
import { z } from 'zod';
import { type Env, reads, sheets } from '../../app.ts';
import { mediaTiers, tierWords } from '../../channel/channel.ts';
import type { Fact } from '../../fact/fact.ts';
import { factsOf } from '../../fact/queries.ts';
import { mayAct } from '../../identity/rights.ts';
import type { Actor, Context } from '../../kernel/context.ts';
import { projectRanks } from '../../plan/plan.ts';
import { everyProject } from '../queries/list.ts';
import { type Gap, gaps, standingFacts, tierKeys, type YearLine, yearLines } from '../yearly.ts';

const asked = z.strictObject({ gap: z.enum(Object.keys(gaps) as [Gap, ...Gap[]]).optional() });

/** The plan's year from the ledger; evidence that came late stands in the next year's months. */
async function year(context: Context) {
  const { plan, listed } = await everyProject(context);
  if (!plan) return { plan: null, lines: [], facts: [] };
  const facts = standingFacts(await factsOf(context, `${plan.year}-01`, `${plan.year + 1}-12`), plan.year);
  return { plan, lines: yearLines(listed, facts), facts };
}

const shown = ({ gap }: z.output<typeof asked>, lines: readonly YearLine[]) =>
  lines.filter((line) => gap === undefined || line.gap === gap);

const list = reads({ input: { query: asked }, rights: 'project.read' }, async (context, { query }) => {
  const { plan, lines, facts } = await year(context);
  const counts = [...Map.groupBy(lines, ({ gap }) => gap)].map(([state, { length: count }]) => ({ state, count }));
  const rows = facts.filter(({ kind }) => kind === 'adoption').map((fact) => rowOf(fact, context.actor));
  const may = { order: mayAct(context.actor, 'commission.order', null) };
  return {
    plan,
    counts,
    may,
    lines: shown(query, lines).map((line) => ({ ...line, rows: rows.filter(({ project }) => project === line.name) })),
  };
});

/** What a figure stands on; whose receipt this viewer may open. */
const rowOf = ({ id, day, unit, attributes: { project, title, carrier, tier } }: Fact, actor: Actor) => ({
  ...{ id, day, project: project ?? '', title: title ?? '', carrier: carrier ?? '', tier: tierWords(tier ?? null) },
  open: unit === actor.unitId || mayAct(actor, 'project.confirm', null),
});

const listSheet = sheets(
  {
    input: { query: asked },
    rights: 'project.read',
    name: '全年宣传核对',
    columns: [
      { head: '项目', width: 4, of: ({ name }: YearLine) => name },
      { head: '级别', of: ({ rank }) => (rank ? projectRanks[rank] : '待定') },
      { head: '牵头单位', width: 2, of: ({ lead }) => lead?.name ?? '' },
      { head: '报送', align: 'right', of: ({ submitted }) => submitted },
      { head: '见报', align: 'right', of: ({ adopted }) => adopted },
      ...tierKeys.map((tier) => ({
        ...{ head: mediaTiers[tier], align: 'right' as const },
        of: ({ tiers }: YearLine) => tiers[tier],
      })),
      { head: '待认定', align: 'right', of: ({ tiers }) => tiers.undecided },
      { head: '最近一次', of: ({ lastOn }) => lastOn ?? '' },
      { head: '缺口', of: ({ gap }) => (gap === 'none' ? '' : gaps[gap]) },
      { head: '说明', width: 5, of: ({ words }) => words },
    ],
  },
  async (context, { query }) => shown(query, (await year(context)).lines),
);

export const projectYearRoutes = new Hono<Env>().get('/api/project-year', list).get('/api/project-year.xlsx', listSheet);
