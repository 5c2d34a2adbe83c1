import { expect, test } from 'vitest';
import { fact, october } from '../../test/october.ts';
import { receiptOf } from '../fact/receipt.ts';
import { checkReceipt } from './receipts.ts';

const sent = fact('县残联', 'submission', 1, { article: '盲道', title: '盲道修到公交站' });
const given = october({ facts: [sent] });
const code = receiptOf(given.county, sent);

test('回执的事实在台账里，说出是哪一条、哪些得分行数到它', () => {
  expect(checkReceipt(given, ` ${code.toLowerCase()} `)).toMatchObject({
    ...{ state: 'present', ok: true, code, fact: sent.id },
    message: expect.stringMatching(
      /^在台账里：县残联 2023-10-12 报送《盲道修到公交站》，记入 2023-10；数到它的得分行：第三条 -2.00。$/,
    ),
  });
});

test('漏记了的、改过的、撤销了的，各说各的', () => {
  expect(checkReceipt(october(), code)).toMatchObject({
    state: 'missing',
    ok: false,
    message: expect.stringContaining('漏记了'),
  });
  const changed = { ...sent, day: '2023-10-30' };
  expect(checkReceipt(october({ facts: [changed] }), code)).toMatchObject({ state: 'changed', ok: false, fact: sent.id });
  const cancelling = { ...sent, id: 'z', cancels: sent.id };
  expect(checkReceipt(october({ facts: [sent, cancelling] }), code)).toMatchObject({
    ...{ state: 'undone', ok: true },
    message: expect.stringMatching(/后来由 z 撤销了，记入 2023-10/),
  });
});

test('抄错的、别的县的、以后月份的，不当作漏记', () => {
  expect(checkReceipt(given, code.slice(0, -1)).state).toBe('unreadable');
  expect(checkReceipt(given, receiptOf(430599, sent))).toMatchObject({
    state: 'elsewhere',
    message: expect.stringContaining('430599'),
  });
  const later = receiptOf(given.county, { ...sent, period: '2023-11' });
  expect(checkReceipt(given, later).message).toContain('请用 2023-11 的导出文件核对');
});
