import { recordAudit } from '../audit/queries.ts';
import { workingCalendar } from '../calendar/calendar.ts';
import { calendarDays } from '../calendar/queries.ts';
import { addUnits, nameUnit } from '../identity/actions/unit.ts';
import type { UnitKind } from '../identity/identity.ts';
import { listUnits, unitsByName } from '../identity/queries.ts';
import { mayAct } from '../identity/rights.ts';
import type { Context } from '../kernel/context.ts';
import { type Id, newId } from '../kernel/ids.ts';
import { refuse } from '../kernel/refusal.ts';
import type { WorkCalendar } from '../notice/date/calendar.ts';
import { readNotice } from '../notice/notice.ts';
import type { Question, Reading } from '../notice/reading.ts';
import { answered, settled } from './answering.ts';
import { withChanges } from './changes.ts';
import type { DutyDecisions } from './difference/duties.ts';
import { type Difference, differenceOf, isNothing, withDecisions } from './difference.ts';
import { withDoubts } from './doubts.ts';
import { type Campaign, type Plan, type Project, type ProjectRank, projectRanks, refusals } from './plan.ts';
import * as sql from './queries.ts';
import { type Ids, rowsOf, type Taken } from './rows.ts';
import type { Answers } from './settling.ts';
import { takenOf } from './taking.ts';

/**
 * `keep` are repairs to leave undone, `asked` what decoding the file already asks, `whole` that no line is half of another.
 * `reading` is what was read of it with all this beforehand, in a thread.
 */
type Source = {
  text: string;
  year?: number | undefined;
  keep?: readonly string[] | undefined;
  asked?: readonly Question[];
  whole?: boolean;
  reading?: Reading;
};

/** What the program reads in a notice, who of it the roster does not know, and the year's plan that it differs from. */
export async function read(context: Context, source: Source) {
  const calendar = await calendarDays(context);
  const printed = readingOf(source, workingCalendar(calendar));
  const plan = await sql.planOf(context, yearOf(printed, source) ?? -1);
  const planned = plan ? { ...plan, ...(await standing(context, plan.id)) } : null;
  const { reading: changed, calledOff } = withChanges(printed, planned?.campaigns ?? []);
  const reading = withDoubts(changed, planned?.campaigns ?? []);
  const names = Object.fromEntries(await rosterNames(context));
  return { reading, calledOff, text: source.text, newUnits: await unknownUnits(context, reading), planned, names, calendar };
}

async function standing(context: Context, plan: Plan['id']) {
  const [campaigns, duties] = await Promise.all([sql.campaignsOf(context, plan), sql.dutiesOf(context, plan)]);
  return { campaigns, duties };
}

const readingOf = ({ text, year, keep = [], asked = [], whole = false, reading }: Source, calendar: WorkCalendar): Reading =>
  reading ?? readNotice(text, { calendar, year: year ?? null, keep, asked, whole });

const yearOf = ({ issuedOn }: Reading, { year }: Source) =>
  year ?? (issuedOn === null ? undefined : Number(issuedOn.slice(0, 4)));

async function unknownUnits(context: Context, { campaigns }: Reading): Promise<string[]> {
  const known = new Set((await unitsOfNames(context)).keys());
  return [...new Set(campaigns.flatMap(({ units }) => units.map(({ name }) => name)))].filter((name) => !known.has(name));
}

const unitsOfNames = async (context: Context) => new Map((await unitsByName(context)).map(({ name, unitId }) => [name, unitId]));

/** Every name that a paper may use for a unit → the one that the roster has for it now. */
async function rosterNames(context: Context): Promise<Map<string, string>> {
  const [names, units] = await Promise.all([unitsByName(context), listUnits(context)]);
  const now = new Map(units.map(({ id, name }) => [id, name]));
  return new Map(names.map(({ name, unitId }) => [name, now.get(unitId) ?? name]));
}

