import { z } from 'zod';
import { mediaTiers } from '../channel/channel.ts';
import { type FactAttributes, factKinds, forms, placements } from '../fact/fact.ts';
import { dayText, keysOf, monthText } from './shapes.ts';

const name = z.string().min(1);
const day = (what: string) => dayText.describe(what);
const end = dayText.nullable().default(null).describe('最后一天，算在内；null 表示至今');

export const Attributes = z
  .strictObject({
    article: name.describe('稿件编号：同一篇稿件的报送、采用、差错写同一个'),
    title: name.describe('标题，只供阅读'),
    carrier: name.describe('载体：刊物、版面、账号的名称，细则的条件按它一字不差地找'),
    tier: z.enum(keysOf(mediaTiers)).nullable().describe('媒体层级；null 表示待认定，待认定的一概不计'),
    outletGroup: name.describe('媒体集团：同一家的报、网、端写同一个'),
    form: z.enum(keysOf(forms)).describe('采用形态，不写等于 sole'),
    placement: z.enum(keysOf(placements)).describe('版位，不写等于 ordinary'),
    words: z.int().min(0).max(10_000_000).describe('字数'),
    quantity: z.int().min(0).max(1_000_000_000).describe('数量：这一条里有几户、几次、几处，或多少阅读量；不写等于 1'),
    issue: name.describe('期号：简报、专报的哪一期，如 "2023-12"'),
    genre: name.describe('体裁，如 动态、经验、调研'),
    rank: name.describe('批示领导的级别，如 市主要领导'),
    nature: name.describe('差错的性质，如 失实'),
    shares: z
      .record(name, z.int().min(0).max(10_000))
      .refine((shares) => Object.values(shares).some((weight) => weight > 0), '至少要有一个单位的份额大于 0')
      .describe('合作稿各单位的份额或人数：{"单位编号": 份数}，本单位也要写上'),
    dueOn: day('时限那一天，当天算按时'),
    deliveredOn: dayText.nullable().describe('交来那一天；null 或不写表示还没交'),
    project: name.describe('实事项目'),
    campaign: name.describe('宣传主题'),
    measure: name.describe('通知里的措施序号，"1" 至 "11"'),
  })
  .partial() satisfies z.ZodType<FactAttributes>;

export const FactRecord = z.strictObject({
  id: name.describe('编号，全文件不重复'),
  unit: name.describe('单位编号，名单里要有'),
  kind: z.enum(keysOf(factKinds)).describe(
    keysOf(factKinds)
      .map((kind) => `${kind} ${factKinds[kind]}`)
      .join('、'),
  ),
  day: day('发生的日子'),
  period: monthText.describe('记入哪个月；一般是发生的月份，迟到的佐证记入下一个没锁定的月份'),
  verified: z.boolean().describe('核实了没有；没核实的一概不计'),
  cancels: name.nullable().default(null).describe('撤销哪一条事实；这一条本身不计分'),
  replaces: name.nullable().default(null).describe('更换哪一条事实；这一条顶替它'),
  corrects: monthText
    .optional()
    .describe('补进哪个已锁定的月份：那个月本该有、漏了的，算在那个月，差额是 period 那个月的更正行；一般不写'),
  attributes: Attributes.default({}),
  evidence: z.array(name).default([]).describe('佐证的摘要（SHA-256）或编号'),
});

const Exemption = z.strictObject({ from: day('第一天'), to: end, reason: name.describe('豁免的理由') });

export const RosterRow = z.strictObject({
  id: name.describe('单位编号'),
  name: name.describe('单位名称'),
  group: name.describe('组名，细则的 groups 里要有'),
  from: day('列入名单的第一天'),
  to: end,
  exempt: z.array(Exemption).default([]).describe('豁免：碰到这段时间的月份照列照算，不排名'),
});

export const CalendarRow = z.strictObject({
  day: day('哪一天'),
  works: z.boolean().describe('true 上班、false 休息'),
  name: z.string().optional().describe('为什么，如 国庆调休上班'),
});

/** What is scored: a county's units and facts. */
export const FactsFile = z.strictObject({
  $schema: z.string().optional(),
  county: z.int().min(1).max(999_999_999).describe('行政区划代码，如 430523'),
  calendar: z.array(CalendarRow).default([]).describe('只写与“周一至周五上班”不同的日子：法定节假日、调休上班'),
  units: z.array(RosterRow).describe('考核名单；换过组的单位写几行，起止日不重叠'),
  facts: z.array(FactRecord).describe('事实：年初到所算月份的；更正了哪个月，那个月的也要有。先后随意'),
});
export type FactsFile = z.infer<typeof FactsFile>;
