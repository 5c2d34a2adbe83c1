import { expect, test } from 'vitest';
import { readNotice } from '../notice.ts';

const read = (text: string) => readNotice(text, { year: 2023, calendar: { isWorkday: () => true } });
const unitsOf = (text: string) =>
  read(text).campaigns.map(({ theme, units }) => `${theme}：${units.map(({ name, role }) => `${name} ${role}`).join('，')}`);
const whysOf = (text: string) => read(text).questions.map(({ why }) => why);

const matrix = (...signs: [string, string]) =>
  [
    ['序号', '时间', '主题', '责任单位', '', ''],
    ['序号', '时间', '主题', '县教育局', '县卫健局（县疾控局）', '各乡镇'],
    ['1', '10月9-13日', '护苗', signs[0], signs[1], ''],
    ['2', '10月16-20日', '健康', '', signs[0], signs[1]],
  ]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');

test('单位写在表头里、格子里打记号：记号是什么意思，以来文的注为准', () => {
  const text = `${matrix('★', '○')}\n注：★为牵头单位，○为配合单位，空白表示不涉及。`;
  expect(unitsOf(text)).toEqual([
    '护苗：县教育局 lead，县卫健局（县疾控局） support',
    '健康：县卫健局（县疾控局） lead，各乡镇 support',
  ]);
  expect([whysOf(text), read(text).unread]).toEqual([[], []]);
  expect(unitsOf(`${matrix('●', '△')}\n说明：●表示配合单位；△表示牵头单位。`)[0]).toBe(
    '护苗：县教育局 support，县卫健局（县疾控局） lead',
  );
});

test('记号没有注明：不猜谁牵头，问；打勾只说有谁，不问', () => {
  expect(whysOf(matrix('★', '○'))).toContain('这一格写在责任单位里，但不像单位名称');
  expect([unitsOf(matrix('√', '√'))[0], whysOf(matrix('√', '√'))]).toEqual([
    '护苗：县教育局 responsible，县卫健局（县疾控局） responsible',
    [],
  ]);
  expect(whysOf(`${matrix('★', '○')}\n注：★为牵头单位。\n注：★为配合单位，○为配合单位。`)).toContain(
    '这一格写在责任单位里，但不像单位名称',
  );
});

test('记号跟在单位后面', () => {
  const text =
    '序号|主题|责任单位|时间\n1|护苗|县教育局★、县人社局★、县妇联|10月9-13日\n2|健康|★县卫健局、县医保局|10月16-20日\n注：标★的为牵头单位，其余为配合单位。';
  expect(unitsOf(text)).toEqual(['护苗：县教育局 lead，县人社局 lead，县妇联 support', '健康：县卫健局 lead，县医保局 support']);
});

test('甲局（乙局具体负责）是两个单位；括号里是另一块牌子的，是一个', () => {
  const text = '序号|主题|责任单位|时间\n1|就业|县人社局（县就业局具体负责）、县交通局（县铁路办）|10月9-13日';
  expect(unitsOf(text)).toEqual(['就业：县人社局 responsible，县就业局 responsible，县交通局（县铁路办） responsible']);
});

test('月份写在批次里、日期栏只有日子', () => {
  const text = [
    '批次|主题|责任单位|日期',
    '第一批（4月）|护苗|县教育局|13日-17日',
    '第一批（4月）|健康|县卫健局|下旬',
    '第二批（11月）|安居|县住建局|30日-12月4日',
    '第二批（11月）|养老|县民政局|12月18日、20日',
  ].join('\n');
  const { campaigns, questions } = read(text);
  expect(campaigns.map(({ no, window: { from, to } }) => `${no} ${from}—${to}`)).toEqual([
    'null 2023-04-13—2023-04-17',
    'null 2023-04-21—2023-04-30',
    'null 2023-11-30—2023-12-04',
    'null 2023-12-18—2023-12-20',
  ]);
  expect(questions.map(({ why }) => why)).toEqual(['“下旬”没有确定的起止日，一般指 21—30 日']);
  expect(campaigns[0]?.notes).toEqual([{ head: '批次', text: '第一批（4月）' }]);
});

test('批次没有写月份，日子就读不出，问', () => {
  expect(whysOf('批次|主题|责任单位|日期\n第一批|护苗|县教育局|13日-17日\n第二批|健康|县卫健局|10月8日')).toContain('读不出时间');
});

test('横贯全表的专题行是下面各行的主题；注、合计不是', () => {
  const text = [
    '序号\t实事项目\t牵头部门\t配合部门\t时间',
    '专题一：病有良医\t\t\t\t',
    '1\t远程诊断\t县卫健局\t县财政局\t10月9-13日',
    '2\t流感疫苗\t县卫健局\t县疾控中心\t10月16-20日',
    '专题二：住有宜居',
    '3\t内涝整治\t县住建局\t县水利局\t10月23-27日',
    '合计3项\t\t\t\t',
  ].join('\n');
  expect(read(text).campaigns.map(({ no, theme, projects }) => `${no} ${theme}：${projects.join()}`)).toEqual([
    '1 病有良医：远程诊断',
    '2 病有良医：流感疫苗',
    '3 住有宜居：内涝整治',
  ]);
  expect(read(text).unread.map((each) => each.text)).toEqual(['合计3项']);
});

test('来文自己写明第几周怎么算，就照它算，不再问；没有写明的照旧问', () => {
  const table =
    '序号|主题|责任单位|月份|周次\n1|护苗|县教育局|10月|第2周\n2|健康|县卫健局|10月|第4周至11月第1周\n3|盘点|县统计局|12月|月底';
  const rule = '一、本通知所称“第×周”，自当月第一个星期一所在周起算，每周为星期一至星期五。\n附表\n';
  const windows = (text: string) =>
    read(text).campaigns.map(({ window: { from, to, precision } }) => `${from}—${to} ${precision}`);
  expect(windows(`${rule}${table}`)).toEqual([
    '2023-10-09—2023-10-13 day',
    '2023-10-23—2023-11-10 day',
    '2023-12-21—2023-12-31 fuzzy',
  ]);
  expect(windows(table)[0]).toBe('2023-10-09—2023-10-15 fuzzy');
});

test('样表要人填，不是日程，逐行列出', () => {
  const text = '宣传月报表（样表）\n单位|月份|项目|形式\n县某局|3月|某某项目|广播';
  expect(read(text).campaigns).toEqual([]);
  expect(read(text).unread.map((each) => each.text)).toContain('县某局 | 3月 | 某某项目 | 广播');
});

test('网页上标签与内容写在一格，或标签后面没有冒号', () => {
  const inline =
    '索引号：003/2023|主题分类：民政\n文　号：沚民办〔2023〕6号|公开方式：主动公开\n关于开展宣传的通知\n一、要求\n请认真落实。';
  const bare =
    '索引号|003/2023|发布日期|2023-03-13\n发文机关|沚县民政局|文号|沚民办〔2023〕6号\n关于开展宣传的通知\n一、要求\n请认真落实。';
  for (const page of [inline, bare]) expect([read(page).campaigns, read(page).number]).toEqual([[], '沚民办〔2023〕6号']);
});
