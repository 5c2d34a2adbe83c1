import { Hono } from 'hono';
import { z } from 'zod';
import { type Env, reads, readsFile, sheets, writes } from '../app.ts';
import { monthOf } from '../assessment/months.ts';
import { type Cover, covers } from '../bulletin/covers.ts';
import { mayAct } from '../identity/rights.ts';
import { CountyDate, monthAsked } from '../kernel/dates.ts';
import { matters } from '../message/message.ts';
import { dutiesNow } from './actions/board.ts';
import { homeOf } from './actions/home.ts';
import { noteReminders, remindersNow } from './actions/reminders.ts';
import { weekNow } from './actions/week.ts';
import { linesOf } from './board.ts';
import { refusals } from './duty.ts';
import { type Kind, printedWeek } from './jobs.ts';
import type { Reminder } from './reminders.ts';

const month = z.strictObject({ month: monthAsked.optional() });
const filters = month.extend({
  state: z.enum(Object.keys(covers) as [Cover, ...Cover[]]).optional(),
  duty: z.string().max(20).optional(),
});

const list = reads({ input: { query: month }, rights: 'duty.read' }, async (context, { query }) => {
  const month = query.month ?? monthOf(context.day);
  return { month, ...(await dutiesNow(context, month)) };
});

const listSheet = sheets(
  {
    input: { query: filters },
    rights: 'duty.read',
    name: '职责落实',
    columns: [
      { head: '单位', width: 2, of: ({ unit }: ReturnType<typeof linesOf>[number]) => unit },
      { head: '类别', of: ({ column }) => column.group },
      { head: '职责', width: 3, of: ({ column }) => column.title },
      { head: '多少', of: ({ column }) => column.often },
      { head: '条款', of: ({ column }) => column.clause },
      { head: '状态', of: ({ cell }) => covers[cell.state].word },
      { head: '情况', width: 2, of: ({ cell }) => cell.words },
    ],
  },
  async (context, { query: { month, ...filters } }) => linesOf(await dutiesNow(context, month ?? monthOf(context.day)), filters),
);

const home = reads({ input: {}, rights: 'home.read' }, homeOf);

const reminders = reads({ input: {}, rights: 'duty.read' }, async (context) => {
  const may = { note: mayAct(context.actor, 'reminder.note', null) ? null : refusals.mayNotRemind.message };
  return { ...(await remindersNow(context)), may };
});

const reminderSheet = sheets(
  {
    input: {},
    rights: 'duty.read',
    name: '提醒',
    columns: [
      { head: '事项', of: ({ matter }: Reminder) => matters[matter] },
      { head: '单位', width: 2, of: ({ unit }) => unit },
      { head: '内容', width: 4, of: ({ words }) => words },
      { head: '期限', of: ({ matter, dueOn }) => (matter === 'quota' ? '' : dueOn) },
      { head: '提醒过几次', align: 'right', of: ({ round }) => round },
      { head: '最近提醒', of: ({ told }) => told?.on ?? '' },
      { head: '提醒人', of: ({ told }) => told?.byName ?? '' },
    ],
  },
  async (context) => (await remindersNow(context)).reminders,
);

const chosen = z.strictObject({
  chosen: z
    .array(z.strictObject({ key: z.string().max(200), round: z.int().min(0) }))
    .min(1, '请至少选一件')
    .max(500),
});
const note = writes({ input: { json: chosen }, rights: 'reminder.note' }, (context, { json }) =>
  noteReminders(context, json.chosen),
);

const ofWeek = z.strictObject({ day: CountyDate.optional() });
const week = reads({ input: { query: ofWeek }, rights: 'week.read' }, (context, { query }) => weekNow(context, query.day));
const weekFile = (kind: Kind) =>
  readsFile(
    { input: { query: ofWeek }, rights: 'week.read' },
    (context, { query }) => weekNow(context, query.day),
    (found) => printedWeek(found, kind),
  );

export const dutyRoutes = new Hono<Env>()
  .get('/api/duty-board', list)
  .get('/api/duty-board.xlsx', listSheet)
  .get('/api/home', home)
  .get('/api/reminders', reminders)
  .get('/api/reminders.xlsx', reminderSheet)
  .post('/api/reminders', note)
  .get('/api/week', week)
  .get('/api/week/file.pdf', weekFile('pdf'))
  .get('/api/week/file.docx', weekFile('docx'));
