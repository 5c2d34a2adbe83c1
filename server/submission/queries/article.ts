import { nameOn } from '../../identity/queries.ts';
import type { Context } from '../../kernel/context.ts';
import { day, flag, json, orNull, rows, text } from '../../kernel/rows.ts';
import {
  type Article,
  type ArticleReturn,
  type ArticleVersion,
  articleRow,
  type Signature,
  type Submission,
  signatureRow,
  submissionRow,
  versionRow,
} from '../submission.ts';

/** A unit sees all that is its own; the office what was ever handed in for review, and what a medium wrote. */
const articles = ({ db, county, onlyUnit, day }: Context, more = db``) => db`
  select a.id, a.unit_id, n.name as unit_name, a.origin, a.author_id, w.name as author_name, a.title, a.body, a.pictures, a.genre,
    a.project_id, p.name as project_name, a.campaign_id, c.theme, a.commission_id, a.state, a.level, a.version_no,
    h.made_by as handed_in_by, a.version, a.saved_at${more}
  from article a
  join person w on w.county_id = a.county_id and w.id = a.author_id
  join unit_name n on n.county_id = a.county_id and n.unit_id = a.unit_id and ${nameOn({ db, day })}
  left join article_version h on h.county_id = a.county_id and h.article_id = a.id and h.no = a.version_no
  left join project p on p.county_id = a.county_id and p.id = a.project_id
  left join campaign c on c.county_id = a.county_id and c.id = a.campaign_id
  where a.county_id = ${county}
    and (a.unit_id = ${onlyUnit} or ${onlyUnit}::uuid is null and (a.version_no > 0 or a.origin = 'medium'))`;

export async function article(context: Context, id: Article['id']): Promise<Article | undefined> {
  const [found] = await rows(context.db, articleRow)`${articles(context)} and a.id = ${id}`;
  return found;
}

/** Inside a document a time is text already. */
type Told<T> = { [K in keyof T]: T[K] extends Date ? string : T[K] };
const wholeRow = {
  ...articleRow,
  versions: json<readonly Told<ArticleVersion>[]>(),
  signatures: json<readonly Told<Signature>[]>(),
  returns: json<readonly Told<ArticleReturn>[]>(),
  submissions: json<readonly Told<Submission>[]>(),
};

/** With everything that happened to it, in one statement: the page that is opened most. */
export async function wholeArticle(context: Context, id: Article['id']) {
  const [found] = await rows(context.db, wholeRow)`${articles(context, happened(context))} and a.id = ${id}`;
  return found;
}

const happened = ({ db, county }: Context) => db`,
    (select coalesce(jsonb_agg(jsonb_build_object('no', v.no, 'title', v.title, 'body', v.body, 'pictures', v.pictures, 'genre', v.genre,
        'words', v.words, 'digest', v.digest, 'madeByName', m.name, 'madeOn', v.made_on, 'madeAt', v.made_at) order by v.no), '[]')
      from article_version v join person m on m.county_id = v.county_id and m.id = v.made_by
      where v.county_id = ${county} and v.article_id = a.id) as versions,
    (select coalesce(jsonb_agg(jsonb_build_object('versionNo', s.version_no, 'level', s.level, 'kind', s.kind, 'signerName', l.signer_name,
        'personId', l.person_id, 'sheet', l.sheet, 'recordedByName', r.name, 'note', s.note, 'mistakes', s.mistakes,
        'signedOn', s.signed_on, 'signedAt', s.signed_at) order by s.version_no, s.level, s.signed_at, s.kind desc), '[]')
      from signature s
      join review_level l on l.county_id = s.county_id and l.article_id = s.article_id and l.version_no = s.version_no and l.level = s.level
      left join person r on r.county_id = l.county_id and r.id = l.recorded_by
      where s.county_id = ${county} and s.article_id = a.id) as signatures,
    (select coalesce(jsonb_agg(jsonb_build_object('versionNo', b.version_no, 'level', b.level, 'reason', b.reason, 'byName', m.name,
        'returnedOn', b.returned_on, 'returnedAt', b.returned_at) order by b.id), '[]')
      from article_return b join person m on m.county_id = b.county_id and m.id = b.returned_by
      where b.county_id = ${county} and b.article_id = a.id) as returns,
    (select coalesce(jsonb_agg(jsonb_build_object('id', h.id, 'versionNo', h.version_no, 'submittedOn', h.submitted_on,
        'submittedAt', h.submitted_at, 'dueOn', h.due_on, 'lateFrom', h.late_from, 'firstOn', h.first_on, 'outcome', h.outcome, 'reason', h.reason, 'decidedByName', d.name, 'decidedOn', h.decided_on,
        'factId', h.fact_id) order by h.version_no), '[]')
      from submission h left join person d on d.county_id = h.county_id and d.id = h.decided_by
      where h.county_id = ${county} and h.article_id = a.id) as submissions`;

