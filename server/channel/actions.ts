import { recordAudit } from '../audit/queries.ts';
import { mayAct } from '../identity/rights.ts';
import type { Context } from '../kernel/context.ts';
import { CountyDate } from '../kernel/dates.ts';
import { type Id, newId } from '../kernel/ids.ts';
import { refuse } from '../kernel/refusal.ts';
import { keyOf, type MediaTier, type Outlet, refusals, tierWords } from './channel.ts';
import { knownIn } from './known.ts';
import * as sql from './queries.ts';

type About = Pick<Outlet, 'kind' | 'groupName' | 'mainstream'>;
type Decision = { fromOn: CountyDate; tier: MediaTier | null; reason: string };
export type NewOutlet = About & { name: string; aliases: readonly string[]; tier: Decision | null };

/** Into the roster; without a decision an outlet is 待认定, and what appears there counts nothing. */
export async function addOutlets(context: Context, given: readonly NewOutlet[]): Promise<{ ids: Id<'outlet'>[] }> {
  if (!mayAct(context.actor, 'outlet.write', null)) refuse(refusals.mayNotKeep);
  const ids: Id<'outlet'>[] = [];
  for (const { name, aliases, tier, ...about } of given) {
    const id = newId<'outlet'>(context.now);
    await sql.insertOutlet(context, { id, name, ...about });
    await nameIt(context, id, name, false);
    for (const alias of aliases) await nameIt(context, id, alias, true);
    if (tier) await insertTier(context, id, tier);
    await recordAudit(context, {
      what: 'outlet.add',
      subjectId: id,
      version: 1,
      reason: `${name} ${tierWords(tier?.tier ?? null)}`,
    });
    ids.push(id);
  }
  return { ids };
}

/** The outlets of the usual list that the roster has not got yet, in force from the county's New Year. */
export async function addKnown(context: Context): Promise<{ ids: Id<'outlet'>[] }> {
  const have = new Set((await sql.listOutlets(context)).flatMap(({ name, aliases }) => [name, ...aliases]).map(keyOf));
  const fromOn = CountyDate.parse(`${context.day.slice(0, 4)}-01-01`);
  const missing = knownIn(context.county).filter(({ name }) => !have.has(keyOf(name)));
  return addOutlets(
    context,
    missing.map(({ tier, aliases, ...outlet }) => ({
      ...outlet,
      aliases: aliases.filter((alias) => !have.has(keyOf(alias))),
      tier: { fromOn, tier, reason: '照常见名录填入' },
    })),
  );
}

/** A row of its own from that day on; the rows before it stay as they were decided. */
export async function decideTier(context: Context, id: Outlet['id'], { version, ...decision }: Decision & { version: number }) {
  const outlet = await lockedOutlet(context, id, version);
  await insertTier(context, id, decision);
  await sql.saveOutlet(context, outlet);
  const reason = `${outlet.name} 自 ${decision.fromOn} ${tierWords(decision.tier)}：${decision.reason}`;
  await recordAudit(context, { what: 'outlet.tier', subjectId: id, version: version + 1, reason });
  return { id };
}

export async function addAlias(context: Context, id: Outlet['id'], { version, name }: { version: number; name: string }) {
  const outlet = await lockedOutlet(context, id, version);
  await nameIt(context, id, name, true);
  await sql.saveOutlet(context, outlet);
  await recordAudit(context, {
    what: 'outlet.alias',
    subjectId: id,
    version: version + 1,
    reason: `${outlet.name} 又名 ${name}`,
  });
  return { id };
}

/** The name stays: schemes find the carrier by it. */
export async function editOutlet(context: Context, id: Outlet['id'], { version, ...about }: About & { version: number }) {
  const outlet = await lockedOutlet(context, id, version);
  await sql.saveOutlet(context, { ...outlet, ...about });
  await recordAudit(context, { what: 'outlet.edit', subjectId: id, version: version + 1, reason: outlet.name });
  return { id };
}

async function lockedOutlet(context: Context, id: Outlet['id'], version: number): Promise<Outlet> {
  if (!mayAct(context.actor, 'outlet.write', null)) refuse(refusals.mayNotKeep);
  const outlet = (await sql.lockOutlet(context, id)) ?? refuse(refusals.noOutlet);
  if (outlet.version !== version) refuse(refusals.movedOn);
  return outlet;
}

async function nameIt(context: Context, id: Outlet['id'], name: string, alias: boolean) {
  if (keyOf(name) === '') refuse(refusals.noName);
  await sql.insertName(context, id, name, alias);
}

const insertTier = (context: Context, outletId: Outlet['id'], decision: Decision) =>
  sql.insertTier(context, { id: newId(context.now), outletId, ...decision });
