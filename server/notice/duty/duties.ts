import type { DateContext } from '../date/item.ts';
import { isAppended, isBeside, isFormula, isLeadIn } from '../outline/boilerplate.ts';
import { type Clause, headingOf } from '../outline/clauses.ts';
import { type Duty, type Question, question } from '../reading.ts';
import { type Actor, actorOf } from './actor.ts';
import { asItNowIs } from './amended.ts';
import { type Due, dueIn, eachDue, isHandIn } from './due.ts';
import { type Quota, quotasIn } from './quota.ts';
import { isSlogan, type Sentence, sentencesOf } from './sentences.ts';

export type Duties = { duties: Duty[]; questions: Question[]; lines: ReadonlySet<number> };
type Told = { sentence: Sentence; actor: Actor; named: boolean; due: Due | null; quotas: Quota[] };

/** Sections that say what for and what about: they aim, and oblige nobody unless a number or a day is named. */
const aims = /目标|目的|意义|背景|思想|原则|重点|依据|总体要求|主要内容|宣传内容/;
const obliging = /要|应|须|必须|确保|保证|负责|做好|开展|组织|建立|制定|加强|强化|报送|利用|加大|拓展|设置|承担|纳入|发动|落实/;

/** What somebody has to do: per clause one duty for each kind of actor, and one for each number and each deadline. A stage is a campaign already. */
export function dutiesOf(clauses: readonly Clause[], context: DateContext, stages: ReadonlySet<number>): Duties {
  const handed = handedIn(clauses);
  const read = clauses
    .map((clause) => ({ clause, duties: dutiesIn(clause, context, stages.has(clause.line), handed.has(clause)) }))
    .filter(({ duties }) => duties.length > 0);
  return {
    duties: read.flatMap(({ duties }) => duties.map(({ duty }) => duty)),
    questions: read.flatMap(({ duties }) => duties.flatMap(({ questions }) => questions)),
    lines: new Set(read.map(({ clause }) => clause.line)),
  };
}