/** Locked, then read: had the locking statement to wait, its joined columns would still be the old ones. */
export async function lockArticle(context: Context, id: Article['id']): Promise<Article | undefined> {
  await context.db`select from article where county_id = ${context.county} and id = ${id} for update`;
  return article(context, id);
}

/** Of an article that the viewer was found to see. */
export const versionsUnscoped = ({ db, county }: Context, article: Article['id']): Promise<ArticleVersion[]> => rows(
  db,
  versionRow,
)`
  select v.no, v.title, v.body, v.pictures, v.genre, v.words, v.digest, m.name as made_by_name, v.made_on, v.made_at
  from article_version v
  join person m on m.county_id = v.county_id and m.id = v.made_by
  where v.county_id = ${county} and v.article_id = ${article} order by v.no`;

export const signaturesUnscoped = ({ db, county }: Context, article: Article['id']): Promise<Signature[]> => rows(
  db,
  signatureRow,
)`
  select s.version_no, s.level, s.kind, l.signer_name, l.person_id, l.sheet, r.name as recorded_by_name, s.note, s.mistakes,
    s.signed_on, s.signed_at
  from signature s
  join review_level l on l.county_id = s.county_id and l.article_id = s.article_id and l.version_no = s.version_no and l.level = s.level
  left join person r on r.county_id = l.county_id and r.id = l.recorded_by
  where s.county_id = ${county} and s.article_id = ${article} order by s.version_no, s.level, s.signed_at, s.kind desc`;

export const submissionsUnscoped = ({ db, county }: Context, article: Article['id']): Promise<Submission[]> => rows(
  db,
  submissionRow,
)`
  select s.id, s.version_no, s.submitted_on, s.submitted_at, s.due_on, s.late_from, s.first_on, s.outcome, s.reason, d.name as decided_by_name, s.decided_on, s.fact_id
  from submission s
  left join person d on d.county_id = s.county_id and d.id = s.decided_by
  where s.county_id = ${county} and s.article_id = ${article} order by s.version_no`;

/** What says by when the article was to come, and the day on which it first came. */
export async function dueGroundUnscoped({ db, county }: Context, { id: article, campaignId, commissionId }: Article) {
  const [found] = await rows(db, {
    toOn: orNull(day()),
    precision: orNull(text()),
    cancelled: flag(),
    dueOn: orNull(day()),
    lateFrom: orNull(day()),
    firstOn: orNull(day()),
  })`
    select c.to_on, c.precision, c.cancelled_on is not null as cancelled, m.due_on, m.late_from,
      (select min(s.submitted_on) from submission s where s.county_id = ${county} and s.article_id = ${article}) as first_on
    from (select 1) one
    left join campaign c on c.county_id = ${county} and c.id = ${campaignId}
    left join commission m on m.county_id = ${county} and m.id = ${commissionId} and m.state <> 'withdrawn'`;
  const { toOn = null, precision = null, cancelled = false, dueOn = null, lateFrom = null, firstOn = null } = found ?? {};
  const campaign = precision === null ? null : { toOn, precision, cancelled };
  return { commission: dueOn && lateFrom ? { dueOn, lateFrom } : null, campaign, firstOn };
}

/** Does the viewer see that this 约稿 was ordered from that unit? */
export async function isCommissionOf({ db, county, onlyUnit }: Context, commission: string, unit: Article['unitId']) {
  const [found] = await rows(db, { found: flag() })`
    select true as found from commission where county_id = ${county} and id = ${commission} and unit_id = ${unit}
      and (${onlyUnit}::uuid is null or unit_id = ${onlyUnit})`;
  return found !== undefined;
}

/** Whether the sheet was recorded before: that version, like every other, has its six acts, so it can only be another's. */
export async function isSheetOfAnother({ db, county }: Context, sheet: string): Promise<boolean> {
  const [found] = await rows(db, { found: flag() })`
    select true as found from review_level where county_id = ${county} and sheet = ${sheet} limit 1`;
  return found !== undefined;
}
