import { CountyDate } from '../kernel/dates.ts';
import { refuse } from '../kernel/refusal.ts';
import type { Campaign, Reading, Window } from '../notice/reading.ts';
import { refusals } from './plan.ts';

/** What a person said to a doubt: one of its choices, with his own words where the choice asks for them. */
export type Answer = { choice: string; text?: string | undefined };
export type Answers = Readonly<Record<string, Answer>>;

/** The reading with every doubt settled; refuses while one is open. A doubt about a window changes that window. */
export function settled(reading: Reading, answers: Answers): Reading {
  const open = reading.questions.filter(({ id }) => !answers[id]);
  if (open.length > 0) refuse(refusals.unsettled(open.length));
  return {
    ...reading,
    campaigns: reading.campaigns.map((campaign) => ({ ...campaign, window: windowOf(campaign, reading, answers) })),
  };
}

function windowOf({ window, windowLine }: Campaign, { questions }: Reading, answers: Answers): Window {
  const asked = questions.filter(({ kind, line, text }) => kind === 'date' && line === windowLine && text === window.text);
  return asked.reduce((found, { id }) => withAnswer(found, answers[id]), window);
}

const twoDays = /^(\d{4}-\d{2}-\d{2})—(\d{4}-\d{2}-\d{2})/;

/** The suggested ends, or the person's own, make a window sure; anything else leaves it as the notice has it. */
function withAnswer(window: Window, answer: Answer | undefined): Window {
  const said = answer?.text?.trim() || answer?.choice || '';
  const [, from, to] = twoDays.exec(said) ?? [];
  if (from !== undefined && to !== undefined) return { ...window, ...ends(said, from, to), days: [], precision: 'day' };
  if (answer?.text?.trim()) refuse(refusals.badWindow(answer.text));
  return window;
}

function ends(said: string, first: string, last: string) {
  const [from, to] = [CountyDate.safeParse(first), CountyDate.safeParse(last)];
  if (!from.success || !to.success || from.data > to.data) return refuse(refusals.badWindow(said));
  return { from: from.data, to: to.data };
}
