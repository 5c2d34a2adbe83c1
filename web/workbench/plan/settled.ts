import type { Question } from '../../../server/notice/reading.ts';
import type { Answer } from '../../../server/plan/settling.ts';

/** Choices that send a person back to the paper, or ask for days of his own. */
export const asksWords = (choice: string) => /^(照原件|另填)/.test(choice);
export const asksDays = (choice: string) => choice === '另填起止日';

const twoDays = /^(\d{4}-\d{2}-\d{2})—(\d{4}-\d{2}-\d{2})$/;
export const daysOf = (words: string | undefined) => {
  const [from = '', to = ''] = (words ?? '').split('—');
  return { from, to };
};

/** A doubt is settled when something is chosen and the words that the choice asks for are there. */
export function isSettled(answer: Answer | undefined): boolean {
  if (!answer) return false;
  const words = answer.text?.trim() ?? '';
  if (!asksDays(answer.choice)) return !asksWords(answer.choice) || words !== '';
  const [, from, to] = twoDays.exec(words) ?? [];
  return from !== undefined && to !== undefined && from <= to;
}

export const openDoubts = (questions: readonly Pick<Question, 'id'>[], answers: Readonly<Record<string, Answer>>) =>
  questions.filter(({ id }) => !isSettled(answers[id])).length;
