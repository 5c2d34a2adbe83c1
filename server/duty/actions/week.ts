import { monthOf } from '../../assessment/months.ts';
import { countyNow } from '../../identity/queries.ts';
import type { Context } from '../../kernel/context.ts';
import type { CountyDate } from '../../kernel/dates.ts';
import { refuse } from '../../kernel/refusal.ts';
import { campaignsOf, planOf } from '../../plan/queries.ts';
import { refusals } from '../duty.ts';
import { publishedBetween, submittedBetween, waitingNow } from '../queries/week.ts';
import { type Week, weekFrom, weekOf } from '../week.ts';
import { dutiesNow } from './board.ts';
import { quotaIn } from './home.ts';

/** 本周一页纸 of the week of that day; what waits and who owes is told as of today. Throws `Refused`. */
export async function weekNow(context: Context, day: CountyDate = context.day): Promise<Week> {
  const span = weekOf(day);
  if (span.from > context.day) refuse(refusals.noWeek);
  const month = monthOf(day > context.day ? context.day : day);
  const plan = await planOf(context, null);
  const [county, campaigns, published, submitted, quota, duties, waits] = await Promise.all([
    countyNow(context),
    plan ? campaignsOf(context, plan.id) : [],
    publishedBetween(context, span.from, span.to),
    submittedBetween(context, span.from, span.to),
    quotaIn(context, month),
    dutiesNow(context, month),
    waitingNow(context),
  ]);
  return weekFrom({
    ...{ ...span, county: county?.name ?? '', today: context.day, campaigns, published, submitted, quota, duties, waits },
  });
}
