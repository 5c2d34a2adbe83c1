/** What a column of a schedule holds. A `note` is kept with the row and not interpreted. */
export type Column =
  | 'no'
  | 'theme'
  | 'project'
  | 'content'
  | 'lead'
  | 'support'
  | 'responsible'
  | 'month'
  | 'window'
  | 'start'
  | 'end'
  | 'note';
export type Head = { column: Column; text: string };

/** The words of heads, the more telling first: 完成时间 is a time, 宣传项目 a project, 项目牵头单位 a unit. */
const words: readonly (readonly [Column, RegExp])[] = [
  ['no', /^(?:序号?|编号|号|场次|批次|期次|轮次|no\.?)$/i],
  ['start', /^(?:开始|起始|起)(?:时间|日期)?$/],
  ['end', /^(?:结束|终止|止)(?:时间|日期)?$/],
  ['month', /^月份?$/],
  ['window', /时间|日期|时限|期限|时段|节点|档期|日程|月份|周次|起止/],
  ['note', /联系|电话|负责人|责任人|领导|备注|说明|地点|方式|形式|渠道|平台|媒体|数量|篇数|经费/],
  ['lead', /^.{0,4}(?:牵头|主办|主责|主要责任|主管|负责).{0,4}$/],
  ['support', /^.{0,4}(?:配合|协办|协同|协作|参与|参加|协助|支持).{0,4}$/],
  ['responsible', /(?:单位|部门|主体|机构)(?:名称)?$|^(?:责任|职责|任务)?分工$/],
  ['project', /项目|实事|任务|事项|工程/],
  ['content', /内容|重点|要点|措施/],
  ['theme', /主题|专题|类别|类型|板块|领域|系列|阶段|话题|专场|活动|名称/],
];
const telling: readonly Column[] = ['month', 'window', 'start', 'lead', 'responsible', 'theme', 'project', 'content', 'no'];
const LONGEST_HEAD = 14;

export function headOf(text: string): Head | null {
  if (text.length > LONGEST_HEAD * 2) return null;
  const plain = text.replaceAll(/[\s*“”"：:]/g, '').replaceAll(/[（(][^（）()]*[）)]$/g, '');
  if (plain === '' || plain.length > LONGEST_HEAD || /\d/.test(plain)) return null;
  const column = words.find(([, pattern]) => pattern.test(plain))?.[0];
  return column ? { column, text: text.trim() } : null;
}

/** The heads of a row that is one; an unknown word among known ones is a note. Null for a row of data. */
export function headsOf(cells: readonly string[]): Head[] | null {
  const heads = cells.map(headOf);
  const known = heads.filter((head) => head && telling.includes(head.column)).length;
  const strange = cells.filter((text, index) => !heads[index] && text.trim() !== '');
  const readable = strange.every((text) => text.length <= LONGEST_HEAD && !/\d/.test(text));
  if (known < 2 || strange.length * 2 > cells.length || !readable) return null;
  return cells.map((text, index) => heads[index] ?? { column: 'note', text: text.trim() });
}

/** A second row of heads tells the columns below a wide one: 责任单位 over 牵头 and 配合. Null when it is data. */
export function refineHeads(upper: readonly Head[], lower: readonly string[]): Head[] | null {
  const below = lower.map(headOf);
  const onlyHeads = lower.every((text, index) => text.trim() === '' || below[index]);
  if (!onlyHeads || below.filter(Boolean).length < 2) return null; // one alone stands across the table
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, index) => {
    return below[index] ?? upper[index] ?? { column: 'note', text: '' };
  });
}
