import { expect, test } from 'vitest';
import { readNotice } from '../notice/notice.ts';
import { type Standing, withChanges } from './changes.ts';
import { differenceOf } from './difference.ts';
import type { PlannedDuty } from './plan.ts';

const plan = readNotice(`关于印发《鹤鸣县2024年民生实事集中宣传方案》的通知
各乡镇人民政府，县直有关单位：
一、各责任单位每月报送信息不少于2篇。
二、各责任单位于12月20日前报送工作总结。
序号|宣传主题|实事项目|责任单位|宣传时间
1|饮水安全|农村集中供水厂建设|县水利局|3月4日至8日
2|学有所教|公办园扩容|县教育局|4月15日-19日
3|老有所养|日间照料中心|县民政局|5月13日-17日
4|病有所医|乡镇卫生院改造|县卫健局|6月3日-7日
5|住有所居|老旧小区改造|县住建局|7月1日-5日
鹤鸣县民生实事专班办公室
2024年2月20日`);
const standing = plan.campaigns.map(
  ({ no, theme, projects, units, window: { from, to, days, text, precision } }, at): Standing => ({
    ...{ id: `campaign ${at + 1}` as Standing['id'], no: `${no}`, theme, projects, fromOn: from, toOn: to, days: [...days] },
    ...{
      precision,
      windowText: text,
      cancelledOn: null,
      units: units.map(({ name, role }) => ({ id: '' as never, name, role })),
    },
  }),
);
const duties = plan.duties.map(({ clause, what, who, each, per, count, due }, at) => ({
  ...{ id: `duty ${at + 1}` as PlannedDuty['id'], clause, what, who, each, per, count },
  ...{ fromOn: due?.from ?? null, toOn: due?.to ?? null },
}));

function differing(...sentences: string[]) {
  const text = `关于调整民生实事集中宣传安排的补充通知\n各有关单位：\n经研究，作如下调整：\n${sentences.join('\n')}\n鹤鸣县民生实事专班办公室\n2024年2月28日`;
  const { reading, calledOff } = withChanges(readNotice(text), standing);
  const { added, changed, duties: ofDuties } = differenceOf({ campaigns: standing, duties }, reading, (name) => name);
  return {
    added: added.map(({ theme, is }) => `${theme}：${is}`),
    changed: changed.map(({ no, is }) => `${no}：${is}`),
    off: calledOff.map(({ id }) => `${id}`),
    duties: ofDuties.changed.map(({ id, is }) => `${id}：${is}`),
    more: ofDuties.added.length,
    unread: reading.unread.map(({ line }) => line),
  };
}
const nothing = { added: [], changed: [], off: [], duties: [], more: 0, unread: [] };

test.each<[string, Partial<ReturnType<typeof differing>>]>([
  [
    '一、“学有所教”主题宣传时间由4月15日至19日调整为4月22日至26日。',
    { changed: ['2：2024-04-22—2024-04-26；县教育局；公办园扩容'] },
  ],
  [
    '1.原定3月4日至8日开展的“饮水安全”主题宣传，推迟到3月18日至22日开展。',
    { changed: ['1：2024-03-18—2024-03-22；县水利局；农村集中供水厂建设'] },
  ],
  [
    '一、第3场“老有所养”宣传活动延期至6月17日至21日举行，责任单位增加县卫健局。',
    { changed: ['3：2024-06-17—2024-06-21；县民政局、县卫健局；日间照料中心'] },
  ],
  ['一、“住有所居”主题宣传时间延长至7月12日。', { changed: ['5：2024-07-01—2024-07-12；县住建局；老旧小区改造'] }],
  ['4.“病有所医”的责任单位由县卫健局变更为县医保局。', { changed: ['4：2024-06-03—2024-06-07；县医保局；乡镇卫生院改造'] }],
  ['三、取消“病有所医”主题宣传活动。', { off: ['campaign 4'] }],
  ['2.原定于7月1日至5日的第5场宣传活动不再举行。', { off: ['campaign 5'] }],
  [
    '3.新增第6场：县人社局于9月2日至6日开展“就业帮扶”主题宣传，县总工会配合。',
    { added: ['就业帮扶：2024-09-02—2024-09-06；县人社局、县总工会（配合）；无项目'] },
  ],
  [
    '四、增加“出行便捷”主题宣传，由县交通运输局牵头、县公安局配合，时间为8月5日至9日。',
    { added: ['出行便捷：2024-08-05—2024-08-09；县交通运输局（牵头）、县公安局（配合）；无项目'] },
  ],
  [
    '五、各责任单位每月报送信息由不少于2篇调整为不少于4篇。',
    { duties: ['duty 1：各责任单位；每月 4；“各责任单位每月报送信息不少于4篇”'] },
  ],
  [
    '六、工作总结报送时间延期至12月28日前。',
    { duties: ['duty 2：各责任单位；期限 2024-12-28；“工作总结报送时间延期至12月28日前”'] },
  ],
  ['七、“出行有序”主题宣传取消。', { unread: [4] }],
])('补充通知写“%s”，和方案的差别说得对', (sentence, expected) => {
  expect(differing(sentence)).toEqual({ ...nothing, ...expected });
});
