import type { Question } from '../notice/reading.ts';
import { dayIn, windowIn } from './answer/days.ts';

/** What a person said to a doubt: one of its choices, with his own words where the choice asks for them. */
export type Answer = { choice: string; text?: string | undefined };
export type Answers = Readonly<Record<string, Answer>>;

const ofWindow = ['另填起止日', '改其中一场的时间', '改到工作日'];
/** 有乱码，换一份文件; 读错了，换一份来文: nothing can be founded on what was read. */
export const asksOtherFile = (choice: string) => /换一份(?:文件|来文)$/.test(choice);

/** Choices that ask for a window, for one day, and for words of any kind: days too, or what stands on the paper. */
export const asksWindow = (choice: string) => ofWindow.includes(choice);
export const asksDay = (choice: string) => choice === '另填日子';
export const asksWords = (choice: string) => asksWindow(choice) || /^(照原件|另填)/.test(choice);

/** A doubt is settled when something is chosen and the words that the choice asks for are there. */
export function isSettled(answer: Answer | undefined): boolean {
  if (!answer || asksOtherFile(answer.choice)) return false;
  const words = answer.text ?? '';
  if (asksWindow(answer.choice)) return windowIn(words) !== null;
  if (asksDay(answer.choice)) return dayIn(words) !== null;
  return !asksWords(answer.choice) || words.trim() !== '';
}

export const openDoubts = (questions: readonly Pick<Question, 'id'>[], answers: Answers) =>
  questions.filter(({ id }) => !isSettled(answers[id])).length;
