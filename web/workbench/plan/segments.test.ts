import { expect, test } from 'vitest';
import { rowCells, segmentsOf } from './segments.ts';

const line = '積極邀請?zhí)匮O(jiān)督員參與各環(huán)節';
const gloss = { id: 'pinyin:28:19', at: line.indexOf('(huán)'), from: '(huán)' };
const shown = (...given: Parameters<typeof segmentsOf>) =>
  segmentsOf(...given).map(({ text, gone, doubtful }) => `${gone ? '-' : ''}${doubtful ? '?' : ''}${text}`);

test('删去的夹注划掉，读不出的标出来，其余照原样', () => {
  expect(shown(line, [gloss], ['邀請?zhí)匮O(jiān)督員'])).toEqual([
    '積極',
    '?邀請?zhí)匮O(jiān)督員',
    '參與各環',
    '-(huán)',
    '節',
  ]);
});

test('一处疑点说的是两行的时间，本行只标本行有的那一段', () => {
  expect(shown('10月10-15日 |', [], ['10月8-10日、10月10-15日'])).toEqual(['?10月10-15日', ' |']);
});

test('拼起来还是原来那一行，位置对不上的改动不画', () => {
  const wrong = { id: 'x', at: 3, from: '(huán)' };
  expect(shown(line, [wrong], [])).toEqual([line]);
  expect(
    segmentsOf(line, [gloss], ['環(huán)節'])
      .map(({ text }) => text)
      .join(''),
  ).toBe(line);
});

test('表的一行按格显示，记得每格从第几个字起；别的行不是', () => {
  expect(rowCells('| 1 | 医疗 |')).toEqual([
    { at: 1, text: ' 1 ' },
    { at: 5, text: ' 医疗 ' },
  ]);
  expect([rowCells('序号 |'), rowCells('一、总体要求')]).toEqual([null, null]);
});
