import { addDays, addMonths, firstDay, lastDay, monthsBetween, periodPaidIn, perNames, weekEnd } from '../assessment/months.ts';
import type { MediaTier } from '../channel/channel.ts';
import { clausesOf, headingOf } from '../notice/outline/clauses.ts';
import type { Line } from '../notice/reading.ts';
import type { Campaign, PlannedDuty } from '../plan/plan.ts';
import { byTier, type Figures, type UnitRow } from './figures.ts';

/** A numbered measure of the notice, with the duties that it puts on units or on the county. */
export type Measure = { no: number; title: string; duties: readonly PlannedDuty[] };
export const unrecorded = '尚未采集';
const notDue = '未到期';
const nobodys = '—';

const numbered = /^([^（\d]*)(?:（[^）]*）)?(\d{1,2})$/;

/** Of the first chapter that numbers its clauses 1, 2, 3 through its parts. `lines` is the notice as it was read. */
export function measuresOf(duties: readonly PlannedDuty[], lines: readonly Line[]): Measure[] {
  const found = duties.flatMap((duty) => {
    const [, chapter, no] = numbered.exec(duty.clause ?? '') ?? [];
    return chapter === undefined ? [] : [{ chapter, no: Number(no), duty }];
  });
  const headings = headingsIn(lines);
  const inChapter = Map.groupBy(
    found.filter(({ chapter }) => chapter === found[0]?.chapter),
    ({ no }) => no,
  );
  const measures = [...inChapter].map(([no, of]) => {
    const duties = of.map(({ duty }) => duty);
    const [first] = duties;
    return { no, title: headings.get(first?.clause ?? '') || (first?.what ?? '').slice(0, 20), duties };
  });
  return measures.sort((a, b) => a.no - b.no);
}

function headingsIn(lines: readonly Line[]): Map<string, string> {
  const paragraphs = lines.map(({ line, text }) => ({ kind: 'paragraph' as const, line, lastLine: line, text }));
  return new Map(clausesOf(paragraphs).map(({ no, text }) => [no ?? '', headingOf(text)]));
}

/** 每月（每季度、全年）报送不少于几篇, as far as it has come by the month. */
export type Quota = { count: number; words: string; settled: boolean; done: (row: UnitRow) => number };

const isQuota = ({ each, count, per, what }: PlannedDuty) =>
  each === 'unit' && count !== null && (per === 'month' || per === 'quarter' || per === 'year') && /报送/.test(what);

/** The duty that this product counts by itself; it is settled in its period's last month. */
export function quotaIn(duties: readonly PlannedDuty[], { month, standing }: Figures): Quota | null {
  const duty = duties.find(isQuota);
  if (!duty?.count) return null;
  const per = duty.per === 'quarter' || duty.per === 'year' ? duty.per : 'month';
  const ahead = monthsBetween(month, addMonths(month, 11));
  const months = ahead.map((end) => periodPaidIn(end, per)).find((whole) => whole !== null) ?? [month];
  const counted = standing.filter((fact) => fact.kind === 'submission' && months.includes(fact.month) && fact.month <= month);
  const done = ({ unit }: UnitRow) => counted.filter((fact) => fact.unit === unit).length;
  return { count: duty.count, words: perNames[per], settled: months.at(-1) === month, done };
}

type About = { figures: Figures; campaigns: readonly Campaign[] };
export type Kind = 'quota' | 'media' | 'noted' | 'other';

const mediaTitle = /(?:主流|上级|中央|省|市)\S{0,4}媒体/; // and not 网络媒体, which is what a unit runs itself
const campaignTitle = /(?:集中|主题)宣传/;

/** What the ledger has about a measure: submissions against the quota, adoptions by tier, acts noted under its number, or nothing. */
export function kindOf(measure: Measure, { standing, month }: Figures): Kind {
  if (measure.duties.some(isQuota)) return 'quota';
  if (mediaTitle.test(measure.title)) return 'media';
  return standing.some((fact) => fact.month === month && fact.attributes.measure === `${measure.no}`) ? 'noted' : 'other';
}

