import type { Fact } from '../../fact/fact.ts';
import { nextMonth } from '../../fact/queries.ts';
import type { Context } from '../../kernel/context.ts';
import type { CountyDate } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { day, id, int, rows, text } from '../../kernel/rows.ts';
import { attributesOf, type Claim, type ClaimState, claimRow } from '../adoption.ts';
import { claimsSeen } from './claims.ts';
import { lastLocked, monthFor } from './places.ts';

export type Wanted = {
  state: ClaimState | null;
  unit: Claim['unitId'] | null;
  month: string | null; // of publication
  period: string | null; // in which it counts, or would once it is accepted
  outlet: string | null; // part of its name
  article: Claim['articleId'] | null;
  q: string | null; // part of a title
  before: Claim['id'] | null;
};
export const nothingWanted: Wanted = {
  ...{ state: null, unit: null, month: null, period: null, outlet: null, article: null, q: null, before: null },
};

/** Whatever its state. `open`: the first month that can still take facts. */
const matching = ({ db }: Context, { unit, month, period, outlet, article, q }: Wanted, open: string) => db`
    and (${unit}::uuid is null or c.unit_id = ${unit})
    and (${period}::text is null or c.state in ('pending', 'accepted')
      and coalesce(f.period, greatest(to_char(c.published_on, 'YYYY-MM') collate "C", ${open}::text collate "C")) = ${period})
    and (${month}::text is null or c.published_on >= (${month} || '-01')::date
      and c.published_on < (${month} || '-01')::date + interval '1 month')
    and (${outlet}::text is null or strpos(lower(coalesce(o.name, c.outlet_text)), lower(${outlet})) > 0)
    and (${article}::uuid is null or c.article_id = ${article})
    and (${q}::text is null or strpos(lower(c.title || ' ' || a.title), lower(${q})) > 0)`;

/** Newest first. */
export async function listClaims(context: Context, wanted: Wanted, limit: number): Promise<Claim[]> {
  const { state, before } = wanted;
  const open = await firstOpen(context);
  return rows(context.db, claimRow)`${claimsSeen(context)} ${matching(context, wanted, open)}
    and (${state}::text is null or c.state = ${state}) and (${before}::uuid is null or c.id < ${before})
    order by c.id desc limit ${limit}`;
}

/** How many of those that are wanted stand at each state; `undecided`: accepted while the outlet is 待认定, so without points. */
export async function countsLike(context: Context, wanted: Wanted) {
  const open = await firstOpen(context);
  return rows(context.db, { state: text<ClaimState>(), count: int(), undecided: int() })`
    select w.state, count(*)::int as count, count(*) filter (where w.state = 'accepted' and w.tier is null)::int as undecided
    from (${claimsSeen(context)} ${matching(context, wanted, open)}) w group by w.state`;
}

async function firstOpen(context: Context): Promise<string> {
  const locked = await lastLocked(context);
  return locked === null ? '' : nextMonth(locked);
}

/** What waits for verification, oldest first. */
export const pendingClaims = (context: Context, limit: number): Promise<Claim[]> => rows(context.db, claimRow)`
  ${claimsSeen(context)} and c.state = 'pending' order by c.id limit ${limit}`;

/** Accepted while the outlet was 待认定, which the roster has decided since: to be verified once more. */
export const claimsToReverify = (context: Context, limit: number): Promise<Claim[]> => rows(context.db, claimRow)`
  ${claimsSeen(context)} and c.state = 'accepted' and c.tier is null and t.tier is not null order by c.id limit ${limit}`;

/** How many claims stand at each state, of those that the viewer sees. */
export const countsByState = ({ db, county, onlyUnit }: Context) => rows(db, { state: text<ClaimState>(), count: int() })`
  select state, count(*)::int as count from claim
  where county_id = ${county} and (${onlyUnit}::uuid is null or unit_id = ${onlyUnit}) group by state`;

/** The articles of a unit that appeared somewhere, as a person looks for one: newest first. */
export const articlesToClaim = ({ db, county, onlyUnit }: Context, unit: Claim['unitId'], q: string | null, limit: number) =>
  rows(db, {
    id: id<'article'>(),
    title: text(),
    state: text<Claim['articleState']>(),
    claims: int(),
  })`
  select a.id, a.title, a.state,
    (select count(*)::int from claim c
      where c.county_id = ${county} and c.article_id = a.id and c.state in ('pending', 'accepted')) as claims
  from article a
  where a.county_id = ${county} and a.unit_id = ${unit} and a.title <> ''
    and (a.unit_id = ${onlyUnit} or ${onlyUnit}::uuid is null and (a.version_no > 0 or a.origin = 'medium'))
    and (${q}::text is null or strpos(lower(a.title), lower(${q})) > 0)
  order by a.id desc limit ${limit}`;

/** What the ledger should hold of this module: each accepted claim, with the day and the unit it counts for. */
export const factsDueUnscoped = ({
  db,
  county,
}: Pick<Context, 'db' | 'county'>): Promise<{ sourceId: Id<string>; unit: Claim['unitId']; day: CountyDate }[]> => rows(db, {
  sourceId: id<string>(),
  unit: id<'unit'>(),
  day: day(),
})`
  select id as source_id, unit_id as unit, published_on as day from claim
  where county_id = ${county} and state = 'accepted' order by id`;

/** What waits, as the unverified facts that it would become in that month. A locked month waits for nothing. */
export async function pendingFacts(context: Context, month: string): Promise<Fact[]> {
  const [pending, locked] = [await pendingClaims(context, 100_000), await lastLocked(context)];
  return pending
    .filter(({ publishedOn }) => monthFor(publishedOn, locked) === month)
    .map((claim) => ({
      ...{ id: claim.id as string as Fact['id'], unit: claim.unitId, kind: 'adoption', day: claim.publishedOn, period: month },
      ...{ verified: false, cancels: null, replaces: null, corrects: null },
      attributes: attributesOf(claim, claim.tierNow),
      evidence: claim.evidence,
    }));
}
