import { lastDay } from '../assessment/months.ts';
import { placesWords, tieSentence } from '../assessment/ranking.ts';
import { points } from '../kernel/quantity.ts';
import { byTier, type Figures, groupsIn, settled, total, type UnitRow } from './figures.ts';
import type { Quota } from './measures.ts';

/** '2023-10' → 2023年10月. */
export const monthInWords = (month: string) => `${month.slice(0, 4)}年${Number(month.slice(5))}月`;

const amounts = (rows: readonly UnitRow[]) => `报送信息${total(rows, 'submitted')}篇、采用${total(rows, 'adoptions')}条次`;

/** Of a group that is compared, those that are not. */
function ofThem(rows: readonly UnitRow[]): string {
  const listed = rows.filter(({ listed }) => listed).length;
  return listed > 0 && listed < rows.length ? `（含只列出、不比较的${listed}个）` : '';
}

/** Who judges and sent nothing is not held up for it. */
const isIdle = ({ submitted, adoptions }: UnitRow) => submitted + adoptions === 0;

/** 总体情况: period, sums, groups that add up to them, tiers, 采用率. */
export function overview(figures: Figures): string[] {
  const { month, rows, adoptions, scheme } = figures;
  const no = Number(month.slice(5));
  const told = groupsIn(figures).filter(({ rows }) => !rows.every((row) => scheme.listedOnly.includes(row.unit) && isIdle(row)));
  const groups = told.map(({ name, rows }) => `${name}单位${rows.length}个${ofThem(rows)}，${amounts(rows)}`);
  const tiers = byTier(adoptions).map(({ tier, count }) => `${tier}${count}条次`);
  const [submitted, adopted] = [total(rows, 'submitted'), total(rows, 'adopted')];
  const rate = submitted === 0 ? '本月没有报送，采用率不计' : `首次被采用的稿件${adopted}篇，采用率${adopted}/${submitted}`;
  const sum = `${no}月1日至${Number(lastDay(month).slice(8))}日，全县共${amounts(rows)}`;
  return [
    groups.length > 1 ? `${sum}。其中${groups.join('；')}。` : `${sum}。`,
    `按媒体层级，${tiers.join('、')}，合计${adoptions.length}条次。${rate}。`,
  ];
}

const named = (rows: readonly UnitRow[], word: (row: UnitRow) => string) =>
  rows.map((row) => `${row.name}（${word(row)}）`).join('、');

const mostNamed = 6; // where more share the first places, the table says it

/** Who did best, who sent nothing, who is below the quota, who is exempt and why: by name and figure, and without adjectives. */
export function naming(all: readonly UnitRow[], quota: Quota | null, running: boolean): string[] {
  const rows = all.filter(({ exempt }) => exempt === null);
  const exempt = all.filter((row) => row.exempt !== null);
  const best = rows.filter((row) => row.rank !== null && row.rank <= 3 && points(settled(row)) > 0);
  const first = best.length > mostNamed ? [] : best;
  const silent = rows.filter(({ submitted }) => submitted === 0);
  const quotaWords = quota?.settled && !running ? belowWords(rows, quota) : '';
  const silentWords =
    silent.length > 0 ? `${running ? '到今天还没有报送' : '零报送'}：${silent.map(({ name }) => name).join('、')}。` : '';
  return [
    first.length > 0
      ? `${running ? '暂列' : '得分'}前三名：${named(first, (row) => `第${row.rank}名，${settled(row)}分`)}。`
      : '',
    `${quotaWords}${silentWords}`,
    exempt.length > 0 ? `豁免、照样计分而不排名：${named(exempt, (row) => row.exempt ?? '')}。` : '',
  ].filter((sentence) => sentence !== '');
}

function belowWords(rows: readonly UnitRow[], { count, words, done }: Quota): string {
  const below = rows.filter((row) => done(row) < count);
  if (below.length === 0) return `各单位都达到${words}${count}篇。`;
  return `未达到${words}${count}篇：${named(below, (row) => `${done(row)}篇`)}。`;
}

/** How places, rates and decimals came about. */
export function rulesNote({ scheme, counts, running }: Figures): string {
  const rate = '采用率为首次被采用的稿件数与报送未撤回的稿件数之比，没有报送的写“—”。';
  if (!counts) return `注：本期只统计，不计分、不排名，单位不分先后。${rate}`;
  const order = ['名次按得分从高到低', ...scheme.ties.map((tie) => `同分的${tieSentence(tie)}`)]
    .join('，')
    .replace(/，同分的(?=比)/, '，再');
  return `注：依据“${scheme.name}”（${scheme.id}）计分。${order}，仍相同的并列，按${placesWords(scheme)}排。${rate}分数精确到0.01分，中间不取舍，每项只取舍一次，五入时远离零。名次写“—”的不参加排名。${running ? '本月还没有过完，名次是暂列的；“未到期另计”是月底前还补得上的，不算欠额，补上就不扣。' : ''}`;
}

/** Until when and how the locked month may be contested. */
export const objectionWords = (until: string, { counts }: Pick<Figures, 'counts'>): string =>
  `各单位对本月${counts ? '得分' : '统计'}有异议的，请在${dayInWords(until)}以前（含当日）从得分单上提出异议复核，附上佐证；由没有经手的人复核，需要更正的列入下一个没有锁定的月份，本月的表不再改动。`;
const dayInWords = (day: string) => `${monthInWords(day.slice(0, 7))}${Number(day.slice(8))}日`;

export const measuresNote =
  '注：“尚未采集”表示本系统还没有这一项的记录，不作未完成论；“未到期”表示时限还没有到；“—”表示不分单位或没有安排。';

/** What makes the printed figures provable. */
export const digestWords = (state: 'open' | 'locked') =>
  `${state === 'open' ? '预览时' : '月度锁定'}的数据摘要（SHA-256）如下；向专班办公室索取本月导出文件，用本系统的核对程序（verify）和这个摘要，即可从事实重算全部得分。`;
