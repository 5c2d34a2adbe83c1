import { N, numberOf } from '../date/numerals.ts';
import { separatedBy, splitOutside } from '../part/split.ts';
import type { Duty } from '../reading.ts';

/** How often and how many: 每月不少于3篇. `strange`: a period that has no word here (半年, 两周), for a person to settle. */
export type Quota = { per: Duty['per']; count: number | null; text: string; county: boolean; strange: string | null };

type Per = NonNullable<Duty['per']>;
const measure =
  '(?:篇|条|张|次|期|个(?!工作日|月|小时|单位|部门|乡镇|村|社区|阶段|方面|环节)|件|幅|则|份|部|组|块|例|版|场|批|集|册|套|户|村次)(?:次|/月)?';
const floor =
  '(?:不少于|不低于|不得少于|不得低于|不能少于|至少|最少|须?达到|≥|>=|完成|报送|上报|刊发|刊播|发布|推送|播出|开展|召开|组织|举办|编发|更新|投稿|报道)';
const period =
  '(?<per>每个?(?:周|星期|月|季度?|年度?|半年|半个?月|旬|[天日])|每[两2二三3]个?(?:周|月|季度?)|[两2二]周|月均|周均|年均|季均|按[周月季年]|逐[周月]|全年|年度?内|(?:活动|宣传[周月日]?)期间(?![^。；，,]{0,12}[每周月季])|每(?:场|个主题|次(?:集中)?(?:宣传)?活动|次集中宣传)(?:活动|宣传)?)';
