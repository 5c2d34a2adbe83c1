import { expect, test } from 'vitest';
import { linesOfPages } from './layout.ts';
import type { Glyphs, Page } from './page.ts';

const SIZE = 12;
const piece = (x: number, y: number, text: string): Glyphs => ({ text, x, y, width: Array.from(text).length * SIZE, size: SIZE });
const page = (...glyphs: Glyphs[]): Page => ({ glyphs, rules: [], height: 842 });
const columns = [60, 100, 180, 320, 440];
/** Cells of one row beside each other; a cell of several lines goes on below, 16 points a line. */
const row = (y: number, ...cells: string[]) =>
  cells.flatMap((cell, at) => cell.split('\n').map((line, down) => piece(columns[at] ?? 0, y + down * 16, line)));
const heads = ['序号', '主题', '实事项目', '责任单位', '宣传时间'];

test('没有画线的表按字的位置分出列；顶上对齐的，序号起一行', () => {
  const lines = linesOfPages([
    page(
      piece(60, 80, '附件：'),
      piece(60, 96, '各责任单位要按照下表所列的时间组织好集中宣传，确保群众知晓。'),
      ...row(120, ...heads),
      ...row(136, '1', '饮水', '集中供水厂建\n设、管网延伸', '县水利局', '3月4日至8日'),
      ...row(168, '2', '就学', '公办园扩容', '县教育局', '4月上旬'),
      piece(60, 184, '备注：以县专班办公室通知的时间为准，不另行文。'),
    ),
  ]);
  expect(lines).toEqual([
    '附件：',
    '各责任单位要按照下表所列的时间组织好集中宣传，确保群众知晓。',
    '| 序号 | 主题 | 实事项目 | 责任单位 | 宣传时间 |',
    '| 1 | 饮水 | 集中供水厂建设、管网延伸 | 县水利局 | 3月4日至8日 |',
    '| 2 | 就学 | 公办园扩容 | 县教育局 | 4月上旬 |',
    '备注：以县专班办公室通知的时间为准，不另行文。',
  ]);
});

test('没有画线的表到下一页接着读，不再有表头', () => {
  const lines = linesOfPages([
    page(
      ...row(120, ...heads),
      ...row(136, '1', '饮水', '管网延伸', '县水利局', '3月4日'),
      ...row(152, '2', '就学', '扩容', '县教育局', '3月11日'),
    ),
    page(
      ...row(80, '3', '养老', '日间照料', '县民政局', '3月18日'),
      piece(60, 120, '备注：以县专班办公室通知的时间为准，不另行文。'),
    ),
  ]);
  expect(lines.slice(-2)).toEqual([
    '| 3 | 养老 | 日间照料 | 县民政局 | 3月18日 |',
    '备注：以县专班办公室通知的时间为准，不另行文。',
  ]);
  expect(lines).toHaveLength(5);
});

test('没有认得的表头，排成几列的字不当作表', () => {
  const lines = linesOfPages([
    page(
      ...row(100, '甲', '乙乙', '丙', '丁', '戊'),
      ...row(116, '己', '庚', '辛', '壬', '癸'),
      ...row(132, '子', '丑', '寅', '卯', '辰'),
    ),
  ]);
  expect(lines.some((line) => line.includes('|'))).toBe(false);
});
