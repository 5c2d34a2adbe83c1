import { Hono } from 'hono';
import { z } from 'zod';
import { type Env, reads, sheets, writes } from '../../app.ts';
import { workingCalendar, yearMissing } from '../../calendar/calendar.ts';
import { calendarDays } from '../../calendar/queries.ts';
import { mayAct } from '../../identity/rights.ts';
import type { Context } from '../../kernel/context.ts';
import { CountyDate } from '../../kernel/dates.ts';
import { refuse } from '../../kernel/refusal.ts';
import { moveCampaign, moveCampaignBack, seeMove } from '../actions/move.ts';
import { collisionsOf, type Move, movedWindow, refusals, whyNotThere } from '../moving.ts';
import type { Campaign } from '../plan.ts';
import { movesOf } from '../queries/move.ts';
import { campaignsOf, planOf } from '../queries.ts';
import { workdaysIn } from '../workdays.ts';

const campaignId = z.uuid().transform((id) => id as Campaign['id']);
const param = z.strictObject({ id: campaignId });
const there = { from: CountyDate, to: CountyDate };
const reasoned = z.strictObject({
  version: z.int().positive(),
  reason: z.string().trim().min(1, '请写改期的理由').max(300, '太长，请缩短到 300 字以内'),
});

/** Whatever the board of days is drawn from: campaigns with their moves, and the days that are not what their weekday says. */
const show = reads({ input: {}, rights: 'plan.read' }, async (context) => {
  const plan = (await planOf(context, null)) ?? null;
  const exceptions = await calendarDays(context);
  const calendar = workingCalendar(exceptions);
  const [campaigns, moves] = plan ? await Promise.all([campaignsOf(context, plan.id), movesOf(context, plan.id)]) : [[], []];
  const move = mayAct(context.actor, 'campaign.move', null) ? null : refusals.mayNotMove.message;
  const shown = campaigns.map((campaign) => ({
    ...campaign,
    workdays: workdaysIn(campaign, calendar),
    moves: moves.filter(({ campaignId }) => campaignId === campaign.id),
    may: { move: move ?? (campaign.cancelledOn === null ? null : refusals.cancelled.message) },
  }));
  return { plan, today: context.day, campaigns: shown, exceptions, missing: yearMissing(exceptions, context.day) };
});

const look = reads(
  { input: { param, query: z.strictObject(there) }, rights: 'plan.read' },
  async (context, { param, query: { from, to } }) => {
    const plan = (await planOf(context, null)) ?? refuse(refusals.noCampaign);
    const [campaigns, exceptions] = await Promise.all([campaignsOf(context, plan.id), calendarDays(context)]);
    const campaign = campaigns.find(({ id }) => id === param.id) ?? refuse(refusals.noCampaign);
    const whyNot = whyNotThere(campaign, from, to);
    if (whyNot) return { whyNot: whyNot.message, collisions: [], workdays: null };
    const window = movedWindow(campaign, from, to);
    const collisions = collisionsOf(campaign, window, campaigns, exceptions);
    return { whyNot: null, collisions, workdays: workdaysIn(window, workingCalendar(exceptions)) };
  },
);

const move = writes({ input: { param, json: reasoned.extend(there) }, rights: 'campaign.move' }, (context, { param, json }) =>
  moveCampaign(context, param.id, json),
);
const moveBack = writes({ input: { param, json: reasoned }, rights: 'campaign.move' }, (context, { param, json }) =>
  moveCampaignBack(context, param.id, json),
);

async function movesNow(context: Context): Promise<Move[]> {
  const plan = await planOf(context, null);
  return plan ? movesOf(context, plan.id) : [];
}
/** Those of the viewer's own unit; of all for the office. */
const list = reads({ input: {}, rights: 'campaign.see' }, async (context) => ({ moves: await movesNow(context) }));
const listSheet = sheets(
  {
    ...{ input: {}, rights: 'campaign.see', name: '改期' },
    columns: [
      { head: '场次', of: ({ campaignNo }: Move) => campaignNo },
      { head: '主题', width: 3, of: ({ theme }) => theme },
      { head: '原来', width: 3, of: ({ wasText }) => wasText },
      { head: '改为', width: 3, of: ({ windowText }) => windowText },
      { head: '理由', width: 4, of: ({ reason }) => reason },
      { head: '改期的人', of: ({ movedByName }) => movedByName },
      { head: '哪天改的', of: ({ movedOn }) => movedOn },
      { head: '还不知道的单位', width: 3, of: ({ unseen }) => unseen.map(({ name }) => name).join('、') },
    ],
  },
  movesNow,
);

const seen = writes(
  { input: { json: z.strictObject({ campaignId, no: z.int().positive() }) }, rights: 'campaign.see' },
  (context, { json }) => seeMove(context, json),
);

export const moveRoutes = new Hono<Env>()
  .get('/api/schedule', show)
  .get('/api/campaigns/:id/collisions', look)
  .post('/api/campaigns/:id/moves', move)
  .post('/api/campaigns/:id/moves/undoing', moveBack)
  .get('/api/campaign-moves', list)
  .get('/api/campaign-moves.xlsx', listSheet)
  .post('/api/campaign-moves/seen', seen);
