import type { CountyDate } from '../kernel/dates.ts';
import type { Campaign } from '../plan/plan.ts';

/** State never by colour alone: a mark and a word. */
export const states = {
  over: { mark: '✓', word: '已办', tone: 'good' },
  on: { mark: '◔', word: '正在办', tone: 'wait' },
  ahead: { mark: '○', word: '还没到', tone: '' },
  cancelled: { mark: '✕', word: '已取消', tone: '' },
  unknown: { mark: '—', word: '日期待定', tone: '' },
} as const;

type Window = Pick<Campaign, 'fromOn' | 'toOn' | 'windowText'>;
type Standing = Window & Pick<Campaign, 'cancelledOn'>;

/** A window without an end is on once it has begun; one without a beginning until its end. */
export function stateOf({ fromOn, toOn, cancelledOn }: Standing, today: CountyDate): keyof typeof states {
  if (cancelledOn !== null) return 'cancelled';
  if (fromOn === null && toOn === null) return 'unknown';
  if (toOn !== null && toOn < today) return 'over';
  return fromOn !== null && fromOn > today ? 'ahead' : 'on';
}

/** 2023年10月8日, and within a line of the same year 10月8日. */
export const day = (date: CountyDate) => `${date.slice(0, 4)}年${monthDay(date)}`;
const monthDay = (date: CountyDate) => `${Number(date.slice(5, 7))}月${Number(date.slice(8))}日`;

export function span({ fromOn, toOn, windowText }: Window): string {
  if (fromOn === null && toOn === null) return windowText;
  if (fromOn === null || toOn === null) return fromOn ? `${monthDay(fromOn)}起` : `${monthDay(toOn as CountyDate)}前`;
  if (fromOn === toOn) return monthDay(fromOn);
  return fromOn.slice(0, 7) === toOn.slice(0, 7)
    ? `${monthDay(fromOn)}—${Number(toOn.slice(8))}日`
    : `${monthDay(fromOn)}—${monthDay(toOn)}`;
}
