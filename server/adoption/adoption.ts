import type { MediaTier } from '../channel/channel.ts';
import { type FactAttributes, forms, placements } from '../fact/fact.ts';
import type { CountyDate } from '../kernel/dates.ts';
import { refusal } from '../kernel/refusal.ts';
import { at, day, flag, id, int, json, orNull, type RowOf, text, texts } from '../kernel/rows.ts';
import type { ArticleState } from '../submission/submission.ts';

export const claimStates = { pending: '待核验', accepted: '已认定', refused: '已退回', withdrawn: '已撤回' } as const;
export type ClaimState = keyof typeof claimStates;

export type Form = keyof typeof forms;
export type Placement = keyof typeof placements;

/** What a claim says of one appearance in print or on air; all of it may be corrected. */
export type Fields = {
  outlet: string;
  publishedOn: CountyDate;
  title: string;
  form: Form;
  placement: Placement;
  words: number | null;
  link: string | null;
};

/** 认领: somebody's word that an article appeared somewhere, to be held against the evidence. */
export type Claim = RowOf<typeof claimRow>;
export const claimRow = {
  id: id<'claim'>(),
  unitId: id<'unit'>(),
  unitName: text(),
  host: flag(), // the unit in which the office sits
  articleId: id<'article'>(),
  articleTitle: text(),
  articleState: text<ArticleState>(),
  projectName: orNull(text()),
  theme: orNull(text()),
  outlet: text(), // under its name in the roster or, unknown there, as it was written
  outletId: orNull(id<'outlet'>()),
  groupName: orNull(text()),
  tierNow: orNull(text<MediaTier>()), // as the roster has it for the day of publication
  sinceNow: orNull(day()),
  publishedOn: day(),
  title: text(),
  form: text<Form>(),
  placement: text<Placement>(),
  words: orNull(int()),
  link: orNull(text()),
  state: text<ClaimState>(),
  claimedByName: text(),
  claimedOn: day(),
  decidedByName: orNull(text()),
  decidedOn: orNull(day()),
  reason: text(),
  factId: orNull(id<'fact'>()),
  reviewed: flag(), // an 异议复核 has put another in the fact's place, or none
  period: orNull(text()), // the month in which it counts
  tier: orNull(text<MediaTier>()), // as it was accepted
  evidence: texts(),
  vouchers: texts<string>(), // who claimed it or handed in more: none of them verifies it
  version: int(),
};

export const fieldsOf = ({ outlet, publishedOn, title, form, placement, words, link }: Fields): Fields => ({
  ...{ outlet, publishedOn, title, form, placement, words, link },
});

/** An act on it in the audit: which appearance, and what was said. */
export const about = ({ title, outlet, publishedOn }: Fields, ...told: readonly string[]) =>
  [`《${title}》${outlet} ${publishedOn}`, ...told].filter(Boolean).join('；');

type Counted = Pick<Claim, 'articleId' | 'groupName' | 'projectName' | 'theme'> & Fields;

/** What the ledger copies of an appearance. */
export function attributesOf(claim: Counted, tier: MediaTier | null): FactAttributes {
  const { articleId, title, outlet, groupName, form, placement, words, projectName, theme } = claim;
  return {
    ...{ article: articleId, title, carrier: outlet, tier, form, placement },
    ...(groupName === null ? {} : { outletGroup: groupName }),
    ...(words === null ? {} : { words }),
    ...(projectName === null ? {} : { project: projectName }),
    ...(theme === null ? {} : { campaign: theme }),
  };
}

export const stepWords = {
  claim: '认领',
  supplement: '补交',
  withdraw: '撤回',
  accept: '认定',
  correct: '更正后认定',
  refuse: '退回',
} as const;

/** What a step changed, as it had stood before. */
export type Was = Partial<Fields> & { tier?: MediaTier | null };
export type Step = RowOf<typeof stepRow>;
export const stepRow = {
  no: int(),
  what: text<keyof typeof stepWords>(),
  reason: text(),
  was: json<Was>(),
  byName: text(),
  doneOn: day(),
  doneAt: at(),
};

const fieldNames = {
  outlet: '载体',
  publishedOn: '刊发日期',
  title: '标题',
  form: '形态',
  placement: '版位',
  words: '字数',
  link: '链接',
} as const;