/** A name on the paper that is a unit of the roster; it becomes one of its aliases. */
type Alias = { name: string; unitId: Id<'unit'>; version: number };
type Order = Source & {
  answers: Answers;
  newUnits: readonly { name: string; kind: UnitKind }[];
  aliases?: readonly Alias[] | undefined;
};

/** The notice is read again here: what a browser sends back is the text and a person's answers, never a reading. */
export async function createPlan(context: Context, order: Order): Promise<{ id: Id<'plan'> }> {
  if (!mayAct(context.actor, 'plan.create', null)) refuse(refusals.mayNotCreate);
  const calendar = workingCalendar(await calendarDays(context));
  const reading = settled(withDoubts(readingOf(order, calendar), []), order.answers, calendar);
  const year = yearOf(reading, order) ?? refuse(refusals.noYear);
  if (reading.campaigns.length === 0) refuse(refusals.noCampaigns);
  if (await sql.planOf(context, year)) refuse(refusals.exists(year));
  await addNewUnits(context, order, reading);
  const id = newId<'plan'>(context.now);
  await sql.insertPlan(context, { id, year, ...headOf(reading, year), ...sourceOf(order) });
  await fill(context, reading, {
    plan: id,
    amendment: null,
    projects: new Map(),
    places: { project: 0, campaign: 0, duty: 0 },
    version: 1,
  });
  await recordAudit(context, { what: 'plan.create', subjectId: id, version: 1, reason: `${year} 年` });
  return { id };
}

/** Fills the tables; campaigns that the plan has already come with their id and are changed. */
async function fill(context: Context, taken: Taken, ids: Omit<Ids, 'units' | 'next'>) {
  const { campaign, ...rows } = rowsOf(taken, { ...ids, units: await unitsOfNames(context), next: () => newId(context.now) });
  const old = new Set(taken.campaigns.map(({ id }) => id));
  await sql.insertRows(context, 'project', rows.project);
  await sql.insertRows(
    context,
    'campaign',
    campaign.filter(({ id }) => !old.has(id)),
  );
  for (const changed of campaign.filter(({ id }) => old.has(id))) await sql.saveCampaign(context, changed);
  await sql.insertRows(context, 'campaign_project', rows.campaign_project);
  await sql.insertRows(context, 'campaign_unit', rows.campaign_unit);
  await sql.insertRows(context, 'duty', rows.duty);
}

type Cancelled = { id: Campaign['id']; reason: string };
type Amending = Order & { version: number; cancelled: readonly Cancelled[]; duties?: DutyDecisions | undefined };

/** 补充通知: what it adds and changes is taken over in one act; what it no longer has stays, unless a person cancels it. */
export async function amendPlan(context: Context, order: Amending): Promise<{ id: Id<'plan'> }> {
  if (!mayAct(context.actor, 'plan.create', null)) refuse(refusals.mayNotCreate);
  const calendar = workingCalendar(await calendarDays(context));
  const printed = readingOf(order, calendar);
  const year = yearOf(answered(printed, order.answers, calendar), order) ?? refuse(refusals.noYear);
  const plan = (await sql.lockPlan(context, year)) ?? refuse(refusals.noPlan(year));
  if (plan.version !== order.version) refuse(refusals.movedOn);
  const planned = await standing(context, plan.id);
  const changed = withChanges(printed, planned.campaigns).reading;
  const reading = settled(withDoubts(changed, planned.campaigns), order.answers, calendar);
  await addNewUnits(context, order, reading);
  const names = await rosterNames(context);
  const whole = differenceOf(planned, reading, (printed) => names.get(printed) ?? printed);
  const difference = withDecisions(whole, order.duties ?? {});
  if (isNothing(difference, order.cancelled.length)) refuse(refusals.nothingNew);
  const versions = new Map(planned.campaigns.map((old) => [old.id, old.version + 1]));
  const id = newId<'amendment'>(context.now);
  await sql.insertAmendment(context, plan.id, { id, ...headOf(reading, year), ...sourceOf(order) });
  await cancelGone(context, difference, order.cancelled, versions);
  for (const { id } of difference.duties.changed) await sql.endDuty(context, id, plan.version);
  await fill(context, takenOf(reading, difference, planned, new Set(order.cancelled.map((each) => each.id))), {
    ...{ plan: plan.id, amendment: id, places: await sql.placesOf(context, plan.id), version: plan.version + 1 },
    projects: new Map((await sql.projectsOf(context, plan.id)).map((project) => [project.name, project.id])),
  });
  await recordAmendment(context, plan, difference, versions, order.cancelled.length);
  return { id: plan.id };
}

