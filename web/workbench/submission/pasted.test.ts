import { expect, test } from 'vitest';
import { pasted } from './pasted.ts';

test.each([
  ['Word 的段落和软回车', '第一段。\r\n第二段上\v第二段下。\r', '第一段。\n第二段上\n第二段下。'],
  ['首行缩进，全角的、空格的、不间断空格的', '　　一段。\n    二段。\n\u00a0\u00a0三段。', '一段。\n二段。\n三段。'],
  ['空行和尾巴上的空白', '一段。  \n\n　\n\n二段。\t', '一段。\n二段。'],
  ['项目符号，符号字体的也去掉', '\uf0b7\t清淤山塘\n•　疏浚渠道\n●  硬化塘坝\no\t补种', '清淤山塘\n疏浚渠道\n硬化塘坝\n补种'],
  ['编号是写上去的，留着', '1.\t清淤山塘\n（二）疏浚渠道', '1. 清淤山塘\n（二）疏浚渠道'],
  ['看不见的零宽字符', '水\u200b渠\ufeff修\u00ad通', '水渠修通'],
  ['句中的间隔号、全角空格不动', '阿依古丽·买买提　来到渠首', '阿依古丽·买买提　来到渠首'],
  ['o 开头的英文不当项目符号', 'on the way\nok', 'on the way\nok'],
  ['空的', '\n　\r\n', ''],
])('%s', (_, given, clean) => {
  expect(pasted(given)).toBe(clean);
  expect(pasted(pasted(given))).toBe(clean);
});
