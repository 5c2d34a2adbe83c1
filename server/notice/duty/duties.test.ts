import { expect, test } from 'vitest';
import { readNotice } from '../notice.ts';

const read = (text: string) => readNotice(text, { year: 2023 });
/** 条款 谁 每期几次 限期 */
const said = (text: string) =>
  read(text).duties.map(({ clause, each, per, count, due }) => {
    const when = due ? (due.rule ?? `${due.from ?? ''}..${due.to ?? ''}`) : '';
    return [clause ?? '无', each, per ?? '', count ?? '', when].filter((part) => part !== '').join(' ');
  });

test.each([
  ['各责任单位每月报送信息不少于3篇。', ['无 unit month 3']],
  ['各单位每季度至少报送两篇经验材料。', ['无 unit quarter 2']],
  ['各乡镇（街道）每周不少于1条。', ['无 unit week 1']],
  ['各单位报送信息不少于12篇/年。', ['无 unit year 12']],
  ['每场活动各单位至少报送图片2张、信息1条。', ['无 unit campaign 2', '无 unit campaign 1']],
  ['每场集中宣传结束后5个工作日内，牵头单位报送1份总结。', ['无 unit campaign 1 P5D;WORKDAYS']],
  ['各牵头单位每月不少于2篇，各配合单位每季度不少于1篇。', ['无 unit month 2', '无 unit quarter 1']],
  [
    '各单位每月25日前报送不少于4篇，其中图文信息2篇、短视频1条。',
    [4, 2, 1].map((count) => `无 unit month ${count} FREQ=MONTHLY;BYMONTHDAY=25`),
  ],
  ['四、严格考核。县专班每季度通报一次。\n附表：宣传安排表\n特此函告。', ['四 county quarter 1']],
  ['各级媒体每周刊发民生报道不少于2条。', ['无 outlet week 2']],
  ['力争省市主流媒体“周周有新闻、月月有专题”。', ['无 county week 1', '无 county month 1']],
  ['各项目周周有新闻，每个项目每月不少于1篇。', []],
  ['10月份开始，县专班办公室对各单位进行月度通报，并纳入年度考核。', ['无 county month 2023-10-01..']],
  ['请各单位于10月20日前将联络员名单报县民生办。', ['无 unit ..2023-10-20']],
  ['各单位每月25日前报送当月信息不少于3篇。', ['无 unit month 3 FREQ=MONTHLY;BYMONTHDAY=25']],
  ['每少报1篇扣1分，每月最多扣3分。', []],
  ['请于4月15日下班前将联络员名单报送县专班办公室', ['无 unit ..2023-04-15']],
  ['各单位要明确一名联络员，名单于4月15日（星期六）下午下班前发至县专班邮箱。', ['无 unit ..2023-04-15']],
  ['四、请于2023年4月15日下班之前，将联络员名单（附件2）加盖公章后反馈我办，联系电话：6820000。', ['四 unit ..2023-04-15']],
  ['4月15日前往县政务中心参观。', []],
  ['一、要求\n（一）各单位于10月20日前报送名单。\n附件', ['一（一） unit ..2023-10-20']],
  ['各单位请于3月28日前将方案报县专班，并于12月10日前报送总结。', ['无 unit ..2023-03-28', '无 unit ..2023-12-10']],
  ['县融媒体中心每周刊播新闻不少于3条。', ['无 outlet week 3']],
  ['各单位每月25日前报送宣传台账。', ['无 unit month FREQ=MONTHLY;BYMONTHDAY=25']],
  ['各单位活动期间至少组织1场宣讲。', ['无 unit campaign 1']],
  ['各单位在活动期间每周报送信息不少于1篇。', ['无 unit week 1']],
  ['四、请各单位支持。\n（联系人：某某，电话：1234567）', []],
])('“%s”', (text, duties) => {
  expect(said(text)).toEqual(duties);
});

test('没有数目的条款，每个条款、每一方一项；目标、重点那几节不算', () => {
  const text = [
    '一、宣传重点',
    '（一）突出政策宣传。各单位要讲清政策。',
    '二、宣传措施',
    '（一）夯实阵地。',
    '1.设置一处专区。各责任单位要在服务大厅设置专区。',
    '2.办好一个专栏。以县报为窗口讲述变化。',
    '三、组织保障',
    '（一）明确职责，形成合力。县民生办公室负责统筹；各责任单位要制定方案。',
  ].join('\n');
  expect(said(text)).toEqual(['二（一）1 unit', '二（一）2 unit 1', '三（一） county', '三（一） unit']);
  expect(read(text).duties.map(({ what }) => what)).toEqual([
    '设置一处专区',
    '办好一个专栏',
    '县民生办公室负责统筹',
    '各责任单位要制定方案',
  ]);
});

test('说得出是谁：句子自己点名的，接着前一句的', () => {
  const { duties } = read('县融媒体中心开设专栏，每周至少刊发1条报道。各牵头单位每月不少于2篇，各配合单位每月不少于1篇。');
  expect(duties.map(({ who, count }) => `${who} ${count}`)).toEqual(['县融媒体中心 1', '各牵头单位 2', '各配合单位 1']);
});

test('半年、两周不是周月季年，问', () => {
  expect(read('各单位每半年至少报送1篇。').questions).toMatchObject([{ kind: 'duty', text: '各单位每半年至少报送1篇' }]);
});
