import type { MonthExport } from '../assessment/export.ts';
import type { Line } from '../notice/reading.ts';
import type { Campaign, Plan, PlannedDuty } from '../plan/plan.ts';
import type { DocumentInput } from '../render/document.ts';
import { type NamedList, namingKinds } from '../supervision/naming.ts';
import { type Bulletin, disclosures } from './bulletin.ts';
import { type Figures, figuresOf, groupsIn, type Running, type UnitRow } from './figures.ts';
import { countySentences, type Measure, measuresOf, type Quota, quotaIn } from './measures.ts';
import {
  adoptionTable,
  type Block,
  clauseTables,
  correctionTable,
  isQuiet,
  listedTable,
  measureTable,
  scoreTable,
} from './tables.ts';
import { digestWords, measuresNote, monthInWords, naming, objectionWords, overview, rulesNote } from './words.ts';

/** The year's plan and the notice that it was read from, line by line. */
export type Planned = {
  plan: Plan;
  duties: readonly PlannedDuty[];
  campaigns: readonly Campaign[];
  lines: readonly Line[];
  addressees: readonly string[];
};
/** What a paper says that is neither a figure nor the office's own words. */
export type Ground = { county: string; planned: Planned | null; lists?: readonly NamedList[] };
/** `objectUntil`: the last day on which the locked month may be contested; null while it is open. */
export type About = Ground & { given: MonthExport; running: Running | null; bulletin: Bulletin; objectUntil: string | null };

/** 通报 as a value: the notice's measures first, the scores second, the digest last. Every figure comes from the export. */
export function paperOf({ given, running, bulletin, county, planned, objectUntil, lists = [] }: About): DocumentInput {
  const figures = figuresOf(given, running);
  const office = planned?.plan.issuer ?? `${county}打好重点民生保障仗工作专班办公室`;
  const { number, issuedOn, disclosure } = bulletin;
  const open = given.state === 'open';
  const signed = open || issuedOn === null ? null : issuedOn;
  return {
    title: `关于${monthInWords(given.month)}重点民生实事\n宣传工作情况的通报`,
    marking: open ? '预览' : null,
    head: { issuer: `${office}文件`, number: open ? null : number },
    addressee: planned?.addressees[0] ?? '各责任单位',
    body: bodyOf({ given, bulletin, planned, objectUntil, lists }, figures),
    attachments: attachmentsOf(given, figures),
    signature: signed && { signer: office, date: signed },
    annotation: open ? null : disclosureWords[disclosure],
    imprint: signed && { issuer: office, date: signed },
  };
}

const disclosureWords = { ...disclosures, internal: '此件内部使用', onRequest: '此件依申请公开', public: '此件主动公开' };

type Told = Pick<About, 'given' | 'bulletin' | 'planned' | 'objectUntil'> & { lists: readonly NamedList[] };
function bodyOf({ given, bulletin, planned, objectUntil, lists }: Told, figures: Figures): Block[] {
  const source = planned ? `根据《${planned.plan.title}》要求，` : '';
  const measures = planned ? measuresOf(planned.duties, planned.lines) : [];
  return [
    ...paragraphs(`${source}现将${monthInWords(given.month)}重点民生实事宣传工作情况通报如下。`, bulletin.opening),
    heading('总体情况'),
    ...overview(figures).map(paragraph),
    ...measuresPart(measures, figures, planned),
    ...scoresPart(
      figures,
      quotaIn(
        measures.flatMap(({ duties }) => duties),
        figures,
      ),
    ),
    ...listsPart(lists),
    ...(given.state === 'locked' && objectUntil !== null ? [paragraph(objectionWords(objectUntil, figures))] : []),
    ...paragraphs(bulletin.closing),
  ];
}

