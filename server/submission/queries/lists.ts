import { nameOn } from '../../identity/queries.ts';
import type { Context } from '../../kernel/context.ts';
import type { CountyDate } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { at, day, id, int, orNull, rows, text } from '../../kernel/rows.ts';
import { type Article, type ArticleState, articleRow, came, type Genre } from '../submission.ts';

export type Wanted = {
  state: ArticleState | null;
  unit: Article['unitId'] | null;
  month: string | null; // of 报送
  late: boolean; // 迟报 only
  q: string | null; // part of a title, or the code of a 审签单
  before: Article['id'] | null;
};
export const nothingWanted: Wanted = { state: null, unit: null, month: null, late: false, q: null, before: null };

export type Listed = Awaited<ReturnType<typeof listArticles>>[number];
const listedRow = {
  id: id<'article'>(),
  unitId: id<'unit'>(),
  unitName: text(),
  authorName: text(),
  title: text(),
  genre: text<Genre>(),
  projectName: orNull(text()),
  theme: orNull(text()),
  state: text<ArticleState>(),
  level: articleRow.level,
  words: orNull(int()),
  submittedOn: orNull(day()),
  ...came,
  savedAt: at(),
};

const inMonth = ({ db, county }: Pick<Context, 'db' | 'county'>, month: string) => db`and exists (
  select from submission s where s.county_id = ${county} and s.article_id = a.id and s.version_no = a.version_no
    and s.submitted_on >= (${month} || '-01')::date and s.submitted_on < (${month} || '-01')::date + interval '1 month')`;
const cameLate = ({ db, county }: Pick<Context, 'db' | 'county'>) => db`and exists (
  select from submission s where s.county_id = ${county} and s.article_id = a.id and s.version_no = a.version_no
    and s.first_on >= s.late_from)`;
const bySheet = ({ db, county }: Pick<Context, 'db' | 'county'>, code: string) => db`length(${code}) >= 8 and exists (
  select from article_version v where v.county_id = ${county} and v.article_id = a.id and v.no = a.version_no
    and starts_with(v.digest, lower(replace(${code}, '-', ''))))`;

/** Newest first; only what was asked for is in the statement, so that its plan can be kept, and the page is chosen before anything is joined to it. While a draft is being rewritten, the office reads the title it was handed. */
export const listArticles = ({ db, county, onlyUnit, day: today }: Context, wanted: Wanted, limit: number) => {
  const { state, unit, month, late, q, before } = wanted;
  return rows(db, listedRow)`
  with page as (
    select county_id, id, unit_id, author_id, title, genre, project_id, campaign_id, state, level, version_no, saved_at from article a
    where county_id = ${county} and ${onlyUnit ? db`unit_id = ${onlyUnit}` : db`(version_no > 0 or origin = 'medium')`}
      ${unit ? db`and unit_id = ${unit}` : db``} ${state ? db`and state = ${state}` : db``} ${before ? db`and id < ${before}` : db``}
      ${month ? inMonth({ db, county }, month) : db``} ${late ? cameLate({ db, county }) : db``} ${q ? db`and (strpos(lower(title), lower(${q})) > 0 or ${bySheet({ db, county }, q)})` : db``}
    order by id desc limit ${limit})
  select a.id, a.unit_id, n.name as unit_name, w.name as author_name,
    case when ${onlyUnit}::uuid is null then coalesce(v.title, a.title) else a.title end as title, a.genre,
    p.name as project_name, c.theme, a.state, a.level, v.words, s.submitted_on, s.due_on, s.late_from, s.first_on, a.saved_at
  from page a
  join person w on w.county_id = ${county} and w.id = a.author_id
  join unit_name n on n.county_id = ${county} and n.unit_id = a.unit_id and ${nameOn({ db, day: today })}
  left join project p on p.county_id = ${county} and p.id = a.project_id
  left join campaign c on c.county_id = ${county} and c.id = a.campaign_id
  left join article_version v on v.county_id = ${county} and v.article_id = a.id and v.no = a.version_no
  left join submission s on s.county_id = ${county} and s.article_id = a.id and s.version_no = a.version_no
  order by a.id desc`;
};

