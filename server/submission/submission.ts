import type { CountyDate } from '../kernel/dates.ts';
import { refusal } from '../kernel/refusal.ts';
import { at, day, id, int, json, orNull, type RowOf, text } from '../kernel/rows.ts';
import type { PlannedDuty } from '../plan/plan.ts';

export const genres = { news: '动态', experience: '经验', problem: '问题建议', brief: '简讯' } as const;
export type Genre = keyof typeof genres;

/** `inReview` is told more exactly by the level whose turn it is. */
export const states = {
  draft: '草稿',
  returned: '退回修改',
  inReview: '审签中',
  submitted: '已报送',
  taken: '已留用',
  left: '未用',
  withdrawn: '已撤回',
  recorded: '媒体自采',
} as const;
export type ArticleState = keyof typeof states;
export const levels = { 1: '初审', 2: '复审', 3: '终审' } as const;
export const proofs = { 1: '一校', 2: '二校', 3: '三校' } as const;
export type Level = keyof typeof levels;

export const stateWords = ({ state, level }: Pick<Article, 'state' | 'level'>) =>
  level === null ? states[state] : `待${levels[level]}`;

/** An act on it in the audit: which article, and why. */
export const about = ({ title }: Pick<Article, 'title'>, why: string) => (why === '' ? `《${title}》` : `《${title}》：${why}`);

/** A picture of an article: a kept file and what it shows. */
export type Picture = { sha256: string; caption: string };

/** 稿件 as it is being written; what was handed on stands in its versions. */
export type Article = RowOf<typeof articleRow>;
export const articleRow = {
  id: id<'article'>(),
  unitId: id<'unit'>(),
  unitName: text(),
  origin: text<'unit' | 'medium'>(),
  authorId: id<'person'>(),
  authorName: text(),
  title: text(),
  body: text(),
  pictures: json<readonly Picture[]>(),
  genre: text<Genre>(),
  projectId: orNull(id<'project'>()),
  projectName: orNull(text()),
  campaignId: orNull(id<'campaign'>()),
  theme: orNull(text()),
  commissionId: orNull(id<'commission'>()),
  state: text<ArticleState>(),
  level: orNull(int() as number & { readonly value?: Level }),
  versionNo: int(), // of the last one handed in for review; 0: none yet
  handedInBy: orNull(id<'person'>()), // who did that
  version: int(),
  savedAt: at(),
};
export type Written = Pick<Article, 'title' | 'body' | 'pictures' | 'genre' | 'projectId' | 'campaignId' | 'commissionId'>;

/** What was handed in for review, as it stood then. */
export type ArticleVersion = RowOf<typeof versionRow>;
export const versionRow = {
  no: int(),
  title: text(),
  body: text(),
  pictures: json<readonly Picture[]>(),
  genre: text<Genre>(),
  words: int(),
  digest: text(),
  madeByName: text(),
  madeOn: day(),
  madeAt: at(),
};

export const signatureKinds = { review: '审读', proof: '校对' } as const;
export type SignatureKind = keyof typeof signatureKinds;

/** One of the six acts; on paper the signer is a name, `sheet` its scan and `recordedByName` who filed it (代录). */
export type Signature = RowOf<typeof signatureRow>;
export const signatureRow = {
  versionNo: int(),
  level: int() as number & { readonly value?: Level },
  kind: text<SignatureKind>(),
  signerName: text(),
  personId: orNull(id<'person'>()),
  sheet: orNull(text()),
  recordedByName: orNull(text()),
  note: text(),
  mistakes: orNull(int()),
  signedOn: day(),
  signedAt: at(),
};

/** Level 0 is the office; without a level the unit took it back itself. */
export type ArticleReturn = RowOf<typeof returnRow>;
export const returnRow = {
  versionNo: int(),
  level: orNull(int()),
  reason: text(),
  byName: text(),
  returnedOn: day(),
  returnedAt: at(),
};

/** By when it was to come, and when the article first came. */
export const came = { dueOn: orNull(day()), lateFrom: orNull(day()), firstOn: orNull(day()) };

/** 报送: a signed version handed to the office. */
export type Submission = RowOf<typeof submissionRow>;
export const submissionRow = {
  id: id<'submission'>(),
  versionNo: int(),
  submittedOn: day(),
  submittedAt: at(),
  ...came,
  outcome: orNull(text<'taken' | 'left' | 'returned' | 'withdrawn'>()),
  reason: text(),
  decidedByName: orNull(text()),
  decidedOn: orNull(day()),
  factId: id<'fact'>(),
};

