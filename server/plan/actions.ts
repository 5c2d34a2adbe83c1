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
import { type Project, type ProjectRank, projectRanks, refusals } from './plan.ts';
import * as sql from './queries.ts';
import { rowsOf } from './rows.ts';
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

/** A million characters are read in about half a second, in which the server answers nobody else. */
const longestNotice = 1_000_000;

async function readingOf(context: Context, { text, year, keep = [], asked = [] }: Source): Promise<Reading> {
  if (text.length > longestNotice) refuse(refusals.tooLong);
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
  await addNewUnits(context, order, reading);
  const id = newId<'plan'>(context.now);
  await sql.insertPlan(context, { id, year, ...headOf(reading, year), ...sourceOf(order) });
  const rows = rowsOf(reading, { plan: id, units: await unitsOfNames(context), next: () => newId(context.now) });
  for (const [table, given] of Object.entries(rows)) await sql.insertRows(context, table as keyof typeof rows, given);
  await recordAudit(context, { what: 'plan.create', subjectId: id, version: 1, reason: `${year} 年` });
  return { id };
}

const headOf = ({ title, issuer, number, issuedOn }: Reading, year: number) => ({
  ...{ title: title ?? `${year} 年宣传方案`, issuer, number, issuedOn },
});
const sourceOf = ({ text, keep, answers }: Order) => ({ source: text, keptRepairs: keep ?? [], answers });

async function addNewUnits(context: Context, { newUnits }: Order, reading: Reading) {
  const fromOn = reading.issuedOn ?? context.day;
  const units = newUnits.map((unit) => ({ ...unit, code: null, host: false, fromOn }));
  if (units.length > 0) await addUnits(context, units);
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
