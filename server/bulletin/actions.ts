import { rememberedDue, rememberedMonth } from '../assessment/actions/remembered.ts';
import { monthIsScored } from '../assessment/actions/sight.ts';
import type { MonthExport } from '../assessment/export.ts';
import { lastDay, monthOf } from '../assessment/months.ts';
import { monthLocks } from '../assessment/queries.ts';
import { recordAudit } from '../audit/queries.ts';
import { countyNow } from '../identity/queries.ts';
import { mayAct } from '../identity/rights.ts';
import type { Context } from '../kernel/context.ts';
import { newId } from '../kernel/ids.ts';
import { type Refusal, refuse } from '../kernel/refusal.ts';
import { mondayToFriday } from '../notice/date/calendar.ts';
import { readNotice } from '../notice/notice.ts';
import { daysOf } from '../objection/actions/ground.ts';
import { answered } from '../plan/answering.ts';
import { campaignsOf, dutiesOf, noticeOf, planOf } from '../plan/queries.ts';
import { type Document, documentOf } from '../render/document.ts';
import { namedListsIn } from '../supervision/actions/naming.ts';
import { type Bulletin, blank, type Disclosure, disclosures, numberOf, refusals } from './bulletin.ts';
import { figuresOf, type Running } from './figures.ts';
import { type CoverCell, countySentences, coverIn, type Kind, kindOf, type Measure, measuresOf } from './measures.ts';
import { type Ground, type Planned, paperOf } from './paper.ts';
import {
  bulletinOf,
  keptGroundUnscoped,
  lockBulletin,
  publicBulletins,
  saveDisclosure,
  saveTexts,
  type Texts,
} from './queries.ts';

/** What the day and the viewer do not change: who sees the month is decided before. */
type Looking = Pick<Context, 'db' | 'county' | 'day' | 'onlyUnit'>;
export type Drawn = { month: string; given: MonthExport; bulletin: Bulletin; document: Document };

/** The paper of a month that this viewer may see. Throws `Refused`. */
export async function drawn(context: Looking, month: string): Promise<Drawn> {
  if (month > monthOf(context.day)) refuse(refusals.noMonth);
  const found = await bulletinOf(context, month);
  if (!found && context.onlyUnit !== null) refuse(refusals.noMonth);
  const bulletin = found ?? blank(month);
  const [given, kept, { endsOn: objectUntil }] = await Promise.all([
    rememberedMonth(context, month),
    keptGroundUnscoped(context, month),
    daysOf(context, month),
  ]);
  const running = runningIn(given, context.day);
  const document = documentOf(paperOf({ given, running, bulletin, objectUntil, ...(kept ?? (await groundOf(context, month))) }));
  return { month, given, bulletin, document };
}

function runningIn(given: MonthExport, day: string): Running | null {
  const dues = rememberedDue(given, day);
  return dues && { dues, day };
}

/** The paper for everybody; undefined as long as it is not public. */
export async function drawnForAll(context: Looking, month: string): Promise<Drawn | undefined> {
  const open = (await publicBulletins(context)).some((bulletin) => bulletin.month === month);
  return open ? drawn({ ...context, onlyUnit: null }, month) : undefined;
}

async function groundOf(context: Looking, month: string): Promise<Ground> {
  const [county, planned, lists] = await Promise.all([
    countyNow(context),
    plannedOf(context, Number(month.slice(0, 4))),
    namedListsIn(context, month),
  ]);
  return { county: county?.name ?? '', planned, lists };
}

async function plannedOf(context: Looking, year: number): Promise<Planned | null> {
  const plan = await planOf(context, year);
  if (!plan) return null;
  const [duties, campaigns, notice] = await Promise.all([
    dutiesOf(context, plan.id),
    campaignsOf(context, plan.id),
    noticeOf(context, plan.id),
  ]);
  const printed = readNotice(notice?.source ?? '', { keep: notice?.keptRepairs ?? [] });
  const { lines, addressees } = answered(printed, notice?.answers ?? {}, mondayToFriday); // only its words are used, no days
  const standing = campaigns.filter(({ cancelledOn }) => cancelledOn === null);
  return { plan, duties, campaigns: standing, lines, addressees };
}

/** How each unit stands in the notice's measures, by the same rule as the 通报; a unit sees itself. Empty without a plan or a scheme. */
export async function measuresSeen(context: Context, month: string) {
  const { measures, units } = await measuresOwed(context, month);
  return { measures: Object.keys(units).length === 0 ? [] : measures.map(({ no, title }) => ({ no, title })), units };
}

type Owed = { measures: (Measure & { kind: Kind | null })[]; units: Record<string, CoverCell[]>; county: string[] };

