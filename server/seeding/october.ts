import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { verdicts } from '../adoption/may.ts';
import { outletKinds } from '../channel/channel.ts';
import { forms, placements } from '../fact/fact.ts';
import { filingKinds } from '../filing/filing.ts';
import { CountyDate } from '../kernel/dates.ts';
import { accepted, type Upload } from '../kernel/files.ts';
import { projectRanks } from '../plan/plan.ts';
import { type ElementKey, elementKeys, Value } from '../project/elements.ts';
import { settings } from '../settings.ts';
import { genres } from '../submission/submission.ts';
import { voucherKinds } from '../voucher/voucher.ts';

export const inDemo = (file: string) => join(settings.project, 'database/demo', file);
const keysOf = <K extends string>(words: Record<K, unknown>) => z.enum(Object.keys(words) as [K, ...K[]]);
const text = z.string().min(1);
const about = { project: text.nullable(), campaign: text.nullable() };

/** A unit and its people, in the order of the four roles; a township has a 信息员 only. */
const Cast = z.strictObject({ code: z.string(), name: z.string(), people: z.array(text).min(1).max(4) });

/** What the lead unit put on a project's fact sheet, and what the office made of it. */
const Fact = z.strictObject({
  element: z.enum(elementKeys as [ElementKey, ...ElementKey[]]),
  value: Value,
  from: CountyDate,
  source: text,
  clause: z.string().default(''),
  stated: CountyDate,
  entered: CountyDate,
  decided: z.strictObject({ day: CountyDate, agree: z.boolean(), reason: z.string() }).nullable(),
});
/** 月报: money in hundredths of 万元. */
const MonthlyReport = z.strictObject({
  month: z.string(),
  sent: CountyDate,
  figures: z.strictObject({
    ...{ measure: text, planned: z.int(), done: z.int() },
    ...{ moneyPlanned: z.int(), moneyArrived: z.int(), moneySpent: z.int() },
    result: z.string().endsWith('（演示数据）'),
  }),
  picture: text,
  decided: z.strictObject({ day: CountyDate, agree: z.boolean(), reason: z.string() }).nullable(),
});
/** A project whose lead the office has named; `unit` leads it. */
const Project = z.strictObject({
  project: text,
  unit: text,
  supports: z.array(text),
  rank: keysOf(projectRanks),
  assigned: CountyDate,
  facts: z.array(Fact),
  reports: z.array(MonthlyReport),
});

/** 送审 and the days on which the levels signed, the last of three hands it in; sent back by a level or by the office. */
const Round = z.strictObject({
  handIn: CountyDate,
  signed: z.array(CountyDate).max(3),
  returned: z
    .strictObject({ day: CountyDate, by: z.enum(['sectionHead', 'deputyHead', 'unitHead', 'office']), reason: text })
    .optional(),
  paper: z.strictObject({ sheet: text, signers: z.tuple([text, text, text]) }).optional(),
});
const Article = z.strictObject({
  key: text,
  unit: text,
  title: text,
  genre: keysOf(genres),
  ...about,
  commission: text.optional(),
  body: z.string().endsWith('（演示数据）'),
  /** What stood in its first version where `text` stands now. */
  earlier: z.strictObject({ text, was: text }).optional(),
  draft: CountyDate.optional(), // begun on that day and not handed in
  rounds: z.array(Round),
  office: z.strictObject({ day: CountyDate, decision: z.enum(['take', 'leave']), reason: z.string() }).nullable(),
  withdrawn: z.strictObject({ day: CountyDate, reason: text }).optional(),
});
const Commission = z.strictObject({
  key: text,
  unit: text,
  title: text,
  wishes: text,
  words: z.int(),
  ...about,
  ordered: CountyDate,
  due: CountyDate,
  missed: z.strictObject({ day: CountyDate, reason: text }).nullable(),
});
/** Without an article the medium wrote by itself. */
const Claim = z.strictObject({
  key: text,
  unit: text,
  article: text.nullable(),
  outlet: text,
  day: CountyDate,
  title: text,
  excerpt: text.optional(), // of what the medium wrote by itself
  form: keysOf(forms),
  placement: keysOf(placements),
  claimed: CountyDate,
  claimedAs: z.strictObject({ form: keysOf(forms).optional(), day: CountyDate.optional() }).optional(), // before the office put it right
  decided: z.strictObject({ day: CountyDate, decision: keysOf(verdicts), reason: z.string() }).nullable(),
  picture: text,
});

