import { N, numberOf, TO } from './numerals.ts';

const clock = (name: string) =>
  `(?<${name}Half>上午|下午|晚上?|中午)?\\s*(?<${name}Hour>${N}{1,3})\\s*(?:[:：∶]\\s*(?<${name}Minute>\\d{2}|[０-９]{2})|[时点](?:(?<${name}Minutes>${N}{1,3})分|(?<${name}Thirty>半)|整)?)`;

/** 18：00, 下午6时, 十八点半, and a stretch of a day, 18:00--20:30. */
export const timePattern = `(?:${clock('at')}(?:${TO}${clock('until')})?)`;

/** → '18:00' or '18:00-20:30'; null where no time is said or none like it exists. */
export function readTime(groups: Record<string, string | undefined>): string | null {
  const [at, until] = [timeOf(groups, 'at'), timeOf(groups, 'until')];
  return at && until ? `${at}-${until}` : at;
}

function timeOf(groups: Record<string, string | undefined>, name: string): string | null {
  const said = numberOf(groups[`${name}Hour`]);
  if (said === null) return null;
  const hour = said < 12 && /下午|晚/.test(groups[`${name}Half`] ?? '') ? said + 12 : said;
  const minute = groups[`${name}Thirty`] ? 30 : (numberOf(groups[`${name}Minute`] ?? groups[`${name}Minutes`]) ?? 0);
  return hour <= 24 && minute < 60 ? `${two(hour)}:${two(minute)}` : null;
}
const two = (value: number) => String(value).padStart(2, '0');
