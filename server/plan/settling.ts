import { CountyDate } from '../kernel/dates.ts';
import { refuse } from '../kernel/refusal.ts';
import type { Campaign, Question, Reading, Window } from '../notice/reading.ts';
import { otherProject, toldApart } from './doubts.ts';
import { refusals } from './plan.ts';

/** What a person said to a doubt: one of its choices, with his own words where the choice asks for them. */
export type Answer = { choice: string; text?: string | undefined };
export type Answers = Readonly<Record<string, Answer>>;

/** Choices that send a person back to the paper, or ask for days of his own. */
export const asksWords = (choice: string) => /^(照原件|另填)/.test(choice);
export const asksDays = (choice: string) => choice === '另填起止日';

/** A doubt is settled when something is chosen and the words that the choice asks for are there. */
export function isSettled(answer: Answer | undefined): boolean {
  if (!answer) return false;
  if (asksDays(answer.choice)) return endsIn(answer.text ?? '') !== null;
  return !asksWords(answer.choice) || (answer.text ?? '').trim() !== '';
}

export const openDoubts = (questions: readonly Pick<Question, 'id'>[], answers: Answers) =>
  questions.filter(({ id }) => !isSettled(answers[id])).length;

/** The reading with every doubt settled; refuses while one is open. A doubt about a window changes that window. */
export function settled(reading: Reading, answers: Answers): Reading {
  for (const { id, choices } of reading.questions) {
    const answer = answers[id];
    if (answer && !choices.includes(answer.choice)) refuse(refusals.noSuchChoice(answer.choice));
    if (answer?.text && asksDays(answer.choice) && endsIn(answer.text) === null) refuse(refusals.badWindow(answer.text));
  }
  const open = openDoubts(reading.questions, answers);
  if (open > 0) refuse(refusals.unsettled(open));
  return answered(reading, answers);
}

/** The reading with what a person has said so far. */
export const answered = (reading: Reading, answers: Answers): Reading => ({
  ...reading,
  campaigns: reading.campaigns.map((campaign) => ({
    ...campaign,
    window: windowOf(campaign, reading, answers),
    projects: campaign.projects.map((name) =>
      answers[idOf('structure', campaign.line, name)]?.choice === otherProject ? toldApart(name, campaign.theme) : name,
    ),
  })),
});
const idOf = (kind: Question['kind'], line: number, text: string) => `${kind}:${line}:${text}`;

function windowOf({ window, windowLine }: Campaign, { questions }: Reading, answers: Answers): Window {
  const asked = questions.filter(({ kind, line, text }) => kind === 'date' && line === windowLine && text === window.text);
  return asked.reduce((found, { id }) => withAnswer(found, answers[id]), window);
}

/** The suggested ends, or the person's own, make a window sure; anything else leaves it as the notice has it. */
function withAnswer(window: Window, answer: Answer | undefined): Window {
  const said = answer && endsIn(answer.text?.trim() || answer.choice);
  return said ? { ...window, ...said, days: [], precision: 'day' } : window;
}

const twoDays = /^(\d{4}-\d{2}-\d{2})—(\d{4}-\d{2}-\d{2})(?:（建议）)?$/;

/** 2023-12-01—2023-12-10, both days of the calendar and in their order; else null. */
function endsIn(said: string) {
  const [, first, last] = twoDays.exec(said.trim()) ?? [];
  const [from, to] = [CountyDate.safeParse(first), CountyDate.safeParse(last)];
  return from.success && to.success && from.data <= to.data ? { from: from.data, to: to.data } : null;
}
