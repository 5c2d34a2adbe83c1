import { CountyDate } from '../../kernel/dates.ts';

/** The ends that somebody said; one of them may be open. */
export type Ends = { from: CountyDate | null; to: CountyDate | null };

const said = /^(?:(.+)：)?(\d{4}-\d{2}-\d{2})?(—)?(\d{4}-\d{2}-\d{2})?(?:（建议）)?$/;

/** 2023-12-01—2023-12-10, or one of the two; else null. `of`: which of two campaigns is meant (第2场：…). */
export function endsIn(words: string): (Ends & { of: string | null }) | null {
  const [, of = null, first, dash, last] = said.exec(words.trim()) ?? [];
  const [from, to] = [dayIn(first), dayIn(last)];
  const broken = (first !== undefined && !from) || (last !== undefined && !to) || (from !== null && to !== null && from > to);
  if (broken || (!from && !to)) return null;
  return dash ? { of, from, to } : { of, from, to: from };
}

/** A whole window: both ends there. */
export function windowIn(words: string) {
  const ends = endsIn(words);
  return ends?.from && ends.to ? { of: ends.of, from: ends.from, to: ends.to } : null;
}

export function dayIn(words: string | undefined): CountyDate | null {
  const day = CountyDate.safeParse(words?.trim());
  return day.success ? day.data : null;
}
