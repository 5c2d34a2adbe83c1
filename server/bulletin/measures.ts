import { addDays, addMonths, firstDay, lastDay, monthsBetween, periodPaidIn, perNames, weekEnd } from '../assessment/months.ts';
import type { MediaTier } from '../channel/channel.ts';
import { clausesOf, headingOf } from '../notice/outline/clauses.ts';
import type { Line } from '../notice/reading.ts';
import type { Campaign, PlannedDuty } from '../plan/plan.ts';
import { type Cover, covers } from './covers.ts';
import { byTier, type Figures, type UnitRow } from './figures.ts';

/** A numbered measure of the notice, with the duties that it puts on units or on the county. */
export type Measure = { no: number; title: string; duties: readonly PlannedDuty[] };
const [unrecorded, notDue, nobodys] = [covers.unrecorded.word, covers.notDue.word, covers.none.mark];
export type CoverCell = { state: Cover; words: string };

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
  const byUnit = Map.groupBy(counted, ({ unit }) => unit);
  const done = ({ unit }: UnitRow) => byUnit.get(unit)?.length ?? 0;
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

/** Each unit's state in a measure. What nothing records is said to be so, and is never a shortfall. */
export function coverIn(measure: Measure, { figures, campaigns }: About): (row: UnitRow) => CoverCell {
  const duties = measure.duties.filter(({ each }) => each === 'unit');
  if (duties.length === 0) return () => ({ state: 'none', words: nobodys });
  const kind = kindOf(measure, figures);
  if (kind === 'quota') {
    const quota = quotaIn(duties, figures);
    return (row) => quotaCell(row, quota, figures.running);
  }
  if (kind === 'media') return mediaCells(figures);
  if (kind === 'noted') return notedCells(measure, figures);
  if (duties.every((duty) => isLater(duty, figures.month))) return () => ({ state: 'notDue', words: notDue });
  if (!campaignTitle.test(measure.title)) return () => ({ state: 'unrecorded', words: unrecorded });
  return (row) => campaignCell(row, { figures, campaigns });
}

function quotaCell(row: UnitRow, quota: Quota | null, running: boolean): CoverCell {
  const done = quota?.done(row) ?? row.submitted;
  if (!quota) return { state: 'counted', words: `${done}篇` };
  const lack = quota.count - done;
  if (lack <= 0) return { state: 'done', words: `${done}篇 完成` };
  if (quota.settled && running) return { state: 'notDue', words: `${done}篇 未到期` };
  return quota.settled ? { state: 'short', words: `${done}篇 缺${lack}篇` } : { state: 'notDue', words: `${done}篇` };
}

function mediaCells({ adoptions }: Figures) {
  const own = Map.groupBy(
    adoptions.filter(({ attributes }) => attributes.tier !== 'county'),
    ({ unit }) => unit,
  );
  return ({ unit }: UnitRow): CoverCell => {
    const some = byTier(own.get(unit) ?? []).filter(({ count }) => count > 0);
    return { state: 'counted', words: some.map(({ tier, count }) => `${tier}${count}`).join('、') || '0条' };
  };
}

function notedCells({ no }: Measure, { standing, month }: Figures) {
  const own = Map.groupBy(
    standing.filter((fact) => fact.month === month && fact.attributes.measure === `${no}`),
    ({ unit }) => unit,
  );
  return ({ unit }: UnitRow): CoverCell => ({ state: 'counted', words: `${own.get(unit)?.length ?? 0}次` });
}

const isLater = ({ fromOn, toOn }: Pick<PlannedDuty, 'fromOn' | 'toOn'>, month: string) =>
  (toOn ?? fromOn ?? '') > lastDay(month);

/** A unit's campaign is due when its last day has come. */
function campaignCell({ unit }: UnitRow, { campaigns, figures }: About): CoverCell {
  const own = campaigns.filter(({ units }) => units.some(({ id }) => id === unit));
  if (own.length === 0) return { state: 'none', words: nobodys };
  const later = own.every((campaign) => isLater(campaign, figures.month));
  return later ? { state: 'notDue', words: notDue } : { state: 'unrecorded', words: unrecorded };
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
  const { month, today } = figures;
  const weeks = weeksEndingIn(month).filter(({ to }) => today === null || to < today);
  if (weeks.length === 0) return notDue;
  const taken = figures.standing.filter(({ kind, attributes: { tier } }) => kind === 'adoption' && tier && tiers.includes(tier));
  const told = weeks.filter(({ from, to }) => taken.some(({ day }) => day >= from && day <= to));
  return `本月${today === null ? '' : '已'}结束的${weeks.length}周中有${told.length}周做到`;
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