/** 总结阶段（11月30日前）: the deadline is the stage's own. */
const stageOpening = /^[^，,。；]{0,16}阶段\s*[（(:：]/;

type Made = { duty: Duty; questions: Question[] };

/** 各单位按下列时限报送材料：（一）名册，9月12日前: the verb stands once, above the list. */
function handedIn(clauses: readonly Clause[]): Set<Clause> {
  let over: Clause | null = null;
  return new Set(
    clauses.filter((clause) => {
      if (over && clause.level > over.level) return true;
      over = clause.parent && isLeadIn(clause.text) && /报送|上报|提交|报至|交至/.test(clause.text) ? clause : null;
      return false;
    }),
  );
}

function dutiesIn(clause: Clause, context: DateContext, stage: boolean, handed: boolean): Made[] {
  if (
    isLeadIn(clause.text) ||
    isBeside(clause.text) ||
    isFormula(clause.text) ||
    (clause.parent && sentencesOf(clause.text).length < 2)
  )
    return [];
  const told = tell(clause, context);
  const exact = told
    .filter(({ sentence }) => !(stage && stageOpening.test(sentence.text)))
    .flatMap((each) => exactDuties(clause, each, context, handed));
  const aiming = stage || isAppended(clause.text) || clause.no === null || aims.test(clause.section);
  return aiming ? exact : [...generalDuties(clause, told, exact), ...exact];
}

/** A sentence that names nobody goes on about the one before; the first speaks to whom the notice is addressed. */
function tell(clause: Clause, context: DateContext): Told[] {
  let actor: Actor = { each: 'unit', who: null };
  return sentencesOf(clause.text).map((sentence) => {
    const now = asItNowIs(sentence.text);
    const named = actorOf(sentence.text);
    actor = named ?? actor;
    return { sentence, actor, named: named !== null, due: dueIn(now, context), quotas: quotasIn(now) };
  });
}

function exactDuties(clause: Clause, { sentence, actor, due, quotas }: Told, context: DateContext, handed: boolean): Made[] {
  if (quotas.length > 0) {
    const counted = quotas.map((quota) => {
      const own = sentence.text.includes(quota.text) ? actorOf(quota.text) : null; // a borrowed 每个主题 names nobody
      return make(clause, sentence, own ?? actor, due, quota);
    });
    return [...beforeQuotas(clause, { sentence, actor }, context), ...counted];
  }
  if (!due || !(isHandIn(sentence.text, due) || (handed && due.window.from === null))) return [];
  const several = dueByPhrase(sentence, context);
  if (several.length < 2) return [make(clause, sentence, actor, due, null)];
  return several.map(({ text, due }) => make(clause, { ...sentence, text }, actor, due, null));
}

/** 每月15日前填报附表2，并附图片不少于2张: what is handed in is owed beside what goes with it. */
function beforeQuotas(clause: Clause, { sentence, actor }: Pick<Told, 'sentence' | 'actor'>, context: DateContext): Made[] {
  const [first = '', second = ''] = sentence.phrases;
  const due = /^\s*并?[同随]?附/.test(second) && quotasIn(first).length === 0 ? dueIn(first, context) : null;
  return due && isHandIn(first, due) ? [make(clause, { ...sentence, text: first }, actor, due, null)] : [];
}

/** 于3月28日前报送方案，并于1月10日前报送总结: each phrase that hands in by its own time is a duty. */
const dueByPhrase = ({ phrases }: Sentence, context: DateContext) =>
  phrases.flatMap((text) => {
    const due = dueIn(text, context);
    return due && isHandIn(text, due) ? (eachDue(text, context) ?? [{ text, due }]) : [];
  });

/** What is left when numbers and deadlines are told: one duty for each kind of actor that a sentence obliges. */
function generalDuties(clause: Clause, told: readonly Told[], exact: readonly Made[]): Made[] {
  const heading = headingOf(clause.text);
  const done = new Set<string>(exact.map(({ duty }) => duty.each));
  const said = told.filter(({ sentence }, index) => !(index === 0 && sentence.text === heading));
  const obliged = said.filter(({ sentence }) => obliging.test(sentence.text));
  const byActor = Map.groupBy(obliged.length > 0 ? obliged : said, ({ actor }) => actor.each);
  return [...byActor].flatMap(([each, [first, ...more]]) => {
    const best = [first, ...more].find((told) => told?.named) ?? first;
    return best && !done.has(each) ? [general(clause, best, heading)] : [];
  });
}

function general(clause: Clause, { sentence, actor, due }: Told, heading: string): Made {
  const made = make(clause, sentence, actor, due, null);
  const named = heading !== '' && !isSlogan(heading);
  return { ...made, duty: { ...made.duty, what: named ? heading : made.duty.what, count: named ? occasionsIn(heading) : null } };
}

/** 举办一次成果宣传: said once, meant once. */
const occasionsIn = (heading: string) => (/[开举召组设制打巩建办]\S{0,3}一[次场个]/.test(heading) ? 1 : null);

function make(clause: Clause, sentence: Sentence, actor: Actor, due: Due | null, quota: Quota | null): Made {
  const each = quota?.county || (quota?.per === 'year' && actor.who === null) ? 'county' : actor.each;
  const { line, no } = clause;
  const what = quota?.text ?? sentence.text.slice(Math.max(0, sentence.text.indexOf(actor.who ?? '')));
  const period = { count: quota ? timesOf(quota, due) : null, per: quota ? quota.per : periodOf(due) };
  const duty: Duty = {
    what,
    ...period,
    each,
    due: due?.window ?? null,
    clause: no,
    line,
    who: actor.who,
    sentence: sentence.text,
  };
  return { duty, questions: [...doubtsOf(duty, due), ...strange(duty, quota)] };
}

/** 每月10日、25日前各报送1篇: one by each of the days. */
function timesOf({ count, per, text }: Quota, due: Due | null): number | null {
  const [, days] = /^FREQ=MONTHLY;BYMONTHDAY=([\d,]+)$/.exec(due?.window.rule ?? '') ?? [];
  return count !== null && days && per === 'month' && /前?各/.test(text) ? count * days.split(',').length : count;
}

const frequencies = [
  [/^FREQ=WEEKLY(?!;INTERVAL)/, 'week'],
  [/^FREQ=MONTHLY;INTERVAL=3(?!\d)/, 'quarter'],
  [/^FREQ=MONTHLY(?!;INTERVAL)/, 'month'],
  [/^FREQ=YEARLY(?!;INTERVAL|;BYMONTH=\d+,)/, 'year'],
] as const;
/** 每月25日前报送台账 names no number, and still its period. */
const periodOf = (due: Due | null) => frequencies.find(([pattern]) => pattern.test(due?.window.rule ?? ''))?.[1] ?? null;

const doubtsOf = ({ line, what }: Duty, due: Due | null) =>
  due?.why
    ? [question('date', line, due.window.text, `“${what.slice(0, 24)}”的时限：${due.why}`, ['照建议的日子', '另填日子'])]
    : [];
const strange = ({ line, what }: Duty, quota: Quota | null) =>
  quota?.strange
    ? [
        question('duty', line, what, `“${quota.strange}”不是周、月、季、年，周期由人确定`, [
          '按月',
          '按季度',
          '按年',
          '不作为职责',
        ]),
      ]
    : [];