export const refusals = {
  notFound: refusal('article.notFound', 404, '没有这篇稿件，请返回稿件列表。'),
  movedOn: refusal('article.movedOn', 409, '打开之后有人动过这篇稿件，请刷新看过再办。'),
  conflict: refusal('article.conflict', 409, '这篇稿件刚在别处存过，您写的还留在这里，请对照两边再存。'),
  mayNotWrite: refusal('article.mayNotWrite', 403, '稿件由本单位的人写，请找他们。'),
  notADraft: refusal('article.notADraft', 409, '稿件已经送审，不能再改；要改请先撤回。'),
  noPicture: refusal('article.noPicture', 422, '有图片没有传上来，请重新传这几张。'),
  notAPicture: refusal('article.notAPicture', 422, '配图只收 JPG、PNG、WebP 图片，请换一张。'),
  noProject: refusal('article.noProject', 422, '方案里没有这个项目，请重新选。'),
  noCampaign: refusal('article.noCampaign', 422, '方案里没有这场宣传，请重新选。'),
  noCommission: refusal('article.noCommission', 422, '没有发给本单位的这份约稿，请重新选。'),
  untitled: refusal('article.untitled', 422, '还没有标题，请写上再送审。'),
  noWords: refusal('article.noWords', 422, '正文还是空的，请写好再送审。'),
  uncaptioned: refusal('article.uncaptioned', 422, '有图片没写说明，请写上时间、地点、内容再送审。'),
  handedIn: refusal('article.handedIn', 409, '这篇稿件已经送审，请刷新看看到了哪一步。'),
  notInReview: refusal('article.notInReview', 409, '这篇稿件不在审签中，请刷新看看到了哪一步。'),
  notYourTurn: (level: Level, role: string) =>
    refusal('article.notYourTurn', 403, `现在是${levels[level]}、${proofs[level]}，由${role}签，请等他签完。`),
  notTheAuthor: refusal('article.notTheAuthor', 403, '您是作者，不能审自己的稿件，请别的同志审签。'),
  handedItIn: refusal('article.handedItIn', 403, '这一版是您送审的，不能自己审签，请别的同志审签，或先撤回、由作者送审。'),
  oneLevelOnly: refusal('article.oneLevelOnly', 403, '您已签了前一级，一个人不能签两级，请别的同志签这一级。'),
  namesake: refusal('article.namesake', 403, '您和作者或前一级审签人同名，分不清是不是一个人，请别的同志审签。'),
  heldBy: (name: string) => refusal('article.heldBy', 409, `这一级${name}已经在签，请由他签完。`),
  alreadySigned: refusal('article.alreadySigned', 409, '这一项已经签过了，请刷新看看。'),
  mayNotRecord: refusal('article.mayNotRecord', 403, '审签单由本单位信息员或专班办公室代录，请交给他们。'),
  partlySigned: refusal('article.partlySigned', 409, '已有人在系统里签了，请在系统里签完；要改用审签单，请先退回、重新送审。'),
  noSheet: refusal('article.noSheet', 422, '审签单的照片或扫描件没有传上来，请重新传。'),
  sheetUsed: refusal('article.sheetUsed', 422, '这张审签单已经代录在另一篇或另一版稿件上，请核对编码，传这一版自己的审签单。'),
  sameSigner: refusal('article.sameSigner', 422, '三级要由三个人签，请核对审签单上的姓名。'),
  authorSigned: refusal('article.authorSigned', 422, '审签人里有作者本人，这张审签单不作数；请换人审签。'),
  handerSigned: refusal('article.handerSigned', 422, '审签人里有送审的人，这张审签单不作数；请换人审签，或由作者送审。'),
  signedEarly: refusal('article.signedEarly', 422, '签字的日期早于送审或早于前一级，请核对审签单。'),
  signedLate: refusal('article.signedLate', 422, '签字的日期还没有到，请核对审签单。'),
  nothingToWithdraw: refusal('article.nothingToWithdraw', 409, '这篇稿件没有送审或报送，不用撤回。'),
  takenAlready: refusal('article.takenAlready', 409, '专班已经留用，单位不能自己撤回；确实要撤，请告诉专班办公室，由他们退回。'),
  mayNotDecide: refusal('submission.mayNotDecide', 403, '留用、不用和退回由专班办公室定，请找他们。'),
  notSubmitted: refusal('submission.notSubmitted', 409, '这篇稿件现在不在专班手里，请刷新看看到了哪一步。'),
  alreadyDecided: refusal('submission.alreadyDecided', 409, '已经是这样定的，不用再定。'),
} as const;

export const constraintRefusals = {
  review_level_one_person: refusals.oneLevelOnly,
  review_level_not_the_author: refusals.notTheAuthor,
  review_level_pkey: refusals.alreadySigned,
  signature_pkey: refusals.alreadySigned,
  article_version_pkey: refusals.handedIn,
  submission_version_once: refusals.handedIn,
  article_county_id_project_id_fkey: refusals.noProject,
  article_county_id_campaign_id_fkey: refusals.noCampaign,
};

const wide = '\\p{Script=Han}\\u2014\\u2018-\\u201d\\u2026\\u3001-\\u303f\\uff00-\\uffef';
const word = new RegExp(`[${wide}]|[^\\s${wide}]+`, 'gu');
/** 字数 as word processors count it: each Chinese character and mark is one, a run of letters or digits is one. */
export const wordsOf = (text: string) => text.match(word)?.length ?? 0;

/** How many articles the plan asks of each unit a month; null: it asks for none. */
export const monthlyQuota = (duties: readonly Pick<PlannedDuty, 'what' | 'count' | 'per' | 'each'>[]): number | null =>
  duties.find(({ what, count, per, each }) => count !== null && per === 'month' && each === 'unit' && /报送/.test(what))?.count ??
  null;

export const monthOf = (day: CountyDate) => day.slice(0, 7);
