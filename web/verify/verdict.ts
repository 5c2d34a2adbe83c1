import { drawUp, type MonthExport } from '../../server/assessment/export.ts';
import { checkReceipt } from '../../server/assessment/receipts.ts';
import { examine, readHead } from '../../server/assessment/verify.ts';
import { Refused } from '../../server/kernel/refusal.ts';
import { el } from './parts.ts';

export type Asked = { text: string; head: string; receipt: string };
type Told = { tone: 'good' | 'bad' | 'wait'; title: string; words: string; hex?: string | null };

/** What came out of the check, and the month that it was worked out to; null when there is none to show. */
export function verdictOn({ text, head, receipt }: Asked): { told: Told[]; month: MonthExport | null } {
  const published = head.trim() === '' ? undefined : readHead(head);
  if (published === null) return { told: [unreadableHead(head)], month: null };
  const { verdict, month: given } = examine(text, published);
  const { ok, message, head: own } = verdict;
  const sum: Told = ok
    ? {
        tone: published === undefined ? 'wait' : 'good',
        title: published === undefined ? '◔ 文件前后一致，还没有与通报核对' : '✓ 一致',
        words: message,
        hex: own,
      }
    : { tone: 'bad', title: '! 不一致', words: message, hex: own };
  const slip = given !== null && receipt.trim() !== '' ? [receiptTold(given, receipt)] : [];
  return { told: [sum, ...slip], month: ok ? given : given && drawnUp(given) };
}

const unreadableHead = (head: string): Told => {
  const count = head.replace(/\s/g, '').length;
  return {
    tone: 'bad',
    title: '! 摘要没有抄全',
    words: `摘要应是 64 位 0—9、a—f，现在填了 ${count} 位，或者有别的字；请对照通报重新填。`,
  };
};

function receiptTold(given: MonthExport, receipt: string): Told {
  const { ok, state, message, code } = checkReceipt(given, receipt);
  if (state === 'missing') return { tone: 'bad', title: '! 回执：漏记了', words: message, hex: code };
  return { tone: ok ? 'good' : 'bad', title: ok ? '✓ 回执：在台账里' : '! 回执没有对上', words: message, hex: code };
}

/** The month as its facts make it, when its own table cannot be believed; null when not even that can be worked out. */
function drawnUp(given: MonthExport): MonthExport | null {
  try {
    return drawUp(given).month;
  } catch (error) {
    if (error instanceof Refused) return null; // the verdict has said why
    throw error;
  }
}

export const toldShown = ({ tone, title, words, hex }: Told): HTMLElement =>
  el('div', `card verdict ${tone}`, el('h2', '', title), el('p', '', words), hex && el('p', 'cap', el('span', 'hex', hex)));
