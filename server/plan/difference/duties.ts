import type { Duty } from '../../notice/reading.ts';
import { dutyPeriods, type PlannedDuty } from '../plan.ts';

export type StandingDuty = Pick<PlannedDuty, 'id' | 'clause' | 'what' | 'who' | 'each' | 'per' | 'count' | 'fromOn' | 'toOn'>;
type Terms = Pick<StandingDuty, 'what' | 'who' | 'each' | 'per' | 'count' | 'fromOn' | 'toOn'>;

/** What a person may say to a changed duty instead: it stays as it is, or it stays and the other one is added beside it. */
export const dutyDecisions = { change: '照来文改', keep: '不改，照旧', apart: '不是同一项，另加一项' } as const;
export type DutyDecision = Exclude<keyof typeof dutyDecisions, 'change'>;
export type DutyDecisions = Readonly<Record<string, DutyDecision>>;

/** `place` is that in the reading. */
export type DutyDifference = {
  added: { place: number; what: string }[];
  changed: { place: number; id: PlannedDuty['id']; clause: string | null; what: string; was: string; is: string }[];
};

/** Which duties of another notice are new, and which change one of the plan: how many, how often, by when, who. */
export function dutyDifference(planned: readonly StandingDuty[], duties: readonly Duty[]): DutyDifference {
  const partners = partnersOf(planned, duties);
  const all = duties.map((duty, place) => ({ place, terms: termsOf(duty), old: partners.get(place) }));
  return {
    added: all.flatMap(({ place, terms, old }) => (old ? [] : [{ place, what: terms.what }])),
    changed: all.flatMap(({ place, terms, old }) =>
      old && isChange(old, terms)
        ? [{ place, id: old.id, clause: old.clause, what: old.what, was: wordsOf(old), is: wordsOf(terms) }]
        : [],
    ),
  };
}

/** The difference as a person has decided it; `change` is what he need not say. */
export function decided({ added, changed }: DutyDifference, decisions: DutyDecisions): DutyDifference {
  const apart = changed.filter(({ id }) => decisions[id] === 'apart');
  return {
    added: [...added, ...apart].sort((a, b) => a.place - b.place),
    changed: changed.filter(({ id }) => decisions[id] === undefined),
  };
}

const termsOf = ({ what, who, each, per, count, due }: Duty): Terms => ({
  ...{ what, who, each, per, count, fromOn: due?.from ?? null, toOn: due?.to ?? null },
});

type Match = (old: StandingDuty, duty: Duty) => boolean;
/** The surest first: word for word; the same act with another number or period; the same clause about nearly the same. */
const matches: readonly Match[] = [
  (old, duty) => plain(old.what) === plain(duty.what) && sameTerms(old, termsOf(duty)),
  (old, duty) => sameAct(old, duty) && old.per === duty.per,
  (old, duty) => sameAct(old, duty),
  (old, duty) => old.toOn !== null && duty.due !== null && likeness(handedIn(old), handedIn(duty)) >= 0.7,
  (old, duty) => old.clause !== null && old.clause === duty.clause && likeness(actOf(old), actOf(duty)) >= 0.5,
];

const sameAct: Match = (old, duty) => actOf(old).length > 1 && actOf(old) === actOf(duty);

function partnersOf(planned: readonly StandingDuty[], duties: readonly Duty[]): Map<number, StandingDuty> {
  const found = new Map<number, StandingDuty>();
  const free = new Set(planned);
  for (const match of matches) {
    for (const [place, duty] of duties.entries()) {
      const partner = found.has(place) ? undefined : [...free].find((old) => match(old, duty));
      if (partner && free.delete(partner)) found.set(place, partner);
    }
  }
  return found;
}

/** Another way of saying the same is no change: 不低于3篇, 不少于3篇. Of a duty without a number the words are all there is. */
const isChange = (old: StandingDuty, is: Terms) =>
  !sameTerms(old, is) || isOther(old.who, is.who) || (old.count === null && plain(old.what) !== plain(is.what));
const sameTerms = (a: Terms, b: Terms) =>
  a.each === b.each && a.per === b.per && a.count === b.count && a.fromOn === b.fromOn && a.toOn === b.toOn;
const isOther = (was: string | null, is: string | null) => was !== null && is !== null && plain(was) !== plain(is);

const plain = (text: string) => text.replace(/[\s，。、；：,.;:“”"]/g, '');
/** What is done, without who does it, how often, how many, and the words around a number: 每月报送信息数量不低于3篇 → 报送信息. */
function actOf({ what, who }: Pick<Duty, 'what' | 'who'>): string {
  const own = who !== null && what.includes(who) ? what.slice(what.indexOf(who) + who.length) : what;
  return plain(own)
    .replace(/每个?(?:半年|周|星期|月|季度?|年度?)|周周|月月|季季|年年|全年/g, '')
    .replace(/[0-9一二三四五六七八九十百两]+[篇条次个场期件份]|不得?[低少]于|至少|以上|数量|[要应须]/g, '');
}

/** 于12月20日前报送工作总结, 工作总结报送时间延期至12月28日前: both hand in the same. */
const handedIn = (duty: Pick<Duty, 'what' | 'who'>) =>
  actOf(duty)
    .replace(/[于在]?(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日|[上中下]旬|底)(?:之?前)?/g, '')
    .replace(/(?:的)?(?:时间|时限|期限)?(?:延期|推迟|提前|调整|延长|顺延|改)(?:至|到|为)|^请/g, '');

/** 0–1: how much of two texts is the same, by pairs of neighbouring characters. */
function likeness(a: string, b: string): number {
  const [left, right] = [pairsOf(a), pairsOf(b)];
  const shared = [...left].filter((pair) => right.has(pair)).length;
  return left.size + right.size === 0 ? 0 : (2 * shared) / (left.size + right.size);
}
const pairsOf = (text: string) =>
  new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)));

const owners = { unit: '各责任单位', county: '全县', outlet: '各媒体' } as const;
function wordsOf({ what, who, each, per, count, fromOn, toOn }: Terms): string {
  const often = per === null ? '' : `${dutyPeriods[per]}${count === null ? '' : ` ${count}`}`;
  const many = often || (count === null ? '' : `${count}`);
  const due = toOn ?? fromOn;
  return [who ?? owners[each], many, due === null ? '' : `期限 ${due}`, `“${what}”`].filter(Boolean).join('；');
}
