import { type DateRule, matchAt, plain } from './item.ts';

/** Days that the calendar of each year settles anew; where an expression can begin. */
export const festivals = '(?:元旦|春节|元宵|清明|五一|劳动节|端午|中秋|国庆|重阳)';
const pattern = new RegExp(
  `${festivals}节?(?:[、和及]${festivals}节?)*(?:长假|小长假|假期|节日|放假)?(?:期间|前后|[前后](?=[，。；、）)报完开组]|$))`,
  'y',
);

/** 国庆节期间, 春节前: when that is, and how long before, only a person knows. */
export const festivalRule: DateRule = (text, at) => {
  const [said] = matchAt(pattern, text, at) ?? [];
  if (said === undefined) return [];
  const why = `“${said}”是哪几天每年不同，由人按放假安排填写`;
  return [{ ...plain, kind: 'range', precision: 'fuzzy', why, start: at, end: at + said.length }];
};
