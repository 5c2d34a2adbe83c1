import { expect, test } from 'vitest';
import { readNotice } from '../notice.ts';

const read = (text: string) => readNotice(text, { year: 2023, calendar: { isWorkday: () => true } });
/** 序号 主题：项目＋项目｜单位＋单位（牵头）｜起—止 */
const rowsOf = (text: string) =>
  read(text).campaigns.map(({ no, theme, projects, units, window }) => {
    const roles = { lead: '（牵头）', support: '（配合）', responsible: '' };
    const named = units.map(({ name, role }) => `${name}${roles[role]}`).join('＋');
    const days = `${window.from ?? ''}—${window.to ?? ''}`.replaceAll('2023-', '');
    return `${no ?? '无'} ${theme}：${projects.join('＋')}｜${named}｜${days}`;
  });
const asked = (text: string) => read(text).questions.map(({ kind, line, why }) => `${kind} ${line} ${why}`);

const two = ['1 医疗：两癌检查＋异地结算｜县卫健局＋县医保局｜10-08—10-10', '2 住房：旧小区改造｜县住建局｜10-16—10-20'];
const cells = [
  ['序号', '主题', '项目', '责任单位', '时间'],
  ['1', '医疗', '两癌检查、异地结算', '县卫健局、县医保局', '10月8-10日'],
  ['2', '住房', '旧小区改造', '县住建局', '10月16-20日'],
];
const rows = (join: string, from = 0) =>
  cells
    .slice(from)
    .map((row) => row.join(join))
    .join('\n');
const list = (end: string, from = 0) =>
  cells
    .slice(from)
    .flatMap((row) => row.map((cell) => `${cell}${end}`))
    .join('\n');

test.each([
  ['制表符', rows('\t')],
  ['竖线', rows('|')],
  ['全角竖线', rows('｜')],
  ['竖线带边框', cells.map((row) => `| ${row.join(' | ')} |`).join('\n')],
  [
    'Markdown',
    `| ${rows(' | ')
      .replace('\n', ' |\n|---|:--:|---|---|---|\n| ')
      .replace(/(?<=局 \| 10月8-10日)\n/, ' |\n| ')} |`,
  ],
  ['框线', `┌──┬──┐\n${cells.map((row) => `│${row.join('│')}│`).join('\n├──┼──┤\n')}\n└──┴──┘`],
  ['空格对齐', rows('   ')],
  ['逗号', rows(',')],
  ['一格一行，竖线收尾', list(' |')],
  ['一格一行，最后一格没有竖线', list(' |').replace(/ \|$/, '')],
  ['一格一行，什么线也没有', list('')],
  ['没有表头，一行一行', rows('\t', 1)],
  ['没有表头，一格一行', list(' |', 1)],
  ['表后接着正文', `${rows('|')}\n二、其他要求\n请认真落实。`],
  ['表头在换页处又印了一遍', `${rows('\t')}`.replace('\n2', `\n${cells[0]?.join('\t')}\n2`)],
])('表写成%s，读出来一样', (_, text) => {
  expect([rowsOf(text), asked(text)]).toEqual([two, []]);
});

test.each([
  ['格子断成两行', list(' |').replace('两癌检查、异地结算', '两癌检查、\n异地结算')],
  ['整行断成两行', rows('|').replace('异地结算', '\n异地结算')],
])('%s：接上，记一笔，可以改回去', (_, text) => {
  const { repairs } = read(text);
  expect([rowsOf(text), repairs.map(({ kind }) => kind)]).toEqual([two, ['break']]);
  const [joined] = repairs;
  expect(readNotice(text, { keep: [joined?.id ?? ''] }).repairs).toEqual([]);
});

test.each([
  [
    '换了说法',
    '场次|活动内容|牵头部门|协办单位|完成时限\n1|防溺水|县教育局|县公安局|10月底前',
    '1 防溺水：｜县教育局（牵头）＋县公安局（配合）｜—10-31',
  ],
  ['换了次序', '时间|责任单位|主题\n10月8-10日|县教育局|防溺水\n10月9日|县水利局|供水', '无 防溺水：｜县教育局｜10-08—10-10'],
  [
    '两层表头',
    '序号|主题|责任单位||时间\n||牵头单位|配合单位|\n1|防溺水|县教育局|县公安局|10月8日',
    '1 防溺水：｜县教育局（牵头）＋县公安局（配合）｜10-08—10-08',
  ],
  ['起止分两栏', '序号|主题|责任单位|开始时间|结束时间\n1|防溺水|县教育局|10月8日|10.10', '1 防溺水：｜县教育局｜10-08—10-10'],
  [
    '角色写在格里',
    '主题|责任单位|时间\n防溺水|县教育局牵头，县公安局、团县委配合|10.8-10.10\n供水|县水利局|待定',
    '无 防溺水：｜县教育局（牵头）＋县公安局（配合）＋团县委（配合）｜10-08—10-10',
  ],
  [
    '角色写在括号里',
    '主题|责任单位|时间\n防溺水|县教育局（牵头）、县公安局（配合）|10月8日\n供水|县水利局|待定',
    '无 防溺水：｜县教育局（牵头）＋县公安局（配合）｜10-08—10-08',
  ],
  [
    '表头里写着年份',
    '主题|责任单位|时间（2023年）\n防溺水|县教育局|10月8日\n供水|县水利局|待定',
    '无 防溺水：｜县教育局｜10-08—10-08',
  ],
])('表头%s也认得', (_, text, first) => {
  expect(rowsOf(text)[0]).toBe(first);
});

