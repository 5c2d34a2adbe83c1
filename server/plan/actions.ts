import { recordAudit } from '../audit/queries.ts';
import { workingCalendar } from '../calendar/calendar.ts';
import { calendarDays } from '../calendar/queries.ts';
import { addUnits } from '../identity/actions/unit.ts';
import type { UnitKind } from '../identity/identity.ts';
import { unitsByName } from '../identity/queries.ts';
import { mayAct } from '../identity/rights.ts';
import type { Context } from '../kernel/context.ts';
import { type Id, newId } from '../kernel/ids.ts';
import { refuse } from '../kernel/refusal.ts';
import { readNotice } from '../notice/notice.ts';
import type { Question, Reading } from '../notice/reading.ts';
import { differenceOf } from './difference.ts';
import { type Project, type ProjectRank, refusals } from './plan.ts';
import * as sql from './queries.ts';
import { type Answers, settled } from './settling.ts';

/** `keep` are repairs to leave undone, `asked` what decoding the file already asks. */
type Source = { text: string; year?: number | undefined; keep?: readonly string[] | undefined; asked?: readonly Question[] };

/** What the program reads in a notice, who of it the roster does not know, and how it differs from the year's plan. */
export async function read(context: Context, source: Source) {
  const reading = await readingOf(context, source);
  const plan = await sql.planOf(context, yearOf(reading, source) ?? -1);
  const difference = plan ? differenceOf(await sql.campaignsOf(context, plan.id), reading) : null;
  return { reading, text: source.text, newUnits: await unknownUnits(context, reading), difference };
}

async function readingOf(context: Context, { text, year, keep = [], asked = [] }: Source): Promise<Reading> {
  const calendar = workingCalendar(await calendarDays(context));
  return readNotice(text, { calendar, year: year ?? null, keep, asked });
}

const yearOf = ({ issuedOn }: Reading, { year }: Source) =>
  year ?? (issuedOn === null ? undefined : Number(issuedOn.slice(0, 4)));

async function unknownUnits(context: Context, { campaigns }: Reading): Promise<string[]> {
  const known = new Set((await unitsOfNames(context)).keys());
  return [...new Set(campaigns.flatMap(({ units }) => units.map(({ name }) => name)))].filter((name) => !known.has(name));
}

const unitsOfNames = async (context: Context) => new Map((await unitsByName(context)).map(({ name, unitId }) => [name, unitId]));

type Order = Source & { answers: Answers; newUnits: readonly { name: string; kind: UnitKind }[] };

/** The notice is read again here: what a browser sends back is the text and a person's answers, never a reading. */
export async function createPlan(context: Context, order: Order): Promise<{ id: Id<'plan'> }> {
  if (!mayAct(context.actor, 'plan.create', null)) refuse(refusals.mayNotCreate);
  const reading = settled(await readingOf(context, order), order.answers);
  const year = yearOf(reading, order) ?? refuse(refusals.noYear);
  if (reading.campaigns.length === 0) refuse(refusals.noCampaigns);
  if (await sql.planOf(context, year)) refuse(refusals.exists(year));
  if (order.newUnits.length > 0)
    await addUnits(
      context,
      order.newUnits.map((unit) => ({ ...unit, code: null, host: false, fromOn: reading.issuedOn ?? context.day })),
    );
  const missing = await unknownUnits(context, reading);
  if (missing.length > 0) refuse(refusals.unknownUnits(missing));
  const id = newId<'plan'>(context.now);
  const { title, issuer, number, issuedOn } = reading;
  await sql.insertPlan(context, {
    id,
    year,
    title: title ?? `${year} 年宣传方案`,
    issuer,
    number,
    issuedOn,
    source: order.text,
    keptRepairs: order.keep ?? [],
    answers: order.answers,
  });
  await insertCampaigns(context, id, reading);
  await insertDuties(context, id, reading);
  await recordAudit(context, { what: 'plan.create', subjectId: id, version: 1, reason: `${year} 年` });
  return { id };
}

async function insertCampaigns(context: Context, planId: Id<'plan'>, { campaigns }: Reading) {
  const names = [...new Set(campaigns.flatMap(({ projects }) => projects))];
  const projects = new Map(names.map((name) => [name, newId<'project'>(context.now)]));
  const units = await unitsOfNames(context);
  const made = campaigns.map((campaign) => ({ ...campaign, id: newId<'campaign'>(context.now) }));
  await sql.insertRows(
    context,
    'project',
    [...projects].map(([name, id], place) => ({ id, planId, place, name, version: 1 })),
  );
  await sql.insertRows(
    context,
    'campaign',
    made.map(({ id, no, theme, window, line }, place) => ({
      id,
      planId,
      place,
      no: `${no ?? place + 1}`,
      theme,
      line,
      precision: window.precision,
      fromOn: window.from,
      toOn: window.to,
      days: [...window.days],
      windowText: window.text,
    })),
  );
  const links = made.flatMap(({ id, projects: given }) =>
    unique(given).map((name, place) => ({ campaignId: id, projectId: projects.get(name), place })),
  );
  await sql.insertRows(context, 'campaign_project', links);
  const roles = made.flatMap(({ id, units: given }) =>
    firstOf(given.map(({ name, role }) => ({ unitId: units.get(name), role }))).map((unit, place) => ({
      campaignId: id,
      ...unit,
      place,
    })),
  );
  await sql.insertRows(context, 'campaign_unit', roles);
}

const unique = <T>(given: readonly T[]) => [...new Set(given)];
/** A unit that a row names twice stands in it once, in the role named first. */
const firstOf = <T extends { unitId: unknown }>(given: readonly T[]) =>
  given.filter(({ unitId }, place) => given.findIndex((other) => other.unitId === unitId) === place);

const insertDuties = (context: Context, planId: Id<'plan'>, { duties }: Reading) =>
  sql.insertRows(
    context,
    'duty',
    duties.map(({ what, count, per, each, due, clause, line, who }, place) => ({
      id: newId(context.now),
      planId,
      place,
      what,
      count,
      per,
      each,
      clause,
      line,
      who,
      fromOn: due?.from ?? null,
      toOn: due?.to ?? null,
      dueText: due?.text ?? null,
    })),
  );

export async function rankProject(
  context: Context,
  id: Project['id'],
  { version, rank }: { version: number; rank: ProjectRank | null },
) {
  if (!mayAct(context.actor, 'project.rank', null)) refuse(refusals.mayNotRank);
  const project = (await sql.lockProject(context, id)) ?? refuse(refusals.noProject);
  if (project.version !== version) refuse(refusals.movedOn);
  await sql.saveRank(context, { ...project, rank });
  await recordAudit(context, { what: 'project.rank', subjectId: id, version: version + 1, reason: rank ?? '' });
  return { id };
}
