import type { FactKind } from '../../fact/fact.ts';
import { nameOn } from '../../identity/queries.ts';
import type { Context } from '../../kernel/context.ts';
import { day, id, orNull, rows, text } from '../../kernel/rows.ts';
import { type FlagVerdict, flagVerdictRow } from '../flags/verdict.ts';
import type { Month } from '../months.ts';

type InCounty = Pick<Context, 'db' | 'county'>;

/** The last word on each flag of a month; a unit hears of its own that were upheld. */
export const lastVerdicts = ({ db, county, onlyUnit }: Context, month: Month): Promise<FlagVerdict[]> => rows(db, flagVerdictRow)`
  select v.id, v.month, v.flag, v.version, v.rule, v.unit_id, v.facts, v.seen, v.seen_by_unit, v.verdict, v.reason,
    p.name as judged_by_name, v.judged_on
  from flag_verdict v
  join person p on p.county_id = v.county_id and p.id = v.judged_by
  where v.county_id = ${county} and v.month = ${month}
    and (${onlyUnit}::uuid is null or v.unit_id = ${onlyUnit} and v.verdict = 'upheld')
    and not exists (
      select from flag_verdict l
      where l.county_id = ${county} and l.month = v.month and l.flag = v.flag and l.version > v.version)
  order by v.rule, v.unit_id, v.id`;

type New = Omit<FlagVerdict, 'judgedByName' | 'judgedOn'>;
export async function insertVerdict({ db, county, actor, day, now }: Context, { facts, ...given }: New): Promise<void> {
  const row = { countyId: county, ...given, facts: [...facts], judgedBy: actor.id, judgedOn: day, judgedAt: now };
  await db`insert into flag_verdict ${db(row)}`;
}

/** The bodies that were handed in last, by article: all units', for comparing; none of them is shown. */
export async function textsUnscoped({ db, county }: InCounty, articles: readonly string[]): Promise<Map<string, string>> {
  const found = await rows(db, { article: id<'article'>(), body: text() })`
    select distinct on (s.article_id) s.article_id as article, v.body
    from submission s
    join article_version v on v.county_id = s.county_id and v.article_id = s.article_id and v.no = s.version_no
    where s.county_id = ${county} and s.article_id = any(${[...articles]}::uuid[])
    order by s.article_id, s.version_no desc`;
  return new Map(found.map(({ article, body }) => [article, body]));
}

/** What flags rest on, as far as the viewer may see it: where it was recorded and what it is called. */
export const factsNamed = (context: Context, facts: readonly string[]) => rows(context.db, {
  id: id<'fact'>(),
  unitName: text(),
  kind: text<FactKind>(),
  day: day(),
  title: text(),
  carrier: text(),
  article: orNull(text()),
  sourceId: id<string>(),
})`
  select f.id, n.name as unit_name, f.kind, f.day, coalesce(f.attributes ->> 'title', '') as title,
    coalesce(f.attributes ->> 'carrier', '') as carrier, f.attributes ->> 'article' as article, f.source_id
  from fact f
  join unit_name n on n.county_id = f.county_id and n.unit_id = f.unit_id and ${nameOn(context)}
  where f.county_id = ${context.county} and f.id = any(${[...facts]}::uuid[])
    and (${context.onlyUnit}::uuid is null or f.unit_id = ${context.onlyUnit})
  order by f.day, f.id`;
export type FactNamed = Awaited<ReturnType<typeof factsNamed>>[number];
