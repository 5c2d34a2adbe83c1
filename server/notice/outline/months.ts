import { N, TO } from '../date/numerals.ts';
import { type Question, question } from '../reading.ts';
import type { Clause } from './clauses.ts';

const LONGEST_HEADING = 24;
const heading = new RegExp(`^((?:${N}{4}年)?${N}{1,3}\\s*月)份?(?!\\s*(?:${N}|[至到—–－~～、和日上中下初底末前起]|-))`, 'u');
const bareDays = new RegExp(
  `(^|[（(])\\s*(?=${N}{1,3}\\s*(?:[日号](?!内|前)|[—–－~～至、-]\\s*${N}{1,3}\\s*[日号])|[上中下]旬)`,
  'gu',
);

const lonely = new RegExp(`^${N}{1,3}\\s*[日号]?${TO}${N}{1,3}\\s*[日号](?![内前])`, 'u');
/** 14日至18日，由甲局牵头…… under no month: which one is for a person to say. */
export const monthless = (clauses: readonly Clause[]): Question[] =>
  clauses.flatMap(({ text, line }) => {
    const [said] = lonely.exec(text) ?? [];
    const held = said !== undefined && /牵头|主题|宣传|活动/.test(text);
    return held ? [question('date', line, said, '只写了日子，没有写是哪个月', ['另填起止日', '先留原文，以后再问'])] : [];
  });

/** （一）四月 over 1. 14日至18日，……: days that open a clause without a month are in the one that its heading names. */
export function withMonths(clauses: readonly Clause[]): Clause[] {
  let open: { level: number; month: string } | null = null;
  return clauses.map((clause) => {
    if (open && clause.level <= open.level) open = null;
    const month = clause.text.length <= LONGEST_HEADING && clause.parent ? heading.exec(clause.text)?.[1] : undefined;
    if (month !== undefined) open = { level: clause.level, month };
    const said = open?.month;
    return said === undefined || month !== undefined ? clause : { ...clause, text: clause.text.replace(bareDays, `$1${said}`) };
  });
}
