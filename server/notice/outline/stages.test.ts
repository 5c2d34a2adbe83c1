import { expect, test } from 'vitest';
import { readNotice } from '../notice.ts';

const read = (text: string) =>
  readNotice(text, { year: 2023 }).campaigns.map(({ theme, projects, units, window }) => ({
    theme,
    units: units.map(({ name, role }) => `${name} ${role}`),
    days: `${window.from?.slice(5) ?? ''}—${window.to?.slice(5) ?? ''}`,
    projects,
  }));
const campaign = (theme: string, days: string, units: string[] = [], projects: string[] = []) => ({
  theme,
  units,
  days,
  projects,
});

test.each([
  [
    '时间在最后，或阶段接着阶段写在一段里',
    '（一）“清风”主题宣传，由县甲局牵头、县乙局配合，时间为7月1日至15日。\n二、安排\n第一阶段：启动阶段（8月1日至5日）。责任单位：县甲局。第二阶段：推进阶段（9月）。责任单位：县乙局。',
    [
      campaign('清风', '07-01—07-15', ['县甲局 lead', '县乙局 support']),
      campaign('启动阶段', '08-01—08-05', ['县甲局 responsible']),
      campaign('推进阶段', '09-01—09-30', ['县乙局 responsible']),
    ],
  ],
  [
    '阶段写在标题里',
    '（一）宣传发动阶段（10月15日前）。召开会议。\n（二）集中宣传阶段（10月16日—11月30日）。责任单位：县卫健局、县医保局。宣传项目：甲工程和乙工程。',
    [
      campaign('宣传发动阶段', '—10-15'),
      campaign('集中宣传阶段', '10-16—11-30', ['县卫健局 responsible', '县医保局 responsible'], ['甲工程', '乙工程']),
    ],
  ],
  [
    '时间在前，单位用“由”字引出',
    '10月8日至10日，开展“医疗保障”主题宣传，由县卫健局牵头，县医保局、县妇联配合。',
    [campaign('医疗保障', '10-08—10-10', ['县卫健局 lead', '县医保局 support', '县妇联 support'])],
  ],
  [
    '单位当主语，序号紧贴月份',
    '1.4月7日至11日，县医保局开展门诊统筹政策宣传。\n2.4月21日、4月28日，县公安局、县司法局开展反诈骗宣传。',
    [
      campaign('门诊统筹政策宣传', '04-07—04-11', ['县医保局 responsible']),
      campaign('反诈骗宣传', '04-21—04-28', ['县公安局 responsible', '县司法局 responsible']),
    ],
  ],
  [
    '单位另起一行',
    '（一）主题宣传周（10月8-14日）\n牵头单位：县教育局\n配合单位：县公安局\n（二）成果展示周（11月6-12日）\n责任单位：县民政局',
    [
      campaign('主题宣传周', '10-08—10-14', ['县教育局 lead', '县公安局 support']),
      campaign('成果展示周', '11-06—11-12', ['县民政局 responsible']),
    ],
  ],
  [
    '一条一家，单位在前',
    '第一条 县教育局于9月2日至6日开展“开学第一课”主题宣传，县融媒体中心配合。\n第二条 县医保局牵头、县税务局和各乡镇配合，于10月8日至12月31日开展参保宣传；县司法局于12月4日开展宪法宣传。',
    [
      campaign('开学第一课', '09-02—09-06', ['县教育局 responsible', '县融媒体中心 support']),
      campaign('参保宣传', '10-08—12-31', ['县医保局 lead', '县税务局 support', '各乡镇 support']),
      campaign('宪法宣传', '12-04—12-04', ['县司法局 responsible']),
    ],
  ],
])('没有表，%s：也是场次', (_, text, expected) => {
  expect(read(text)).toEqual(expected);
});

test.each([
  '全年组织六场集中宣传，具体见附表。',
  '2023年6月1日至10月31日，分三个阶段进行。',
  '10月份开始，县专班办公室进行月度通报。',
  '请各单位于10月20日前报送联络员名单。',
  '根据县委、县政府工作部署，定于2023年9月至12月开展民生实事宣传，有关事项函告如下：',
  '2023年重点民生实事宣传工作安排（2023年）',
])('“%s”不是一场宣传', (text) => {
  expect(read(text)).toEqual([]);
});
