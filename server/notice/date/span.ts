import type { CountyDate } from '../../kernel/dates.ts';
import { dayOf, daysBetween } from './days.ts';
import { type DateContext, type DateRule, type Found, matchAt, plain } from './item.ts';
import { N, TO } from './numerals.ts';
import { type Heard, type Stretch, stretchAt } from './stretch.ts';

type Piece = { from: Stretch; to: Stretch | null; start: number; end: number };

const joint = new RegExp(`(?:起|开始)?${TO}`, 'y');
const separator = /\s*[、和及与]\s*/y;
const before = /\s*(?:当[天日])?(?:上午|中午|下午|晚上)?(?:下班)?(?:之前|以前|前(?![后期夕往进言述提沿])|为止|止|截止)/y;
const around = /\s*(?:[（(][^（）()]{1,8}[）)])?\s*(?:前后|左右)/y;
const since = /\s*(?:起|开始|以来|之后|以后)/y;
const closing = /\s*(?:为止|止|期间)/y;
const until = /(?:截至|截止到?|不迟于|不晚于|最迟[于在]?|截止(?:时间|日期)[为是:：]?|至|到)\s*$/;
const LONGEST_LEAD_IN = 6;
const HALF_A_YEAR = 183;

/** Days, months, quarters, years: single, several, from–to, before and since. */
export const spanRule: DateRule = (text, at, context) => {
  const pieces = piecesFrom(text, at, context);
  const end = pieces.at(-1)?.end ?? at;
  const due = pieces.length > 1 && matchAt(before, text, end) !== null;
  const joined = pieces.length > 1 && !due ? (manyDays(pieces) ?? manyMonths(pieces)) : null;
  return joined ? [joined] : pieces.map((piece) => finished(text, piece, due));
};

function piecesFrom(text: string, at: number, context: DateContext): Piece[] {
  const pieces: Piece[] = [];
  for (let piece = pieceAt(text, at, context); piece; ) {
    pieces.push(piece);
    const next = matchAt(separator, text, piece.end);
    piece = next && pieceAt(text, piece.end + next[0].length, context, { ...(piece.to ?? piece.from), mayStop: false });
  }
  return pieces;
}

function pieceAt(text: string, at: number, context: DateContext, heard?: Heard): Piece | null {
  const from = leadAt(text, at, context) ?? stretchAt(text, at, context, heard);
  if (!from) return null;
  const join = matchAt(joint, text, from.end);
  const to = join && stretchAt(text, from.end + join[0].length, context, { ...from, mayStop: true });
  return { from, to, start: at, end: to ? to.end : from.end };
}

const lead = new RegExp(`(?<number>${N}{1,4})(?=${TO}(?:${N}{1,4})\\s*(?<unit>[年月])(?!\\s*${N}{1,3}\\s*[日号]))`, 'uy');
/** 1—6月, 2012～2015年: the first number borrows its unit from the second. */
function leadAt(text: string, at: number, context: DateContext): Stretch | null {
  const { number, unit } = matchAt(lead, text, at)?.groups ?? {};
  if (number === undefined || (unit === '年') !== (number.length === 4)) return null;
  const borrowed = stretchAt(`${number}${unit}`, 0, context);
  return borrowed && { ...borrowed, end: at + number.length };
}

function manyDays(pieces: readonly Piece[]): Found | null {
  if (!pieces.every(({ from, to }) => from.unit === 'day' && !to)) return null;
  const wrong = pieces.find(({ from }) => from.wrong)?.from.wrong ?? null;
  const days = wrong ? [] : pieces.flatMap(({ from }) => from.from ?? []).sort();
  return { kind: 'days', ...bounds(days[0], days.at(-1), wrong), days, ...time(pieces.at(-1)), rule: null, ...place(pieces) };
}

/** 10月、11月: months that follow each other are one stretch. */
function manyMonths(pieces: readonly Piece[]): Found | null {
  const follows = ({ from }: Piece, index: number) => index === 0 || from.month === (pieces[index - 1]?.from.month ?? 0) + 1;
  if (!pieces.every((piece, index) => piece.from.unit === 'month' && !piece.to && follows(piece, index))) return null;
  return { ...plain, kind: 'range', ...bounds(pieces[0]?.from.from, pieces.at(-1)?.from.to, null), ...place(pieces) };
}

const place = (pieces: readonly Piece[]) => ({ start: pieces[0]?.start ?? 0, end: pieces.at(-1)?.end ?? 0 });
const time = (piece: Piece | undefined) => ({ time: piece?.to?.time ?? piece?.from.time ?? null });
type Bound = CountyDate | null | undefined;
const bounds = (from: Bound, to: Bound, why: string | null, fuzzy = why !== null) => ({
  from: from ?? null,
  to: to ?? null,
  precision: fuzzy ? ('fuzzy' as const) : ('day' as const),
  why,
});

/** `due`: a 前 after the last of several holds for each of them. */
function finished(text: string, { from, to, start, end }: Piece, due: boolean): Found {
  const base = { ...plain, start, time: to?.time ?? from.time };
  const wrong = from.wrong ?? to?.wrong ?? null;
  const fuzzy = wrong ?? from.fuzzy ?? to?.fuzzy ?? null;
  if (to) return { ...base, kind: 'range', ...ends(from, to, fuzzy, wrong), end: past(closing, text, end) };
  const lower = until.test(text.slice(Math.max(0, start - LONGEST_LEAD_IN), start));
  if (lower || due || matchAt(before, text, end)) return { ...base, ...deadline(from, lower), end: past(before, text, end) };
  if (matchAt(around, text, end)) {
    return {
      ...base,
      kind: 'range',
      ...bounds(from.from, from.to, wrong ?? '“前后”没有确定的起止日'),
      end: past(around, text, end),
    };
  }
  if (matchAt(since, text, end)) return { ...base, kind: 'open', ...bounds(from.from, null, fuzzy), end: past(since, text, end) };
  return { ...base, kind: from.unit === 'day' ? 'day' : 'range', ...bounds(from.from, from.to, fuzzy), end };
}

function past(pattern: RegExp, text: string, at: number): number {
  return at + (matchAt(pattern, text, at)?.[0].length ?? 0);
}

function deadline({ unit, to, late, fuzzy, wrong }: Stretch, lower: boolean) {
  const whole = unit !== 'day' && unit !== 'part' && !lower;
  const unclear = whole ? '“前”是否包括这一段时间本身没有写明，这里按包括' : late ? null : fuzzy;
  return { kind: 'deadline' as const, ...bounds(null, to, wrong ?? unclear) };
}

/** A second end without a year may lie in the next one (12月25日至1月5日); otherwise an end before its beginning is asked about. */
function ends(from: Stretch, to: Stretch, fuzzy: string | null, wrong: string | null) {
  if (wrong || !from.from || !to.to) return bounds(null, null, wrong ?? fuzzy ?? '起止日读不出');
  if (from.from <= to.to) return bounds(from.from, to.to, fuzzy);
  const [year = 0, month = 0, day = 0] = to.to.split('-').map(Number);
  const rolled = to.year === from.year && dayOf(year + 1, month, day);
  if (rolled && daysBetween(from.from, rolled) <= HALF_A_YEAR && month < Number(from.from.slice(5, 7))) {
    return bounds(from.from, rolled, fuzzy ?? '跨到下一年', fuzzy !== null);
  }
  return bounds(null, null, `结束（${to.to}）早于开始（${from.from}）`);
}
