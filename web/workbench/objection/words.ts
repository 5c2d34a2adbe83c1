import { monthDay } from '../../../server/objection/terms.ts';
import type { Ground } from './objections.ts';

type Days = Pick<Ground, 'month' | 'lockBy' | 'lockedOn' | 'endsOn' | 'daysLeft'>;

/** '异议期到 11月10日，还剩 3 个工作日' */
export function windowWords({ endsOn, daysLeft }: Pick<Days, 'endsOn' | 'daysLeft'>, today: string): string {
  if (endsOn === null) return '';
  if (today > endsOn) return `异议期 ${monthDay(endsOn)}已过`;
  const left = today === endsOn ? '今天最后一天' : `还剩 ${daysLeft} 个工作日`;
  return `异议期到 ${monthDay(endsOn)}，${left}`;
}

/** What the title of a month says of its days: by when it is to be locked, or until when it may be contested. */
export function daysWords(days: Days, today: string): string {
  if (days.lockedOn !== null) return days.endsOn !== null && today <= days.endsOn ? `，异议期到 ${monthDay(days.endsOn)}` : '';
  return today > days.lockBy ? `，应在 ${monthDay(days.lockBy)}锁定` : `，${monthDay(days.lockBy)}锁定`;
}
