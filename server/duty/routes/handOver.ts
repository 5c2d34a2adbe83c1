import { Hono } from 'hono';
import { z } from 'zod';
import { type Env, reads, sheets, writes } from '../../app.ts';
import type { Id } from '../../kernel/ids.ts';
import { onHand, takeOver } from '../actions/handOver.ts';
import { type HandOver, stateWords, whyNotTake } from '../handOver.ts';
import { handOvers, officersSeen } from '../queries/handOver.ts';

const person = z.uuid().transform((id) => id as Id<'person'>);

/** Who may be taken over from, and what was handed over so far. */
const list = reads({ input: {}, rights: 'handOver.read' }, async (context) => {
  const [officers, done] = await Promise.all([officersSeen(context), handOvers(context)]);
  return { officers, done };
});

const listSheet = sheets(
  {
    input: {},
    rights: 'handOver.read',
    name: '信息员交接',
    columns: [
      { head: '单位', width: 2, of: ({ unitName }: HandOver) => unitName },
      { head: '交', of: ({ fromName }) => fromName },
      { head: '接', of: ({ toName }) => toName },
      { head: '日期', of: ({ doneOn }) => doneOn },
      { head: '稿件', align: 'right', of: ({ articles }) => articles },
      { head: '采用认领', align: 'right', of: ({ claims }) => claims },
      { head: '约稿', align: 'right', of: ({ commissions }) => commissions },
    ],
  },
  handOvers,
);

const param = z.strictObject({ id: person });
const show = reads({ input: { param }, rights: 'handOver.read' }, async (context, { param }) => {
  const { officer, things, contacts } = await onHand(context, param.id);
  const told = things.map((thing) => ({ ...thing, stateWords: stateWords[thing.state] ?? thing.state }));
  return {
    officer,
    things: told,
    contacts: contacts !== null,
    may: { take: whyNotTake(context.actor, officer)?.message ?? null },
  };
});

const seen = z.strictObject({ seen: z.array(z.uuid()).max(5000) });
const take = writes({ input: { param, json: seen }, rights: 'handOver.take' }, (context, { param, json }) =>
  takeOver(context, param.id, json.seen),
);

export const handOverRoutes = new Hono<Env>()
  .get('/api/hand-overs', list)
  .get('/api/hand-overs.xlsx', listSheet)
  .get('/api/hand-overs/:id', show)
  .post('/api/hand-overs/:id', take);
