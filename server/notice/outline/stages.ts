import { readDates } from '../date/dates.ts';
import type { DateContext, DateItem } from '../date/item.ts';
import { numberOf } from '../date/numerals.ts';
import { dateQuestion, readWindows } from '../date/window.ts';
import { splitProjects } from '../part/projects.ts';
import { isOffice, splitUnits } from '../part/units.ts';
import type { Campaign, CampaignUnit, Question } from '../reading.ts';
import { type Clause, UNNUMBERED } from './clauses.ts';
import { monthless, withMonths } from './months.ts';

export type Stages = { campaigns: Campaign[]; questions: Question[]; lines: ReadonlySet<number> };

const LONGEST_OPENING = 70;
const stage = /阶段|宣传周|宣传月|宣传日|主题|专题|集中宣传|第.{1,2}[周期轮批]|专场/;
const periods: readonly DateItem['kind'][] = ['range', 'day', 'days', 'open'];
/** Words that say how long it all lasts rather than what is on. */
const outline = /^(?:分|共|为期|历时|总体|全程)|分.{1,4}阶段|[表图]$/;

/** Campaigns told in running text: 第一阶段（10月8日—20日）：…… or 10月8日至10日，开展“……”主题宣传，由甲牵头、乙配合。 */
export function stagesOf(printed: readonly Clause[], context: DateContext): Stages {
  const clauses = withMonths(printed);
  const found = clauses.flatMap((clause, index) => {
    const themes = themedIn(clause, context);
    return themes.length > 0 ? themes : (stageAt(clauses, index, context) ?? saidIn(clause, context));
  });
  const stages = found.filter(({ sure }) => sure || found.length >= 2);
  return {
    campaigns: stages.flatMap(({ campaigns }) => campaigns),
    questions: [...stages.flatMap(({ questions }) => questions), ...monthless(clauses)],
    lines: new Set(stages.flatMap(({ lines }) => lines)),
  };
}

type Stage = { campaigns: Campaign[]; questions: Question[]; lines: number[]; sure: boolean };

function stageAt(clauses: readonly Clause[], index: number, context: DateContext): Stage | null {
  const clause = clauses[index];
  if (!clause) return null;
  const opening = openingOf(clause.text);
  const [date, ...more] = readDates(opening, context).items.filter(({ start }) => start <= LONGEST_OPENING);
  if (!date || more.some(({ kind }) => kind === 'relative') || !isPeriod(date, opening)) return null;
  const theme = themeOf(clause.text, opening, date);
  const labels = labelled(clauses, index + 1);
  const body = [clause.text, ...labels.map(({ text }) => text)].join('；');
  const units = unitsIn(body);
  const sure = stage.test(opening) || units.length > 0;
  if (theme === '' || outline.test(theme) || byTable.test(opening.slice(date.end)) || (!sure && !/宣传|活动/.test(clause.text)))
    return null;
  const lastLine = Math.max(clause.lastLine, ...labels.map(({ lastLine }) => lastLine));
  const place = { line: clause.line, lastLine, windowLine: clause.line, notes: [] };
  const read = readWindows(wholeOf(opening, date, more), context);
  return {
    campaigns: read.map(({ window }) => ({ no: ordinalOf(clause), theme, projects: projectsIn(body), units, window, ...place })),
    questions: read.flatMap((each) => dateQuestion(each, clause.line, theme)),
    lines: [clause.line, ...labels.map(({ line }) => line)],
    sure,
  };
}

/** 10月16日至12月29日，按附件推进: what the table tells is not told again. */
const byTable = /^\s*[，,：:]?\s*(?:按照?|依照|根据)(?:附[件表]|.{0,4}[《“][^》”]*[》”]?.{0,12}表)|^[，,]\s*按(?:照)?附[件表]/;

/** 10月13日至17日、10月20日至24日: stretches that hang together in one bracket are the windows of one stage. */
function wholeOf(opening: string, first: DateItem, more: readonly DateItem[]): string {
  let last = first;
  for (const item of more) if (/^\s*[、和及]\s*$/.test(opening.slice(last.end, item.start))) last = item;
  return last === first ? first.text : opening.slice(first.start, last.end);
}

const themed =
  /^(?:其中|一是|二是|三是|四是|五是)?[，,：:]?\s*“([^”]{2,30})”(?:主题|专题|系列|专场)?(?:集中)?(?:宣传|活动)*\s*[，,]?\s*由?\s*(.+)$/;
const heldThen =
  /^(?:期间|前后|当[天日]|[一二两三四五\d]天|分\S{1,4}次)*(?:内)?(?:集中|统一|联合|组织)*(?:开展|举办|举行|进行|推出|组织)/;
/** 第一阶段……。“……”主题由甲牵头，乙配合，3月16日至20日开展，宣传……: the themes are the campaigns, the stage only holds them. */
const themedIn = (clause: Clause, context: DateContext): Stage[] =>
  clause.text.split(/[。；]/).flatMap((sentence) => themeIn(sentence, clause, context) ?? []);

