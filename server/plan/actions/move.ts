import { recordAudit } from '../../audit/queries.ts';
import { mayAct, whyNotAct } from '../../identity/rights.ts';
import type { Context } from '../../kernel/context.ts';
import type { CountyDate } from '../../kernel/dates.ts';
import { refuse } from '../../kernel/refusal.ts';
import { type Move, movedWindow, refusals, type Window, whyNotThere } from '../moving.ts';
import { type Campaign, refusals as planRefusals } from '../plan.ts';
import * as sql from '../queries/move.ts';
import { campaignsOf, planOf } from '../queries.ts';

type Moving = { version: number; from: CountyDate; to: CountyDate; reason: string };
/** Another window for a campaign; what it was stays readable, and its units are told. */
export async function moveCampaign(context: Context, id: Campaign['id'], { version, from, to, reason }: Moving) {
  const { plan, campaign } = await held(context, id, version);
  const why = whyNotThere(campaign, from, to);
  if (why) refuse(why);
  return moved(context, plan, campaign, movedWindow(campaign, from, to), reason);
}

/** Undoes the last move: the window is again exactly what it was, which is a move itself. */
export async function moveCampaignBack(
  context: Context,
  id: Campaign['id'],
  { version, reason }: Pick<Moving, 'version' | 'reason'>,
) {
  const { plan, campaign } = await held(context, id, version);
  if (campaign.cancelledOn !== null) refuse(refusals.cancelled);
  const last = (await sql.movesOf(context, plan)).find((move) => move.campaignId === id && move.no === campaign.version);
  const { wasFrom: fromOn, wasTo: toOn, wasDays: days, wasText, wasPrecision } = last ?? refuse(refusals.notLast);
  return moved(context, plan, campaign, { fromOn, toOn, days, windowText: wasText, precision: wasPrecision }, reason);
}

async function moved(context: Context, plan: Parameters<typeof sql.saveMove>[1], campaign: Campaign, to: Window, reason: string) {
  await sql.saveMove(context, plan, campaign, to, reason);
  const said = `第 ${campaign.no} 场 ${campaign.theme}：${campaign.windowText} → ${to.windowText}；${reason}`.slice(0, 400);
  const version = campaign.version + 1;
  await recordAudit(context, { what: 'campaign.move', subjectId: campaign.id, version, reason: said });
  return { id: campaign.id, version };
}

async function held(context: Context, id: Campaign['id'], version: number) {
  if (!mayAct(context.actor, 'campaign.move', null)) refuse(refusals.mayNotMove);
  const plan = (await sql.lockPlanOf(context, id)) ?? refuse(refusals.noCampaign);
  const campaign = (await campaignsOf(context, plan)).find((each) => each.id === id) ?? refuse(refusals.noCampaign);
  if (campaign.version !== version) refuse(planRefusals.movedOn);
  return { plan, campaign };
}

/** The unit of the one who says it knows of a move, and of those of the same campaign before it. */
export async function seeMove(context: Context, { campaignId, no }: Pick<Move, 'campaignId' | 'no'>) {
  const { unitId } = context.actor;
  const why = whyNotAct(context.actor, 'campaign.see', unitId, refusals.mayNotSee);
  if (why || unitId === null) return refuse(why ?? refusals.mayNotSee);
  const plan = (await planOf(context, null))?.id ?? refuse(refusals.noMove);
  const move = (await sql.movesOf(context, plan)).find((each) => each.campaignId === campaignId && each.no === no);
  if (!move) refuse(refusals.noMove);
  await sql.insertSeen(context, { campaignId, no }, unitId);
  await recordAudit(context, { what: 'campaign.see', subjectId: campaignId, version: no, reason: '' });
  return { id: campaignId, version: no };
}
