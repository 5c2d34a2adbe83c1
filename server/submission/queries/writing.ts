import type { Context } from '../../kernel/context.ts';
import type { CountyDate } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Article, ArticleReturn, ArticleVersion, Level, Signature, Submission, Written } from '../submission.ts';

type Begun = Written & Pick<Article, 'id' | 'unitId' | 'origin' | 'state'>;
export function insertArticle({ db, county, actor, now }: Context, { pictures, ...begun }: Begun) {
  const row = { countyId: county, ...begun, pictures: db.json(pictures as never), authorId: actor.id };
  return db`insert into article ${db({ ...row, level: null, versionNo: 0, version: 1, createdAt: now, savedAt: now })}`;
}

/** What was typed. The version it was typed on is looked at again: nobody had to be kept waiting for it. */
export async function saveWritten(
  { db, county, now }: Context,
  { id, version }: Pick<Article, 'id' | 'version'>,
  { pictures, ...written }: Written,
): Promise<boolean> {
  const row = { ...written, pictures: db.json(pictures as never), savedAt: now, version: version + 1 };
  const { count } = await db`
    update article set ${db(row)} where county_id = ${county} and id = ${id} and version = ${version}`;
  return count > 0;
}

type Standing = Pick<Article, 'id' | 'state' | 'level' | 'versionNo' | 'version'>;
export async function saveStanding({ db, county }: Context, { id, state, level, versionNo, version }: Standing): Promise<void> {
  await db`
    update article set ${db({ state, level, versionNo, version: version + 1 })} where county_id = ${county} and id = ${id}`;
}

type NewVersion = Pick<ArticleVersion, 'no' | 'title' | 'body' | 'pictures' | 'genre' | 'words' | 'digest'>;
export async function insertVersion(
  { db, county, actor, day, now }: Context,
  articleId: Article['id'],
  { pictures, ...version }: NewVersion,
): Promise<void> {
  const row = { countyId: county, articleId, ...version, pictures: db.json(pictures as never) };
  await db`insert into article_version ${db({ ...row, madeBy: actor.id, madeOn: day, madeAt: now })}`;
}

type Holder = {
  articleId: Article['id'];
  versionNo: number;
  level: Level;
  signer: string;
  signerName: string;
  personId: Signature['personId'];
  authorId: Article['authorId'];
  sheet: string | null;
  recordedBy: Context['actor']['id'] | null;
};
/** Who holds the level, from the first of his two acts on. */
export async function insertLevel({ db, county }: Context, holder: Holder): Promise<void> {
  await db`insert into review_level ${db({ countyId: county, ...holder })}`;
}

type Act = { articleId: Article['id'] } & Pick<Signature, 'versionNo' | 'level' | 'kind' | 'note' | 'mistakes' | 'signedOn'>;
export async function insertSignatures({ db, county, now }: Context, acts: readonly Act[]): Promise<void> {
  await db`insert into signature ${db(acts.map((act) => ({ countyId: county, ...act, signedAt: now })))}`;
}

type NewReturn = { id: Id<'articleReturn'>; articleId: Article['id'] } & Pick<ArticleReturn, 'versionNo' | 'level' | 'reason'>;
export async function insertReturn({ db, county, actor, day, now }: Context, given: NewReturn): Promise<void> {
  await db`insert into article_return ${db({ countyId: county, ...given, returnedBy: actor.id, returnedOn: day, returnedAt: now })}`;
}

type NewSubmission = Pick<Submission, 'id' | 'versionNo' | 'factId' | 'dueOn' | 'lateFrom' | 'firstOn'> & {
  articleId: Article['id'];
  submittedOn: CountyDate;
};
export async function insertSubmission({ db, county, now }: Context, given: NewSubmission): Promise<void> {
  await db`insert into submission ${db({ countyId: county, ...given, submittedAt: now, reason: '' })}`;
}

/** What became of it: the office's decision, or that the unit took it back. */
export async function saveOutcome(
  { db, county, actor, day, now }: Context,
  { id, outcome, reason }: Pick<Submission, 'id' | 'outcome' | 'reason'>,
): Promise<void> {
  const row = { outcome, reason, decidedBy: actor.id, decidedOn: day, decidedAt: now };
  await db`update submission set ${db(row)} where county_id = ${county} and id = ${id}`;
}
