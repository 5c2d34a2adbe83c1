import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { decode } from '../../server/notice/decode.ts';
import { readNotice } from '../../server/notice/notice.ts';

test('真实的通知：三（一）1 到四（四），职责十八项，一项不多、一项不少', () => {
  const { text, whole } = decode(new Uint8Array(readFileSync(join(import.meta.dirname, 'seed.txt'))));
  const said = readNotice(text, { whole }).duties.map(({ clause, count, per, each, who }) =>
    [clause, count, per, each, who].filter((part) => part !== null).join(' '),
  );
  const [units, office] = ['县直各责任单位', '县打好重点民生保障仗工作专班办公室'];
  expect(said).toEqual([
    `三（一）1 1 unit ${units}`,
    '三（一）2 1 unit',
    `三（一）3 1 unit ${units}`,
    `三（一）4 1 county ${office}`,
    `三（二）5 unit ${units}部门`,
    '三（二）6 unit',
    `三（二）7 3 month unit 各${units}`,
    `三（二）8 unit ${units}`,
    `三（三）9 1 week county ${office}`,
    `三（三）9 1 month county ${office}`,
    '三（三）10 unit',
    `三（三）11 unit ${units}`,
    `四（一） unit ${units}`,
    `四（二） county ${office}`,
    '四（二） unit 县直各责任部门',
    `四（三） unit ${units}`,
    `四（四） unit ${units}`,
    `四（四） month county ${office}`,
  ]);
});
