import { addMonths, lastDay } from '../../assessment/months.ts';
import { monthLocks } from '../../assessment/queries.ts';
import { listUnits } from '../../identity/queries.ts';
import type { Context } from '../../kernel/context.ts';
import { newId } from '../../kernel/ids.ts';
import { refuse } from '../../kernel/refusal.ts';
import { firstState, whyNotIssue } from '../may.ts';
import { allRules } from '../queries/rules.ts';
import * as sql from '../queries/writing.ts';
import { refusals } from '../refusals.ts';
import { shortIn } from '../shortness.ts';
import { colourAfter } from '../suggestions.ts';
import { type BasisMonth, basisWords, type Colour, colours, heightOf, type Order, rulesOn, shortKey } from '../supervision.ts';
import { judgedTables } from './ground.ts';
import { checkDue, done } from './held.ts';

type Issued = Pick<Order, 'unitId' | 'colour' | 'matter' | 'requirement' | 'dueOn'> & {
  months: readonly string[];
  reason: string;
};

/** 督办单: 蓝 and 橙 go out at once, 红 waits for the lead. Months that it rests on are locked ones in which the unit fell short. */
export async function issueOrder(context: Context, given: Issued) {
  const { unitId, colour, matter, requirement, dueOn, reason } = given;
  const mayNot = whyNotIssue(context.actor);
  if (mayNot) refuse(mayNot);
  if (colour === 'talk') refuse(refusals.noTalkFirst);
  const unit = (await listUnits(context)).find(({ id }) => id === unitId);
  if (!unit || (unit.toOn !== null && unit.toOn < context.day)) return refuse(refusals.noUnit);
  if (unit.host) refuse(refusals.hostUnit);
  await checkDue(context, dueOn);
  const months = await basisOf(context, unitId, given.months);
  await checkHeight(context, colour, months, reason);
  const [id, state] = [newId<'supervisionOrder'>(context.now), firstState(colour)];
  const matterKey = months.length > 0 ? shortKey : matter;
  await sql.insertOrder(context, { id, unitId, colour, matter, matterKey, requirement, dueOn, state });
  await sql.insertMonths(context, id, months);
  const words = [`${unit.name} ${colours[colour]}，限 ${dueOn}：${matter}`, ...months.map(basisWords), reason].filter(Boolean);
  return done(context, { id, version: 0 }, state === 'issued' ? 'issue' : 'draft', words.join('；'));
}

/** The frozen figures of the months named: each locked, each short, one after the other. */
export async function basisOf(context: Context, unitId: string, asked: readonly string[]): Promise<BasisMonth[]> {
  const months = [...new Set(asked)].sort();
  const locked = (await monthLocks(context)).map(({ month }) => month);
  const tables = await judgedTables(
    context,
    months.filter((month) => locked.includes(month)),
  );
  const found = months.map((month) => {
    const table = tables.find((each) => each.month === month);
    return (table && shortIn(table, unitId)) ?? refuse(refusals.notShort(month));
  });
  if (found.some(({ month }, at) => at > 0 && month !== addMonths(found[at - 1]?.month ?? '', 1))) refuse(refusals.notInRow);
  return found;
}

/** Higher than the rules would have it only with a reason: 急事可直接发橙、红. */
async function checkHeight(context: Context, colour: Colour, months: readonly BasisMonth[], reason: string) {
  const calm = months.some(({ countOnly }) => countOnly);
  const last = months.at(-1)?.month;
  const byCount = colourAfter(months.length, rulesOn(await allRules(context), last ? lastDay(last) : context.day));
  const suggested = calm && byCount !== null ? 'blue' : byCount;
  const most = suggested === null ? 0 : heightOf(suggested);
  if (heightOf(colour) > most && reason === '') refuse(refusals.whyHigher(suggested));
}