/** How many of those that are wanted stand at each state, whatever state is wanted. */
export const countsLike = ({ db, county, onlyUnit }: Context, { unit, month, late, q }: Wanted) => rows(db, {
  state: text<ArticleState>(),
  count: int(),
})`
  select state, count(*)::int as count from article a
  where county_id = ${county} and (unit_id = ${onlyUnit} or ${onlyUnit}::uuid is null and (version_no > 0 or origin = 'medium'))
    ${unit ? db`and unit_id = ${unit}` : db``} ${month ? inMonth({ db, county }, month) : db``}
    ${late ? cameLate({ db, county }) : db``} ${q ? db`and (strpos(lower(title), lower(${q})) > 0 or ${bySheet({ db, county }, q)})` : db``}
  group by state`;

/** How many articles stand at each state, of those that the viewer sees. */
export const countsByState = ({ db, county, onlyUnit }: Context) => rows(db, { state: text<ArticleState>(), count: int() })`
  select state, count(*)::int as count from article
  where county_id = ${county} and (unit_id = ${onlyUnit} or ${onlyUnit}::uuid is null and (version_no > 0 or origin = 'medium'))
  group by state`;

/** 本月报送 of every unit that there was in the month, zero ones too; withdrawn and returned ones do not count. */
export const submittedByUnit = ({ db, county, onlyUnit, day: today }: Context, month: string) => rows(db, {
  unitId: id<'unit'>(),
  unitName: text(),
  submitted: int(),
  taken: int(),
  left: int(),
  late: int(),
})`
  select u.id as unit_id, n.name as unit_name, count(s.id)::int as submitted,
    count(s.id) filter (where s.outcome = 'taken')::int as taken, count(s.id) filter (where s.outcome = 'left')::int as left,
    count(s.id) filter (where s.first_on >= s.late_from)::int as late
  from unit u
  join unit_name n on n.county_id = u.county_id and n.unit_id = u.id and not n.alias
    and n.from_on <= greatest(${today}::date, u.from_on) and (n.to_on is null or n.to_on >= greatest(${today}::date, u.from_on))
  left join article a on a.county_id = u.county_id and a.unit_id = u.id
  left join submission s on s.county_id = a.county_id and s.article_id = a.id and (s.outcome is null or s.outcome in ('taken', 'left'))
    and s.submitted_on >= (${month} || '-01')::date and s.submitted_on < (${month} || '-01')::date + interval '1 month'
  where u.county_id = ${county} and (${onlyUnit}::uuid is null or u.id = ${onlyUnit})
    and u.from_on < (${month} || '-01')::date + interval '1 month' and (u.to_on is null or u.to_on >= (${month} || '-01')::date)
  group by u.id, u.host, u.kind, u.code, n.name
  order by u.host desc, u.kind = 'township', u.code nulls first, u.id`;

/** What waits at this level of the unit, without those that this person wrote, or holds another level of. */
export async function countToReview({ db, county, onlyUnit, actor }: Context, levels: readonly number[]): Promise<number> {
  const [found] = await rows(db, { count: int() })`
    select count(*)::int as count from article a
    where a.county_id = ${county} and a.unit_id = ${onlyUnit} and a.state = 'inReview' and a.level = any(${[...levels]}::int[])
      and a.author_id <> ${actor.id} and not exists (
        select from review_level l where l.county_id = ${county} and l.article_id = a.id and l.version_no = a.version_no
          and (l.level = a.level and l.person_id <> ${actor.id} or l.level <> a.level and l.person_id = ${actor.id}))`;
  return found?.count ?? 0;
}

/** What the ledger should hold of this module: each 报送 that stands, with the day and the unit it counts for. */
export const factsDueUnscoped = ({
  db,
  county,
}: Pick<Context, 'db' | 'county'>): Promise<{ sourceId: Id<string>; unit: Article['unitId']; day: CountyDate }[]> => rows(db, {
  sourceId: id<string>(),
  unit: id<'unit'>(),
  day: day(),
})`
  select s.id as source_id, a.unit_id as unit, s.submitted_on as day from submission s
  join article a on a.county_id = s.county_id and a.id = s.article_id
  where s.county_id = ${county} and (s.outcome is null or s.outcome in ('taken', 'left'))
  order by s.id`;

/** What came back to this person to be rewritten. */
export async function countToRevise({ db, county, actor }: Context): Promise<number> {
  const [found] = await rows(db, { count: int() })`
    select count(*)::int as count from article where county_id = ${county} and author_id = ${actor.id} and state = 'returned'`;
  return found?.count ?? 0;
}
