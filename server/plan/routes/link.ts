import { Hono } from 'hono';
import { z } from 'zod';
import { type Env, reads, shows, writes } from '../../app.ts';
import { countyNow } from '../../identity/queries.ts';
import { digestOf } from '../../identity/secrets.ts';
import type { Context } from '../../kernel/context.ts';
import { refuse } from '../../kernel/refusal.ts';
import { makeLink, revokeLink } from '../actions/link.ts';
import { holderUnscoped, linkOf } from '../queries/link.ts';
import { campaignsOf, planOf } from '../queries.ts';
import { calendarFile, refusals } from '../subscription.ts';

/** As long as 24 random bytes are in base64url. */
const secret = z.string().regex(/^[\w-]{32}$/);

const mine = reads({ input: {}, rights: 'session.own' }, async (context) => ({ link: (await linkOf(context)) ?? null }));
const make = writes({ input: { json: z.strictObject({ secret }) }, rights: 'session.own' }, (context, { json }) =>
  makeLink(context, json.secret),
);
const revoke = writes({ input: { json: z.strictObject({}) }, rights: 'session.own' }, (context) => revokeLink(context));

/** What everybody who signs in sees on 日程; the secret stands behind the question mark, where no log keeps it. */
async function fileOf(context: Context, key: string): Promise<string> {
  if (!(await holderUnscoped(context, digestOf(key)))) refuse(refusals.dead);
  const [county, plan] = await Promise.all([countyNow(context), planOf(context, null)]);
  const campaigns = plan ? await campaignsOf(context, plan.id) : [];
  return calendarFile({ code: context.county, name: county?.name ?? '' }, campaigns, context.now);
}
const subscribed = shows({ input: { query: z.strictObject({ key: secret }) } }, async (c, { query }, look) =>
  c.body(await look((context) => fileOf(context, query.key)), 200, {
    ...{ 'Content-Type': 'text/calendar; charset=utf-8', 'Cache-Control': 'private, no-store' },
    ...{ 'Content-Disposition': 'inline; filename="schedule.ics"', 'Referrer-Policy': 'no-referrer' },
  }),
);

export const linkRoutes = new Hono<Env>()
  .get('/api/calendar-link', mine)
  .post('/api/calendar-link', make)
  .post('/api/calendar-link/revoking', revoke)
  .get('/api/schedule.ics', subscribed);
