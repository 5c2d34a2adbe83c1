import type { CountyDate } from '../../kernel/dates.ts';
import type { Precision } from '../reading.ts';

/** One time expression in a text, at [start, end). `why` says in words what is uncertain; null: nothing is. */
export type DateItem = {
  kind: 'range' | 'day' | 'days' | 'deadline' | 'recurrence' | 'open' | 'relative';
  from: CountyDate | null;
  to: CountyDate | null;
  days: readonly CountyDate[];
  time: string | null;
  rule: string | null;
  precision: Precision;
  why: string | null;
  text: string;
  start: number;
  end: number;
};

/** The year of dates that name none, and the day that 即日 means; null where nobody said. */
export type DateContext = { year: number | null; issuedOn: CountyDate | null; weeks?: WeekRule | null };
/** 第×周自当月第一个星期一起算: the notice's own words; `days` is how many days of a week count. */
export type WeekRule = { days: number };
export type Found = Omit<DateItem, 'text'>;

/** Reads what begins exactly at `at`: one expression, or several that hang together; none is an empty list. */
export type DateRule = (text: string, at: number, context: DateContext) => Found[];

export const plain = { from: null, to: null, days: [], time: null, rule: null, precision: 'day', why: null } as const;

export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