/** Those of the old fields that are no longer so. */
export function changed(before: Fields, after: Fields): Partial<Fields> {
  const names = Object.keys(fieldNames) as (keyof Fields)[];
  return Object.fromEntries(names.filter((name) => before[name] !== after[name]).map((name) => [name, before[name]]));
}

export function valueWords(fields: Partial<Fields>, name: keyof Fields): string {
  if (name === 'form') return fields.form ? forms[fields.form] : '';
  if (name === 'placement') return fields.placement ? placements[fields.placement] : '';
  return `${fields[name] ?? '无'}`;
}

/** '刊发日期 2023-10-26→2023-10-25；字数 无→800' */
export const changeWords = (was: Partial<Fields>, now: Fields) =>
  (Object.keys(was) as (keyof Fields)[])
    .filter((name) => name in fieldNames)
    .map((name) => `${fieldNames[name]} ${valueWords(was, name)}→${valueWords(now, name)}`)
    .join('；');

/** Told beside the button, before it is pressed. */
export const undecidedWords = (outlet: string) => `“${outlet}”层级待认定，认定下来先不计分；定级以后再核验一次，就按层级计。`;

const told = ({ unitName, title, outlet, publishedOn, claimedByName, state }: Claim) =>
  `${unitName}的《${title}》在${outlet} ${publishedOn} 的刊发，${claimedByName}已经认领（${claimStates[state]}）`;

export const refusals = {
  notFound: refusal('claim.notFound', 404, '没有这条认领，请返回列表。'),
  mayNotClaim: refusal('claim.mayNotClaim', 403, '采用由本单位的信息员或专班办公室认领，请找他们。'),
  mayNotVerify: refusal('claim.mayNotVerify', 403, '采用由专班办公室核验，请等他们办理。'),
  own: refusal('claim.own', 403, '这条是您认领或补交的，不能自己核验，请另一位核验人办理。'),
  hostUnit: refusal('claim.hostUnit', 403, '专班挂靠单位的认领，由专班分管领导核验。'),
  noArticle: refusal('claim.noArticle', 422, '这个单位没有这篇稿件，请重新选；媒体自己写的，请选“媒体自采”填标题。'),
  noEvidence: refusal('claim.noEvidence', 422, '还没有佐证：请至少交一份剪报、截图、PDF，或填网址。'),
  noFile: refusal('claim.noFile', 422, '有佐证没有传上来，请重新传这几份。'),
  future: refusal('claim.future', 422, '刊发日期还没有到，请核对日期。'),
  noOutlet: refusal('claim.noOutlet', 422, '载体里没有字，请写报刊、网站或账号的名称。'),
  twice: (other: Claim) => ({
    ...refusal('claim.twice', 409, `${told(other)}，不用再报；要补佐证请打开那一条。`),
    fields: { claim: other.id },
  }),
  justClaimed: refusal('claim.twice', 409, '同一篇稿件在同一天、同一家的刊发刚有人认领，请刷新列表看看那一条。'),
  reasonNeeded: refusal('claim.reasonNeeded', 422, '请写理由，单位看得到。'),
  nothingChanged: refusal('claim.nothingChanged', 422, '一处也没有改，请直接认定，或改好再更正。'),
  nothingAdded: refusal('claim.nothingAdded', 422, '没有改动，也没有新的佐证，请补上再交。'),
  sameAgain: refusal('claim.sameAgain', 409, '已经这样定了，没有要改的；要更正请改过再认定。'),
  wrongState: (state: ClaimState, verb: string) =>
    refusal('claim.wrongState', 409, `这条认领${claimStates[state]}，不能再${verb}，请返回列表。`),
  alreadyAccepted: refusal('claim.alreadyAccepted', 409, '这条已经认定，要改请专班办公室改变认定。'),
  movedOn: ({ state, decidedByName, reason }: Claim) =>
    refusal(
      'claim.movedOn',
      409,
      decidedByName === null
        ? `打开之后有人动过，现在${claimStates[state]}，请看过再办。`
        : `打开之后，${decidedByName}已定：${claimStates[state]}${reason && `，${reason}`}。请看过再办。`,
    ),
} as const;

export const constraintRefusals = { claim_once: refusals.justClaimed, claim_four_eyes: refusals.own };