/** One unit's state in a measure. What nothing records is said to be so, and is never a shortfall. */
export function cellOf(measure: Measure, row: UnitRow, about: About): string {
  const { figures } = about;
  const duties = measure.duties.filter(({ each }) => each === 'unit');
  if (duties.length === 0) return nobodys;
  const kind = kindOf(measure, figures);
  if (kind === 'quota') return quotaCell(row, quotaIn(duties, figures));
  if (kind === 'media') return mediaCell(figures, row);
  if (kind === 'noted') return `${notedIn(measure, row, figures)}次`;
  if (duties.every((duty) => isLater(duty, figures.month))) return notDue;
  return campaignTitle.test(measure.title) ? campaignCell(row, about) : unrecorded;
}

function quotaCell(row: UnitRow, quota: Quota | null): string {
  const done = quota?.done(row) ?? row.submitted;
  if (!quota || (done < quota.count && !quota.settled)) return `${done}篇`;
  return done >= quota.count ? `${done}篇 完成` : `${done}篇 缺${quota.count - done}篇`;
}

function mediaCell({ adoptions }: Figures, { unit }: UnitRow): string {
  const own = byTier(adoptions.filter((fact) => fact.unit === unit && fact.attributes.tier !== 'county'));
  const some = own.filter(({ count }) => count > 0).map(({ tier, count }) => `${tier}${count}`);
  return some.join('、') || '0条';
}

const notedIn = ({ no }: Measure, { unit }: UnitRow, { standing, month }: Figures) =>
  standing.filter((fact) => fact.month === month && fact.unit === unit && fact.attributes.measure === `${no}`).length;

const isLater = ({ fromOn, toOn }: Pick<PlannedDuty, 'fromOn' | 'toOn'>, month: string) =>
  (toOn ?? fromOn ?? '') > lastDay(month);

/** A unit's campaign is due when its last day has come. */
function campaignCell({ unit }: UnitRow, { campaigns, figures }: About): string {
  const own = campaigns.filter(({ units }) => units.some(({ id }) => id === unit));
  if (own.length === 0) return nobodys;
  return own.every((campaign) => isLater(campaign, figures.month)) ? notDue : unrecorded;
}

/** What a measure asks of the whole county, in a sentence for each; none where it asks only units. */
export function countySentences(measures: readonly Measure[], figures: Figures): string[] {
  return measures.flatMap(({ no, title, duties }) => {
    const county = duties.filter(({ each }) => each !== 'unit');
    if (county.length === 0) return [];
    const several = county.length > 1;
    const said = county.map((duty) => (several || duty.per === 'week' ? `${duty.what}，` : '') + countyState(duty, figures));
    return [`第${no}项“${title}”不分单位：${said.join('；')}。`];
  });
}

function countyState(duty: PlannedDuty, figures: Figures): string {
  if (isLater(duty, figures.month)) return notDue;
  const tiers = tiersIn(duty.what);
  if (duty.per !== 'week' || tiers.length === 0) return unrecorded;
  const weeks = weeksEndingIn(figures.month);
  const taken = figures.standing.filter(({ kind, attributes: { tier } }) => kind === 'adoption' && tier && tiers.includes(tier));
  const told = weeks.filter(({ from, to }) => taken.some(({ day }) => day >= from && day <= to));
  return `本月结束的${weeks.length}周中有${told.length}周做到`;
}

/** 省市主流媒体: which tiers a phrase means. */
function tiersIn(what: string): MediaTier[] {
  const [phrase] = /[中央省部市县、级]+主流\S{0,2}媒体/.exec(what) ?? [''];
  const signs: [string, MediaTier][] = [
    ['央', 'central'],
    ['省', 'provincial'],
    ['市', 'municipal'],
    ['县', 'county'],
  ];
  return signs.filter(([sign]) => phrase.includes(sign)).map(([, tier]) => tier);
}

/** Weeks from Monday to a Sunday of the month. */
function weeksEndingIn(month: string): { from: string; to: string }[] {
  const weeks = [];
  for (let to = weekEnd(firstDay(month)); to <= lastDay(month); to = addDays(to, 7)) weeks.push({ from: addDays(to, -6), to });
  return weeks;
}
