import { refusal } from '../kernel/refusal.ts';
import type { Month } from './months.ts';

const no = (code: string, message: string) => refusal(`assessment.${code}`, 422, message);

export const refusals = {
  badJson: (what: string, message: string) => no('badJson', `${what}不是完整的 JSON：${message}。`),
  badShape: (what: string, message: string) => no('badShape', `${what}有一处看不懂：${message}。`),
  noScheme: (month: Month, known: string) =>
    no('noScheme', `没有在 ${month} 整月施行的细则（${known}）。请换一个月份，或改细则的 from、to。`),
  twoSchemes: (month: Month, a: string, b: string) =>
    no('twoSchemes', `${month} 同时有两版细则：“${a}”和“${b}”。请把前一版的 to 写到上个月底。`),
  unknownGroup: (unit: string, group: string) =>
    no('unknownGroup', `单位“${unit}”的组“${group}”不在细则的 groups 里。请在细则里加上这个组，或改名单。`),
  badFact: (id: string, message: string) => no('badFact', `事实“${id}”${message}。`),
  badRoster: (unit: string, message: string) => no('badRoster', `名单里的单位“${unit}”${message}。`),
};
