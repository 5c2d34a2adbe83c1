import { expect, test } from 'vitest';
import { differences, extent, type Piece } from './differences.ts';
import { monthlyQuota, wordsOf } from './submission.ts';

const marks = { same: ['', ''], added: ['＋', '＋'], removed: ['－', '－'] } as const;
const told = (before: string, after: string) =>
  differences(before, after).map((pieces) =>
    pieces.map(({ kind, text }) => `${marks[kind][0]}${text}${marks[kind][1]}`).join(''),
  );

test('改几个字，只标这几个字；数字整个标', () => {
  expect(told('完成率75%，他高兴地说。', '完成率60%，他说。')).toEqual(['完成率－75%－＋60%＋，他－高兴地－说。']);
  expect(told('疏浚渠道86公里', '疏浚渠道68公里')).toEqual(['疏浚渠道－86－＋68＋公里']);
});

test('按段比：没动的段不碰，中间加一段、删一段说得出来', () => {
  expect(told('一段。\n二段。\n三段。', '一段。\n新的。\n二段。\n三段。')).toEqual(['一段。', '＋新的。＋', '二段。', '三段。']);
  expect(told('一段。\n二段。\n三段。', '一段。\n三段。')).toEqual(['一段。', '－二段。－', '三段。']);
  expect(told('', '全是新的。')).toEqual(['＋全是新的。＋']);
  expect(told('一样。\n\n', '\n一样。')).toEqual(['一样。']);
});

test('两边总能从标记里还原', () => {
  const texts = ['', '甲乙丙', '甲\n乙\n丙', '乙甲\n丙丁', '丙\n甲乙丙\n乙', '水渠修通\n180亩\n水渠通'];
  const side = (pieces: readonly Piece[], without: Piece['kind']) =>
    pieces
      .filter(({ kind }) => kind !== without)
      .map(({ text }) => text)
      .join('');
  for (const before of texts) {
    for (const after of texts) {
      const found = differences(before, after);
      const read = (without: Piece['kind']) =>
        found
          .map((pieces) => side(pieces, without))
          .filter(Boolean)
          .join('\n');
      expect([read('added'), read('removed')]).toEqual([before, after]);
    }
  }
});

test('说得出增删多少字；很长的段也比得完', () => {
  expect(extent(differences('他高兴地说。', '他说了。'))).toEqual({ added: 1, removed: 3 });
  const long = '民'.repeat(20_000);
  expect(extent(differences(long, `${long}生`))).toEqual({ added: 20_001, removed: 20_000 });
});

test('字数：汉字和标点各算一字，数字、英文一串算一字，空白不算', () => {
  expect(wordsOf('改善灌溉面积29,100亩，占91%。')).toBe(12);
  expect(wordsOf('　　“湘易办”\n\n')).toBe(5);
  expect(wordsOf(' \n　')).toBe(0);
});

test('方案里每单位每月报送几篇，读得出来；没有就不说', () => {
  const duty = { what: '报送信息不少于 3 篇', count: 3, per: 'month', each: 'unit' } as const;
  expect(monthlyQuota([{ ...duty, what: '开展宣传' }, duty])).toBe(3);
  expect(monthlyQuota([{ ...duty, each: 'county' }])).toBeNull();
});
