import { expect, test } from 'vitest';
import { repairLines } from './repair.ts';

const repaired = (source: string, ...keep: string[]) => repairLines(source.split('\n'), new Set(keep));
const textOf = (source: string, ...keep: string[]) =>
  repaired(source, ...keep)
    .lines.map(({ text }) => text)
    .join('\n');

test.each([
  ['繁体和夹注', '事關(guān)人民群眾', '事关人民群众'],
  ['全角括号里的夹注', '長（zhǎng）樂鄉', '长乐乡'],
  ['一个词合注', '關於(guān yú)印發', '关于印发'],
  ['多音字的另一个音', '重(chóng)点', '重点'],
  ['不是这个字的音，不删', '邵(shǎo)阳', '邵(shǎo)阳'],
  ['不跟在汉字后，不删', 'O(jiān)督', 'O(jiān)督'],
  ['括号里是英文名，不删', '掌上通(app)', '掌上通(app)'],
  ['全角数字和字母', '１０月８日Ａ栋', '10月8日A栋'],
  ['看不见的字符和特殊空格', '县\u200b住建局\u00a0牵头', '县住建局 牵头'],
  ['从 PDF 复制来的部首', '10⽉8⽇', '10月8日'],
  ['简体文中的人名', '联系人：陈乾、李瞭', '联系人：陈乾、李瞭'],
  ['简体文中夹一个繁体字', '县属各單位', '县属各单位'],
])('%s：%s → %s', (_, source, text) => {
  expect(textOf(source)).toBe(text);
});

test('每删一处夹注记一笔，繁转简整篇记一笔', () => {
  const { repairs } = repaired('縣直單位\n事關(guān)發(fā)展');
  expect(repairs).toEqual([
    { id: 'simplify', kind: 'simplify', line: 1, at: 0, from: '縣直單位', to: '县直单位' },
    { id: 'pinyin:2:2', kind: 'pinyin', line: 2, at: 2, from: '(guān)', to: '' },
    { id: 'pinyin:2:9', kind: 'pinyin', line: 2, at: 9, from: '(fā)', to: '' },
  ]);
});

test('改过的地方可以一处一处改回去', () => {
  const source = '事關(guān)發(fā)展';
  expect(textOf(source, 'pinyin:1:2')).toBe('事关(guān)发展');
  expect(textOf(source, 'simplify')).toBe('事關發展');
  expect(textOf(source, 'simplify', 'pinyin:1:2', 'pinyin:1:9')).toBe(source);
});

test.each([
  ['問號和半截拼音連在一起', '積極邀請?zhí)匮O(jiān)督員參與', '邀請?zhí)匮O(jiān)督員'],
  ['替换字符', '县住\ufffd局牵头', '县住\ufffd局牵'],
  ['私用区字符', '报送\ue123息', '报送\ue123息'],
  ['前面删过夹注，引的仍是原文', '事關(guān)群眾?的利益', '群眾?的利'],
])('%s：问，不猜，原样引出', (_, source, quoted) => {
  const { questions, lines } = repaired(source);
  expect(questions).toMatchObject([{ kind: 'damaged', line: 1, text: quoted }]);
  expect(lines[0]?.source).toContain(quoted);
});

test('正常的问句和网址不算损坏', () => {
  expect(repaired('怎么办?各单位要讲清楚。详见 http://a.cn/b?id=1').questions).toEqual([]);
});
