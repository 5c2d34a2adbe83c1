import type { Context } from '../../kernel/context.ts';
import { planOf, projectsOf } from '../../plan/queries.ts';
import { listOf } from '../list.ts';
import { entriesOfPlan, membershipsOfPlan } from '../queries.ts';

/** All projects of the newest plan, with what each lacks; none without a plan. */
export async function everyProject(context: Context) {
  const plan = await planOf(context, null);
  if (!plan) return { plan: null, listed: [] };
  const [projects, entries, memberships] = await Promise.all([
    projectsOf(context, plan.id),
    entriesOfPlan(context, plan.id),
    membershipsOfPlan(context, plan.id),
  ]);
  return { plan, listed: listOf(projects, entries, memberships, context.day) };
}