/** The same with what each measure asks, and what the county itself owes; without a scheme nothing is counted, and `units` is empty. */
export async function measuresOwed(context: Context, month: string): Promise<Owed> {
  if (month > monthOf(context.day)) refuse(refusals.noMonth);
  const planned = await plannedOf(context, Number(month.slice(0, 4)));
  if (!planned) return { measures: [], units: {}, county: [] };
  const measures = measuresOf(planned.duties, planned.lines);
  const uncounted = measures.map((measure) => ({ ...measure, kind: null }));
  if (!(await monthIsScored(context, month))) return { measures: uncounted, units: {}, county: [] };
  const given = await rememberedMonth(context, month);
  const figures = figuresOf(given, runningIn(given, context.day));
  const covers = measures.map((measure) => coverIn(measure, { figures, campaigns: planned.campaigns }));
  const rows = figures.rows.filter(({ unit, listed }) => !listed && (context.onlyUnit === null || unit === context.onlyUnit));
  return {
    measures: measures.map((measure) => ({ ...measure, kind: kindOf(measure, figures) })),
    units: Object.fromEntries(rows.map((row) => [row.unit, covers.map((coverOf) => coverOf(row))])),
    county: countySentences(measures, figures),
  };
}

type Order = { month: string; version: number; opening: string; closing: string; number: string; issuedOn: Bulletin['issuedOn'] };

/** The office's words, and the number and day under which the month goes out. Throws `Refused`. */
export async function writeBulletin(context: Context, { month, version, ...order }: Order) {
  if (!mayAct(context.actor, 'bulletin.write', null)) refuse(refusals.mayNotWrite);
  if (month > monthOf(context.day)) refuse(refusals.noMonth);
  const bulletin = await lockBulletin(context, month);
  if (bulletin.version !== version) refuse(refusals.movedOn);
  if (bulletin.disclosure !== 'internal') refuse(refusals.isPublic);
  const texts = { opening: order.opening, closing: order.closing, ...(await registered(context, month, order)) };
  const ground = texts.number === null ? null : await groundOf(context, month);
  await saveTexts(context, bulletin, { ...texts, ground });
  await audit(context, 'bulletin.write', bulletin, texts.number ?? '预览');
  return { month, version: version + 1 };
}

async function registered(
  context: Context,
  month: string,
  order: Pick<Order, 'number' | 'issuedOn'>,
): Promise<Pick<Texts, 'number' | 'issuedOn'>> {
  const { issuedOn } = order;
  if (order.number.trim() === '' && issuedOn === null) return { number: null, issuedOn: null };
  if (!(await isLocked(context, month))) refuse(refusals.notLocked(month));
  if (order.number.trim() === '' || issuedOn === null) return refuse(refusals.together);
  const number = numberOf(order.number) ?? refuse(refusals.badNumber);
  if (issuedOn <= lastDay(month) || issuedOn > context.day) refuse(refusals.badDay(lastDay(month)));
  return { number, issuedOn };
}

const isLocked = async (context: Context, month: string) => (await monthLocks(context)).some((lock) => lock.month === month);

type Disclosing = { month: string; version: number; disclosure: Disclosure; checked: boolean; reason: string };

/** 公开属性: set by the lead who did not write the text, after he checked its secrecy; taken back with a reason. */
export async function discloseBulletin(context: Context, { month, version, disclosure, checked, reason }: Disclosing) {
  if (!mayAct(context.actor, 'bulletin.disclose', null)) refuse(refusals.mayNotDisclose);
  if (month > monthOf(context.day)) refuse(refusals.noMonth);
  const bulletin = await lockBulletin(context, month);
  if (bulletin.version !== version) refuse(refusals.movedOn);
  if (bulletin.disclosure === disclosure) refuse(refusals.same);
  if (disclosure === 'internal') {
    if (reason.trim() === '') refuse(refusals.noReason);
  } else {
    const why = whyNotOpen(context, bulletin);
    if (why) refuse(why);
    if (!checked) refuse(refusals.unchecked);
  }
  await saveDisclosure(context, bulletin, disclosure);
  await audit(context, 'bulletin.disclose', bulletin, `${disclosures[disclosure]}${reason.trim() && `：${reason.trim()}`}`);
  return { month, version: version + 1 };
}

/** What keeps a bulletin from being opened to others by this person. */
export function whyNotOpen({ actor }: Pick<Context, 'actor'>, { number, editedBy }: Bulletin): Refusal | null {
  if (number === null) return refusals.unfinished; // only a locked month has one
  return editedBy === actor.id ? refusals.ownText : null;
}

const audit = (context: Context, what: string, { month, version }: Bulletin, reason: string) =>
  recordAudit(context, { what, subjectId: newId(context.now), version: version + 1, reason: `${month} ${reason}` });