type Versions = ReadonlyMap<Campaign['id'], number>;
async function cancelGone(context: Context, { gone }: Difference, cancelled: readonly Cancelled[], versions: Versions) {
  for (const { id, reason } of cancelled) {
    const old = gone.find((each) => each.id === id) ?? refuse(refusals.movedOn);
    await sql.cancelCampaign(context, id, reason);
    await recordAudit(context, {
      what: 'campaign.cancel',
      subjectId: id,
      version: versions.get(id) ?? 1,
      reason: `第 ${old.no} 场 ${old.theme}：${reason}`,
    });
  }
}

async function recordAmendment(
  context: Context,
  plan: Plan,
  { added, changed, duties }: Difference,
  versions: Versions,
  cancelled: number,
) {
  for (const { id, no, theme, was, is } of changed) {
    await recordAudit(context, {
      what: 'campaign.change',
      subjectId: id,
      version: versions.get(id) ?? 1,
      reason: `第 ${no} 场 ${theme}：${was} → ${is}`,
    });
  }
  for (const { id, clause, what, was, is } of duties.changed) {
    const reason = `${clause ?? what.slice(0, 20)}：${was} → ${is}`;
    await recordAudit(context, { what: 'duty.change', subjectId: id, version: plan.version + 1, reason });
  }
  const ofDuties = `新增职责 ${duties.added.length} 项、改动职责 ${duties.changed.length} 项`;
  const counts = `新增 ${added.length} 场、改动 ${changed.length} 场、取消 ${cancelled} 场、${ofDuties}`;
  await recordAudit(context, { what: 'plan.amend', subjectId: plan.id, version: plan.version + 1, reason: counts });
}

const headOf = ({ title, issuer, number, issuedOn }: Reading, year: number) => ({
  ...{ title: title ?? `${year} 年宣传方案`, issuer, number, issuedOn },
});
const sourceOf = ({ text, keep, answers }: Order) => ({ source: text, keptRepairs: keep ?? [], answers });

async function addNewUnits(context: Context, { newUnits, aliases = [] }: Order, reading: Reading) {
  const fromOn = reading.issuedOn ?? context.day;
  const named = new Set(reading.campaigns.flatMap(({ units }) => units.map(({ name }) => name)));
  const units = newUnits.filter(({ name }) => named.has(name)).map((unit) => ({ ...unit, code: null, host: false, fromOn }));
  if (units.length > 0) await addUnits(context, units);
  const times = new Map<string, number>();
  for (const { name, unitId, version } of aliases) {
    const before = times.get(unitId) ?? 0; // what this act itself has added to the unit
    await nameUnit(context, unitId, { version: version + before, name, fromOn, alias: true });
    times.set(unitId, before + 1);
  }
  const missing = await unknownUnits(context, reading);
  if (missing.length > 0) refuse(refusals.unknownUnits(missing));
}

export async function rankProject(
  context: Context,
  id: Project['id'],
  { version, rank }: { version: number; rank: ProjectRank | null },
) {
  if (!mayAct(context.actor, 'project.rank', null)) refuse(refusals.mayNotRank);
  const project = (await sql.lockProject(context, id)) ?? refuse(refusals.noProject);
  if (project.version !== version) refuse(refusals.movedOn);
  await sql.saveRank(context, { ...project, rank });
  await recordAudit(context, {
    what: 'project.rank',
    subjectId: id,
    version: version + 1,
    reason: rank ? projectRanks[rank] : '待定',
  });
  return { id };
}