test('一行两个时段是两场，序号相同；序号合并的下一行也是', () => {
  const text =
    '序号|主题|项目|责任单位|时间\n1|医疗|甲工程|县卫健局|10月8-10日、11月6-8日\n|||县医保局|12月4-8日\n2|住房|乙工程|县住建局|10月16日';
  expect(rowsOf(text)).toEqual([
    '1 医疗：甲工程｜县卫健局｜10-08—10-10',
    '1 医疗：甲工程｜县卫健局｜11-06—11-08',
    '1 医疗：甲工程｜县医保局｜12-04—12-08',
    '2 住房：乙工程｜县住建局｜10-16—10-16',
  ]);
});

test.each([
  [
    '缺一格',
    rows('|').replace('|县住建局', ''),
    '2 住房：旧小区改造｜｜10-16—10-20',
    'structure 3 这一行少了责任单位，其余各格按内容对到了表头',
  ],
  [
    '缺一格、行尾补空',
    rows('|').replace('|县住建局|10月16-20日', '|10月16-20日|'),
    '2 住房：旧小区改造｜｜10-16—10-20',
    'structure 3 这一行少了责任单位，其余各格按内容对到了表头',
  ],
  [
    '多一格',
    rows('|').replace('县住建局', '县住建局|县财政局'),
    '2 住房：旧小区改造｜县住建局｜10-16—10-20',
    'structure 3 这一行多出一格“县财政局”，没有对应的表头',
  ],
  [
    '单位不像单位',
    rows('|').replace('县住建局', '张三李四'),
    '2 住房：旧小区改造｜张三李四｜10-16—10-20',
    'structure 3 这一格写在责任单位里，但不像单位名称',
  ],
  [
    '表头漏了时间',
    rows('|').replace('|时间', ''),
    '2 住房：旧小区改造｜县住建局｜10-16—10-20',
    'structure 1 表头里没有时间一栏，各栏按内容认出',
  ],
])('%s：问，不猜，也不丢', (_, text, last, question) => {
  expect([rowsOf(text)[1], asked(text)]).toEqual([last, [question]]);
  expect(JSON.stringify(read(text).campaigns)).toContain(text.includes('县财政局') ? '县财政局' : '住房');
});

test('几张表各读各的；没有时间的表不是日程，逐行列出', () => {
  const text = `${rows('\t')}\n任务分配\n单位\t篇数\n县卫健局\t12\n第二批（2024年）\n序号\t主题\t责任单位\t时间\n1\t教育\t县教育局\t1月8日`;
  const { campaigns, unread } = readNotice(text);
  expect(campaigns.map(({ theme, window }) => [theme, window.from])).toContainEqual(['教育', '2024-01-08']);
  expect(unread.map((each) => each.text)).toEqual(['任务分配', '单位 | 篇数', '县卫健局 | 12']);
});

test.each([
  ['甲和乙（含丙、丁）、“戊、己”工程', ['甲', '乙（含丙、丁）', '“戊、己”工程']],
  ['救助与保障、供水及灌溉', ['救助与保障', '供水及灌溉']],
  ['和美乡村建设、农村和谐社区创建', ['和美乡村建设', '农村和谐社区创建']],
  ['提高残疾人和困难老人补贴', ['提高残疾人', '困难老人补贴']],
  ['1.供水改造 2.电网改造', ['供水改造', '电网改造']],
  ['全面宣传全年民生实事完成情况', []],
])('项目“%s”分作 %j', (project, projects) => {
  const text = `序号|主题|项目|责任单位|时间\n1|甲|${project}|县水利局|10月8日`;
  expect(read(text).campaigns[0]?.projects).toEqual(projects);
});

test('类别列不是主题；责任分工里的牵头、配合；各责任单位是一个名称', () => {
  const table = [
    '序号|类别|宣传主题|项目|责任分工|时间',
    '1|教育|护苗|教室照明|县教育局牵头，县财政局、各责任单位配合|10月9-13日',
    '2|医疗|名医|巡回诊疗|县卫健局牵头|10月16-20日',
  ].join('\n');
  expect(rowsOf(table)).toEqual([
    '1 护苗：教室照明｜县教育局（牵头）＋县财政局（配合）＋各责任单位（配合）｜10-09—10-13',
    '2 名医：巡回诊疗｜县卫健局（牵头）｜10-16—10-20',
  ]);
});