const first = new RegExp(
  `${period}[^。；，,]{0,30}?(?:${floor}[^。；，,、]{0,10}?)?(?<count>${N}{1,4})\\s*(?:${measure})(?!季)`,
  'u',
);
const last = new RegExp(`${floor}\\s*(?<count>${N}{1,4})\\s*(?:${measure})(?:以上)?\\s*[/／]\\s*(?<per>[周月季年])`, 'u');
const periodical = new RegExp(period, 'u');
const enumerated = new RegExp(`^\\s*(?:其中)?[\\p{Script=Han}（）]{1,14}(?<count>${N}{1,4})\\s*(?:${measure})\\s*$`, 'u');
const counted = new RegExp(`${floor}[^。；]{0,6}?${N}{1,4}\\s*(?:${measure})`, 'u');
const everyPeriod = /(?<per>周周|月月|季季|年年|天天)都?有(?<what>[\p{Script=Han}]{1,8}?)(?=$|[，,、。；”"’』」])/gu;
const regular =
  /(?<!纳入|列入|作为|年终|结合)(?<per>每个?月|按月|逐月|月度|每个?季度?|按季度?|季度|每个?周|按周|逐周|每年|半年)(?:[^，。；、]{0,6}?)(?:通报|调度|例会|排名|汇总|研判|督查|公示|会商|晾晒|讲评)/u;
/** A week or a month for each project tells how the county stands and obliges nobody. */
const perProject =
  /(?:每个?|各|所有)(?:重点)?(?:民生)?(?:项目|实事|工程)(?!主管|单位|部门|责任|实施|建设单位|牵头|配合|承办|负责|点)/;
const NEAR = 60;
const betweenPhrases = separatedBy('，,、');
const hint = /每|周|月|季|年|半|期间|旬|不少于|不低于|不得少于|至少/;
const penalty = /(?:扣|加|计|奖)\s*\d*(?:\.\d+)?\s*分|每(?:少|多|缺|超)/;

const periods: readonly (readonly [RegExp, Per])[] = [
  [/场|主题|次|期间/, 'campaign'],
  [/^(?:每个?(?:周|星期)|周|按周|逐周)/, 'week'],
  [/^(?:每个?月|月|按月|逐月)/, 'month'],
  [/^(?:每个?季|季|按季)/, 'quarter'],
  [/^(?:每年|每个年|全年|年|按年)/, 'year'],
];
const perOf = (said: string) => periods.find(([pattern]) => pattern.test(said))?.[1] ?? null;

export function quotasIn(sentence: string): Quota[] {
  if (!(hint.test(sentence) || act.test(sentence)) || penalty.test(sentence)) return [];
  const aims = Array.from(sentence.matchAll(everyPeriod)).filter(
    ({ index }) => !perProject.test(sentence.slice(Math.max(0, index - NEAR), index)),
  );
  if (aims.length > 0) return aims.map((aim) => aimOf(sentence, aim, aims[0]?.index ?? 0));
  const phrases = splitOutside(sentence, betweenPhrases).filter((phrase) => !perProject.test(phrase));
  let governing = ''; // 每月不少于4篇，其中图文2篇、视频1条: all that is only listed goes on about the phrase before the list
  let listing = false; // 拿出问答1期、短视频2条: beside what is owed once, what is only listed is owed once
  return phrases.flatMap((phrase) => {
    const own = countedIn(phrase);
    const found = own ?? afterPeriod(phrase, governing) ?? regularIn(phrase) ?? onceIn(phrase, listing) ?? [];
    listing = found.length > 0 && found.every(({ per, strange }) => per === null && strange === null);
    if (own !== null || !enumerated.test(phrase)) governing = phrase;
    return found;
  });
}

/** 上半年共推出12集, 年底前累计不少于8次: a sum of its own, and no part of what each week brings. */
const summed = /[上下]半年|年底前|累计|一?共(?=[推播举开组])/;
/** 每场活动结束后5个工作日内，报送1份总结; 每月报送图片2张、信息1条: the period stands in the phrase before. */
function afterPeriod(phrase: string, before = ''): Quota[] | null {
  if (summed.test(phrase)) return null;
  const again = countedIn(before) !== null;
  const period = (again ? enumerated : counted).test(phrase) ? periodical.exec(before)?.[0] : undefined;
  const quotas = period ? countedIn(`${period}${phrase.replace(/^\s*其中/, '')}`) : null;
  return again ? quotas : (quotas?.map((quota) => ({ ...quota, text: `${before}，${phrase}`.trim() })) ?? null);
}

/** 省市主流媒体“周周有新闻、月月有专题”: an aim of the whole county, once in each period. */
function aimOf(sentence: string, { 0: said, groups }: RegExpExecArray, firstAt: number): Quota {
  const before =
    sentence
      .slice(Math.max(0, firstAt - NEAR), firstAt)
      .split(/[，,。；]/)
      .at(-1) ?? '';
  const where = before.replace(/^.*?(?:力争|努力|确保|争取|做到|实现|形成)(?:实现|做到)?/, '').replace(/[“"『「]$/, '');
  const per = perOf(groups?.per ?? '');
  return { per, count: 1, text: `${where}${said}`, county: true, strange: per ? null : (groups?.per ?? said) };
}

function countedIn(phrase: string): Quota[] | null {
  const groups = (first.exec(phrase) ?? last.exec(phrase))?.groups;
  const count = numberOf(groups?.count);
  if (!groups?.per || count === null) return null;
  const per = perOf(groups.per);
  return [{ per, count, text: phrase.trim(), county: false, strange: per ? null : groups.per }];
}

const once = new RegExp(
  `(?:不少于|不低于|不得少于|不得低于|至少|最少)[^。；，,、\\d]{0,10}?(?<count>${N}{1,6})\\s*(?<tens>万?)\\s*(?:${measure}|处|块|面|辆|台|所|名|户|人次?|场次|天(?!前))`,
  'u',
);
const above = new RegExp(`(?:${floor})[^。；，,、\\d]{0,10}?(?<count>${N}{1,4})(?<tens>)\\s*(?:${measure}|处|块|场次)以上`, 'u');
/** 固定标语不少于三条, 一封信不少于十二万份: a number that names no period is owed once. */
function onceIn(phrase: string, listing: boolean): Quota[] | null {
  const listed = listing ? enumerated.exec(phrase) : null;
  const { count: said, tens } = (once.exec(phrase) ?? above.exec(phrase) ?? actIn(phrase) ?? listed)?.groups ?? {};
  const count = numberOf(said);
  if (count === null || /^\s*其中/.test(phrase)) return null;
  return [{ per: null, count: tens ? count * 10_000 : count, text: phrase.trim(), county: false, strange: null }];
}

const act = new RegExp(
  `(?:设置|设立|竖?立|召开|举办|开展|组织|印发|编印|编发|制作|建立|推出|邀请|选派|选取|拿出|开设)[^。；，,、\\d]{0,14}?(?!一(?![十百]))(?<count>${N}{1,4})(?<tens>)\\s*(?:${measure}|处|面|名|场次)`,
  'u',
);
/** 立公示牌1块, 召开通气会1次: an act that is counted, and neither told as done nor one of several. 开展一次 is how people talk. */
const actIn = (phrase: string) =>
  /已|曾|此前|前期|[了过]|截至|共有|[展办开织]的|月份?各|第[一二三四五六七八九十\d]|百/.test(phrase) ? null : act.exec(phrase);

function regularIn(phrase: string): Quota[] | null {
  const said = regular.exec(phrase)?.groups?.per;
  return said
    ? [{ per: perOf(said), count: null, text: phrase.trim(), county: false, strange: perOf(said) ? null : said }]
    : null;
}