/** Whom people settled to commend or criticise, each with the reason; nothing where nobody did. */
function listsPart(lists: readonly NamedList[]): Block[] {
  const told = lists.filter(({ units }) => units.length > 0);
  if (told.length === 0) return [];
  return [
    heading(told.map(({ kind }) => namingKinds[kind]).join('和')),
    ...told.flatMap(({ kind, rule, units }): Block[] => [
      {
        kind: 'table',
        caption: namingKinds[kind],
        columns: [
          { head: '单位', width: 2 },
          { head: '理由', width: 5 },
        ],
        rows: units.map(({ name, reason }) => [name, reason]),
      },
      note(`注：${namingKinds[kind]}：${rule}名单经专班确认。`),
    ]),
  ];
}

function measuresPart(measures: readonly Measure[], figures: Figures, planned: Planned | null): Block[] {
  const rows = figures.rows.filter(({ listed }) => !listed);
  if (measures.length === 0 || rows.length === 0) return [];
  const about = { figures, campaigns: planned?.campaigns ?? [] };
  return [
    heading('宣传措施完成情况'),
    measureTable(measures, rows, about),
    note(measuresNote),
    ...countySentences(measures, figures).map(paragraph),
  ];
}

function scoresPart(figures: Figures, quota: Quota | null): Block[] {
  const corrections = correctionTable(figures);
  const compared = groupsIn(figures)
    .map(({ name, rows }) => ({ name, rows: rows.filter(({ listed }) => !listed) }))
    .filter(({ rows }) => rows.length > 0);
  return [
    heading(figures.counts ? '得分和名次' : '报送和采用'),
    ...compared.flatMap(({ name, rows }) =>
      comparison(`${name}单位${figures.counts ? '得分' : '报送和采用'}情况`, rows, figures, quota),
    ),
    ...listedPart(figures.rows.filter(({ listed }) => listed)),
    ...(corrections ? [paragraph('以下更正只改以前月份的得分，不计入本月得分和名次。'), corrections] : []),
    note(rulesNote(figures)),
  ];
}

function comparison(caption: string, rows: readonly UnitRow[], figures: Figures, quota: Quota | null): Block[] {
  const names = figures.counts ? naming(rows, quota, figures.running) : [];
  return [...names.map(paragraph), scoreTable(caption, rows, figures)];
}

/** Townships and the host: who sent or placed something, by name; the others only as a number. */
function listedPart(listed: readonly UnitRow[]): Block[] {
  if (listed.length === 0) return [];
  const active = listed.filter(({ submitted, adoptions }) => submitted + adoptions > 0);
  const silent = listed.length - active.length;
  const quiet = active.length === 0 ? '本月都没有报送和采用' : `其中${silent}个本月没有报送和采用`;
  const who = `乡镇（街道、场）和专班办公室所在单位等${listed.length}个单位只列出、不排名`;
  const told = paragraph(silent > 0 ? `${who}，${quiet}。` : `${who}。`);
  return active.length > 0 ? [told, listedTable('只列出、不排名的单位', active)] : [told];
}

function attachmentsOf(given: MonthExport, figures: Figures): DocumentInput['attachments'] {
  const digest = [note(digestWords(given.state)), note(given.head)];
  return [
    ...(figures.counts
      ? [{ title: '得分一览表', landscape: true, body: [...clauseTables(figures), ...quietNote(figures)] }]
      : []),
    { title: '采用条目清单', body: [adoptionTable(given, figures), ...itemsNote(figures), ...digest] },
  ];
}

function quietNote({ rows }: Figures): Block[] {
  const quiet = rows.filter(isQuiet).length;
  return quiet > 0 ? [note(`注：另有${quiet}个只列出的单位没有得分和扣分，各项都是0，不再逐个列出。`)] : [];
}

const itemsNote = ({ counts }: Figures): Block[] =>
  counts ? [note('注：分值是这一条按细则的分值，封顶、去重、合作分成在附件1的条款里体现；计分条款写“—”的不计分。')] : [];

const heading = (text: string): Block => ({ kind: 'heading', level: 1, text });
const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
const note = (text: string): Block => ({ kind: 'note', text });
/** What a person typed, a paragraph for each line. */
const paragraphs = (...texts: string[]): Block[] =>
  texts
    .flatMap((text) => text.split('\n'))
    .filter((line) => line.trim() !== '')
    .map(paragraph);