/** Scored and not ranked for a time, proposed by the office and not confirmed yet. */
const Exemption = z.strictObject({
  ...{ unit: text, proposed: CountyDate, from: CountyDate, to: CountyDate, reason: text, basis: text },
});

/** A 批示 or 差错 that the office enters, and what its second person made of it. */
const Entry = z.strictObject({
  key: text,
  unit: text,
  kind: keysOf(voucherKinds),
  day: CountyDate,
  grade: text,
  title: text,
  article: text.nullable(),
  words: z.string().endsWith('（演示数据）'),
  number: z.string(),
  entered: CountyDate,
  decided: z.strictObject({ day: CountyDate, agree: z.boolean(), reason: z.string() }).nullable(),
  picture: text,
});

/** 督办单 of the office on a matter of its own, and what the unit answered. */
const Order = z.strictObject({
  unit: text,
  colour: z.enum(['blue', 'orange']),
  matter: text,
  requirement: z.string().endsWith('（演示数据）'),
  issued: CountyDate,
  due: CountyDate,
  answer: z.strictObject({ day: CountyDate, text: z.string().endsWith('（演示数据）') }).nullable(),
});

/** One that nobody had heard of; the office puts it into the roster undecided. */
const Outlet = z.strictObject({ name: text, kind: keysOf(outletKinds), met: CountyDate });

/** By when the office wants these from every unit. */
const Term = z.strictObject({ kinds: z.array(keysOf(filingKinds)), set: CountyDate, due: CountyDate, source: text });

/** What a unit hands in together under the plan, and whether the office takes it. */
const Filing = z.strictObject({
  unit: text,
  filed: CountyDate,
  kinds: z.partialRecord(
    keysOf(filingKinds),
    z.strictObject({ day: CountyDate.optional(), words: text.optional(), leader: text.optional(), post: text.optional() }),
  ),
  decided: z.strictObject({ day: CountyDate, take: z.boolean(), reason: z.string() }).nullable(),
});

const Guidance = z.strictObject({
  lead: text,
  unit: text,
  set: CountyDate,
  notes: z.array(z.strictObject({ day: CountyDate, what: z.string().endsWith('（演示数据）'), by: text })),
});

/** A month of the demo county: who was there, what they wrote, ordered and claimed. */
const October = z.strictObject({
  about: text,
  units: z.array(Cast),
  notes: z.array(text).min(1),
  outlets: z.array(Outlet),
  projects: z.array(Project),
  commissions: z.array(Commission),
  articles: z.array(Article),
  claims: z.array(Claim),
  exemptions: z.array(Exemption),
  vouchers: z.array(Entry),
  orders: z.array(Order),
  terms: z.array(Term),
  filings: z.array(Filing),
  guidance: z.array(Guidance),
});
export type October = z.infer<typeof October>;
export type OctoberProject = October['projects'][number];
export type OctoberArticle = October['articles'][number];
export type OctoberClaim = October['claims'][number];
export type OctoberVoucher = October['vouchers'][number];
export type OctoberOrder = October['orders'][number];
export type OctoberTerm = October['terms'][number];
export type OctoberGuidance = October['guidance'][number];
export type OctoberFiling = October['filings'][number];
export type OctoberCommission = October['commissions'][number];

export const readOctober = async (): Promise<October> =>
  October.parse(JSON.parse(await readFile(inDemo('october.json'), 'utf8')));

/** A clipping, screenshot or signed sheet as somebody would have picked it; all are drawn by `draw-clippings.ts`. */
export const pictureNamed = async (name: string): Promise<Upload> => accepted(await readFile(inDemo(`clippings/${name}`)), name);
