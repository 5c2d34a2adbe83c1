import { type Question, question } from '../reading.ts';

/** What a person should know of the file itself before he trusts its lines: `line` counts from 1, `part` is quoted. */
export type FileDoubt = { line: number; part: string; why: string };

const choices = ['看过了，照读出的用', '不能用，换一份来文'];
export const fileQuestions = (doubts: readonly FileDoubt[]): Question[] =>
  doubts.map(({ line, part, why }) => question('structure', line, part, why, choices, 'file'));

/** A workbook's or a document's own programs are never run. */
export const macros: FileDoubt = {
  line: 1,
  part: '宏',
  why: '文件里带有宏（小程序）。宏没有运行，只读了文字；请先问清文件的来路。',
};