function themeIn(sentence: string, clause: Clause, context: DateContext): Stage | null {
  const [, theme = '', rest = ''] = themed.exec(sentence.trim()) ?? [];
  const { items } = readDates(rest, context);
  const last = items.findLast(({ end }) => heldThen.test(rest.slice(end).replace(/^（[^）]*）/, '')));
  const first = last && items.find(({ start }) => /[，,]\s*(?:于|在)?$/.test(rest.slice(0, start)));
  if (!first || !last) return null;
  const units = splitUnits(byRole(rest.slice(0, first.start).replace(/[，,]\s*(?:于|在)?$/, '')));
  if (units.length === 0 || !units.every(({ name }) => isOffice(name))) return null;
  const [, projects = ''] = /[，,]\s*(?:重点|集中|主要)?宣传(?![周月日])(.+)$/.exec(rest.slice(last.end)) ?? [];
  const date = { ...first, text: rest.slice(first.start, last.end), end: last.end };
  return made(clause, context, { theme, projects: splitProjects(projects), units, date });
}

/** 县教育局于9月2日至6日开展……宣传，县融媒体中心配合: who stands first. Each sentence is a campaign of its own. */
const saidIn = (clause: Clause, context: DateContext) =>
  clause.text
    .split(/[。；]/)
    .map((sentence) => sentence.replace(adding, ''))
    .flatMap((sentence) => acted(sentence, clause, context) ?? timed(sentence, clause, context) ?? []);

/** 新增第6场：…… */
const adding = /^(?:新增|增加|增设|补充|新设)(?:一场|第[0-9一二三四五六七八九十]{1,3}[场期批])?\s*[:：]?\s*/;

function acted(sentence: string, clause: Clause, context: DateContext): Stage | null {
  const [date] = readDates(openingOf(sentence), context).items;
  const [, names = ''] = whoAt.exec(sentence.slice(0, date?.start)) ?? [];
  const act = sentence.slice(date?.end).replace(/^[，,\s]*(?:（[^）]*）)?/, '');
  const [, ...phrases] = act.split(/[，,]/);
  const units = [...splitUnits(byRole(names)), ...phrases.flatMap((phrase) => actingIn(phrase)?.units ?? [])];
  if (!date || !periods.includes(date.kind) || date.to === null || !held.test(act)) return null;
  if (units.length === 0 || !units.every(({ name }) => isOffice(name))) return null;
  return made(clause, context, { theme: themeAfter(sentence, act), projects: projectsIn(sentence), units, date });
}

const timeLast = /^(.*?)[，,]\s*(?:活动|宣传|开展)?时间(?:定?为|是|[:：])\s*(.+)$/;
/** “……”主题宣传，由甲牵头、乙配合，时间为10月8日至10日: the time comes last. */
function timed(sentence: string, clause: Clause, context: DateContext): Stage | null {
  const [, before = '', when = ''] = timeLast.exec(sentence) ?? [];
  const [date] = readDates(when, context).items;
  const units = unitsIn(before);
  if (!date || date.start > 0 || !periods.includes(date.kind) || units.length === 0 || !/宣传|活动|主题/.test(before))
    return null;
  return made(clause, context, { theme: themeAfter(before, before), projects: projectsIn(sentence), units, date });
}

type Said = Pick<Campaign, 'theme' | 'projects' | 'units'> & { date: DateItem };
function made(clause: Clause, context: DateContext, { date, ...said }: Said): Stage {
  const { line, lastLine } = clause;
  const place = { no: ordinalOf(clause), line, lastLine, windowLine: line, notes: [] };
  const read = readWindows(date.text, context);
  return {
    campaigns: read.map(({ window }) => ({ ...place, ...said, window })),
    questions: read.flatMap((each) => dateQuestion(each, line, said.theme)),
    lines: [line],
    sure: true,
  };
}
const whoAt = /^(?!根据|按照|经|为|现)([^，。；：]{2,60}?(?:，[^，。；：]{2,40}?配合)?)[，,]?(?:拟|定|计划)?[于在]\s*$/;
const held = /^(?:集中|重点|联合|组织|开展|举办|举行|进行|推出)[^，。；]*(?:宣传|宣讲|活动|主题)/;

