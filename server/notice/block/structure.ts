/** How a line begins that starts something new: never joined to the line before, never a cell of a table. */
const numbering = [
  '第[一二三四五六七八九十百]{1,4}(?:[章节条]|阶段(?=\\s*[:：（(]))',
  '[一二三四五六七八九十]{1,3}\\s*[、．.]',
  '[（(][一二三四五六七八九十]{1,3}[）)]',
  '\\d{1,2}\\s*[、．.](?:(?!\\d)|(?=\\d{1,4}\\s*[年月]))',
  '[（(]\\d{1,2}[）)]|\\d{1,2}[）)]|[①-⑳]',
].join('|');
const opening = new RegExp(`^\\s*(?:${numbering}|附[件表图]?\\s*\\d{0,2}\\s*(?:[:：]|$)|抄送|抄报|联系人|主送)`);
export const opensSomething = (text: string) => opening.test(text);

const dateOnly =
  /^\s*[（(]?[0-9〇○零一二三四五六七八九十]{4}\s*年\s*[0-9一二三四五六七八九十]{1,3}\s*月\s*[0-9一二三四五六七八九十]{1,3}\s*日[）)]?\s*$/;
export const isDateLine = (text: string) => dateOnly.test(text);

const ending = /[。！？；：:;!?…|]["”’）)》]?\s*$/;
export const isFinished = (text: string) => ending.test(text);
