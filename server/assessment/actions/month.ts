import { calendarDays } from '../../calendar/queries.ts';
import type { Fact } from '../../fact/fact.ts';
import { factsOf } from '../../fact/queries.ts';
import type { Context } from '../../kernel/context.ts';
import { refuse } from '../../kernel/refusal.ts';
import { exportMonth, exportText, MonthExport, type MonthInput } from '../export.ts';
import { earliestTouched } from '../ledger.ts';
import { firstDay, lastDay, type Month } from '../months.ts';
import { exemptionsHeld } from '../queries/exemption.ts';
import { frozenExportUnscoped, schemeVersions, unitsOn } from '../queries.ts';
import { jsonOf, readValue } from '../reading.ts';
import { refusals } from '../refusals.ts';
import { covers } from '../scheme.ts';
import { rosterRows, schemeFrom, withHosts } from '../versions.ts';

type InCounty = Pick<Context, 'db' | 'county'>;

/** One month with everything that it came from: a locked one as it was frozen, an open one as it stands. Throws `Refused`. */
export async function monthExport(context: InCounty, month: Month): Promise<MonthExport> {
  const frozen = await frozenExportUnscoped(context, month);
  return frozen === undefined ? exportMonth(await inputOf(context, month)) : frozenMonth(frozen);
}

/** The bytes of the file. */
export async function monthText(context: InCounty, month: Month): Promise<string> {
  return (await frozenExportUnscoped(context, month)) ?? exportText(exportMonth(await inputOf(context, month)));
}

export const frozenMonth = (text: string) => readValue(MonthExport, jsonOf(text, '冻结的月份'), '冻结的月份');

type Ground = Awaited<ReturnType<typeof groundOf>>;

/** What a month stands on beside its facts, as rows. */
export async function groundOf(context: InCounty, month: Month) {
  const [versions, units, calendar, exempted] = await Promise.all([
    schemeVersions(context),
    unitsOn(context, lastDay(month)),
    calendarDays(context),
    exemptionsHeld(context),
  ]);
  return { versions, units, calendar, exempted };
}

const inputOf = async (context: InCounty, month: Month) => inputFrom(context, month, await groundOf(context, month));

/** What an open month is scored from. */
export async function inputFrom(
  context: InCounty,
  month: Month,
  { versions, units, calendar, exempted }: Ground,
  ledger: typeof ledgerTo | (() => Promise<readonly Fact[]>) = ledgerTo,
): Promise<MonthInput> {
  const schemes = versions.filter(({ fromOn }) => fromOn <= firstDay(month)).map(schemeFrom);
  if (!schemes.some((scheme) => covers(scheme, month))) refuse(refusals.noneAdopted(month));
  const facts = await ledger(context, month);
  const acted = new Set<string>(facts.flatMap(({ unit, attributes }) => [unit, ...Object.keys(attributes.shares ?? {})]));
  const hosts = units.filter(({ host }) => host).map(({ id }) => id);
  return {
    county: context.county,
    month,
    state: 'open',
    schemes: schemes.map((scheme) => withHosts(scheme, hosts)),
    units: units
      .filter(({ id, from }) => from <= lastDay(month) || acted.has(id))
      .flatMap((unit) => rosterRows(unit, schemes, exempted)),
    calendar,
    facts,
    evidence: [...new Set(facts.flatMap(({ evidence }) => evidence))].map((sha256) => ({ id: sha256, sha256 })),
  };
}

/** The facts of the year to the month's end, with the whole years of whatever months this one corrects. */
export async function ledgerTo(context: InCounty, month: Month): Promise<Fact[]> {
  const year = january(month);
  const facts = await factsOf(context, year, month);
  const first = january(earliestTouched(facts, month));
  return first < year ? factsOf(context, first, month) : facts;
}
export const january = (month: Month) => `${month.slice(0, 4)}-01`;