/** The window comes first, or in the heading; a deadline is a stage only if it is called one. */
function isPeriod({ kind, start, text, to }: DateItem, opening: string): boolean {
  const ended = periods.includes(kind) && to !== null && !/^(?:全年|今年|本年度?|去年|当年|.{4}年度?)$/.test(text);
  const period = ended || ((kind === 'deadline' || kind === 'open') && /阶段/.test(opening));
  const bracketed = /[（(]\s*$/.test(opening.slice(0, start));
  const early = /^(?:第.{1,3}(?:阶段|周|期|轮|批)|[^，,]{0,12}阶段)?\s*[:：（(，,]?\s*(?:时间[:：])?$/.test(
    opening.slice(0, start),
  );
  return period && (bracketed || early);
}

function openingOf(text: string): string {
  const stop = text.search(/[。；]/);
  return text.slice(0, Math.min(stop === -1 ? text.length : stop, LONGEST_OPENING * 2));
}

/** What stands in quotation marks, before the brackets, or after the date, without the words that only introduce it. */
function themeOf(text: string, opening: string, { start, end }: DateItem): string {
  const before = opening
    .slice(0, start)
    .replace(/[（(]\s*(?:时间[:：])?$/, '')
    .replace(/^第.{1,3}(?:阶段|周|期|轮|批)\s*[:：，,]?\s*/, '');
  const after = opening.slice(end).replace(/^\s*[）)]?\s*[:：，,]?\s*/, '');
  const own = before.replace(/[:：，,\s]+$/, '').trim();
  return own === '' ? themeAfter(text, after) : own;
}

function themeAfter(text: string, after: string): string {
  const quoted = /(?:主题|专题|以|为|开展|“)[^。；]{0,8}?“([^”]{2,30})”|^“([^”]{2,30})”/.exec(after);
  const named = quoted?.[1] ?? quoted?.[2];
  const phrase = after.split(/[，,。；：:]/)[0] ?? '';
  const plain = (actingIn(phrase)?.act ?? phrase).replace(/^(?:为|是|集中|重点|组织|开展|进行|举办|宣传(?=.{3,}宣传))+/, '');
  return named ?? (plain.trim() || (/^第.{1,3}(?:阶段|周|期|轮|批)/.exec(text)?.[0] ?? ''));
}

const ordinal = /^第([0-9一二三四五六七八九十]{1,3})(?:阶段|周|期|轮|批|场)/;
/** 第二阶段 is 2, and so is （二） or 2. before a stage that does not count itself. */
const ordinalOf = ({ text, no, level }: Clause) =>
  numberOf(
    ordinal.exec(text)?.[1] ??
      (level < UNNUMBERED ? /([0-9]{1,3}|[一二三四五六七八九十]{1,3})[）)条]?$/.exec(no ?? '')?.[1] : undefined),
  );

const label = /^(?:(?:责任|牵头|配合|承办|协办|参与|主办)(?:单位|部门)|宣传(?:项目|内容)|(?:涉及|实事)?项目|时间)\s*[:：]/;
function labelled(clauses: readonly Clause[], start: number): Clause[] {
  let end = start;
  while (label.test(clauses[end]?.text ?? '')) end++;
  return clauses.slice(start, end);
}

/** 甲牵头、乙配合: the verb ends its group. */
const byRole = (names: string) => names.replaceAll(/(牵头|负责|承办|主办)、/g, '$1，');

/** 责任单位：甲、乙。 or 由甲牵头，乙、丙配合。 */
function unitsIn(body: string): CampaignUnit[] {
  const [found] = /(?:牵头|责任|主办|承办|配合|协办)(?:单位|部门)\s*[:：][^。]{2,200}/.exec(body) ?? [];
  if (found) return splitUnits(found.replace(/[；;，,]?\s*(?:宣传)?(?:项目|内容|时间)\s*[:：].*$/s, ''));
  const [, spoken] =
    /由\s*([^。；]{2,80}?(?:牵头|负责|承办|主办)(?:[，,、]\s*[^。；]{2,80}?(?:配合|协办|参与|协助))?)/.exec(body) ?? [];
  if (spoken) return splitUnits(byRole(spoken));
  return body.split(/[，,。；]/).flatMap((phrase) => actingIn(phrase)?.units ?? []);
}

const acting = /^\s*([^，,。；]{2,80}?)(牵头|负责|配合|协办|开展|组织|举办|宣传|制定|汇总|推出|集中|承办|进行)(.*)$/;
/** 甲局、乙局开展……: offices at the head of a phrase, and what they do. */
function actingIn(phrase: string): { units: CampaignUnit[]; act: string } | null {
  const [, names = '', verb = '', rest = ''] = acting.exec(phrase) ?? [];
  const units = splitUnits(/牵头|负责|配合|协办|承办/.test(verb) ? names + verb : names);
  return units.length > 0 && units.every(({ name }) => isOffice(name)) ? { units, act: rest.trim() } : null;
}

function projectsIn(body: string): string[] {
  const [, listed] = /(?:宣传项目|涉及项目|实事项目|项目|宣传内容)\s*[:：]\s*([^。；]{2,300})/.exec(body) ?? [];
  if (listed) return splitProjects(listed.replace(/[，,]?\s*(?:责任|牵头|配合)单位[:：].*$/, ''));
  const [, told] = /[。；，]\s*(?:主要|重点|集中)(?:讲|宣讲|讲解|解读|介绍|宣传)([^。；，,]{3,120})(?=[。；])/.exec(body) ?? [];
  return told ? splitProjects(told) : [];
}
