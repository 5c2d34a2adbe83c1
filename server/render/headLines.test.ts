import { expect, test } from 'vitest';
import { headLines } from './headLines.ts';

test.each([
  ['第三条 报送满 3 篇', 4.5, ['第三条', '报送满', '3 篇']],
  ['第五条（四） 县工作简报采用', 4.5, ['第五条', '（四）', '县工作', '简报采用']],
  ['第五条（五） 门户网站采用', 4.5, ['第五条', '（五）', '门户网站', '采用']],
  ['第七条 约稿', 4.5, ['第七条', '约稿']],
  ['报送（篇）', 3, ['报送', '（篇）']],
  ['名次', 3, ['名次']],
])('表头“%s”在 %s 字宽的栏里只在词间换行', (head, room, lines) => {
  expect(headLines(head, room)).toEqual(lines);
});

test('拼起来还是原来的字，一个不丢；比栏还宽的词自己占一行', () => {
  const head = '1. 巩固一个宣传阵地、2号Excellent（条次）第九款';
  expect(headLines(head, 3).join('').replaceAll(' ', '')).toBe(head.replaceAll(' ', ''));
  expect(headLines('民生ABCDEFGHIJKL', 3)).toContain('ABCDEFGHIJKL');
});
