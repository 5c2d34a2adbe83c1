import type { LedgerFact } from '../../../server/assessment/ledger.ts';
import { addMonths, monthsBetween } from '../../../server/assessment/months.ts';
import type { RosterUnit } from '../../../server/assessment/roster.ts';
import type { FactAttributes, FactKind } from '../../../server/fact/fact.ts';

export type World = { units: RosterUnit[]; facts: LedgerFact[] };
export const months = monthsBetween('2023-01', '2023-12');

/** Always the same numbers. */
function dice(seed: number) {
  let state = seed;
  return (sides: number) => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return Math.floor((state / 4_294_967_296) * sides);
  };
}
type Dice = ReturnType<typeof dice>;

const outlets = [
  { tier: 'central', carrier: '人民日报' },
  ...Array.from({ length: 2 }, () => ({ tier: 'provincial', carrier: '红网' }) as const),
  ...Array.from({ length: 4 }, () => ({ tier: 'municipal', carrier: '邵阳日报' }) as const),
  ...Array.from({ length: 4 }, () => ({ tier: 'county', carrier: '县工作简报' }) as const),
  ...Array.from({ length: 4 }, () => ({ tier: 'county', carrier: '县政府门户网站' }) as const),
] as const;
const kinds: FactKind[] = [
  ...Array.from({ length: 18 }, () => 'submission' as const),
  ...Array.from({ length: 14 }, () => 'adoption' as const),
  ...Array.from({ length: 3 }, () => 'commission' as const),
  ...(['instruction', 'error', 'report', 'report', 'activity'] as const),
];
const pick = <T>(list: readonly T[], roll: Dice) => list[roll(list.length)] as T;

/** Articles are the unit's own, six a month; of a hundred facts one takes back or replaces one of the month before. */
function attributesOf(kind: FactKind, at: { unit: number; month: string; units: number }, roll: Dice): FactAttributes {
  const article = `${at.unit}-${at.month}-${roll(6)}`;
  if (kind === 'submission') return { article };
  if (kind === 'adoption') return { article, ...pick(outlets, roll), ...(roll(5) === 0 ? { form: 'repost' as const } : {}) };
  if (kind === 'instruction') return { rank: pick(['省领导', '市主要领导', '县领导'], roll) };
  if (kind === 'error') return { article, nature: pick(['失实', '瞒报', '错别字'], roll) };
  if (kind === 'activity') return { quantity: 1 + roll(60) };
  const dueOn = `${at.month}-20`;
  if (kind === 'commission') return { dueOn, deliveredOn: pick([`${at.month}-12`, `${at.month}-24`, null], roll) };
  const [own, other] = [`u${at.unit}`, `u${(at.unit + 1 + roll(at.units - 1)) % at.units}`];
  return roll(2) === 0 ? {} : { shares: { [own]: 3, [other]: 2 } };
}

export function worldOf(unitCount: number, factCount: number): World {
  const roll = dice(20231008);
  const units = Array.from({ length: unitCount }, (_, at): RosterUnit => {
    return { id: `u${at}`, name: `第${at}局`, group: at % 3 === 0 ? '乡镇' : '县直', from: '2023-01-01', to: null, exempt: [] };
  });
  const facts: LedgerFact[] = [];
  const open = new Map<string, LedgerFact[]>();
  for (let at = 0; at < factCount; at++) {
    const period = months[Math.floor((at * 12) / factCount)] ?? '';
    const last = open.get(addMonths(period, -1)) ?? [];
    const undone = last.length > 0 && roll(100) === 0 ? last.splice(roll(last.length), 1)[0] : undefined;
    facts.push(undone ? undoing(undone, at, period, roll) : factAt(at, period, unitCount, roll));
    if (!undone && facts.at(-1)?.verified) open.set(period, [...(open.get(period) ?? []).slice(-99), facts.at(-1) as LedgerFact]);
  }
  return { units, facts };
}

const idOf = (at: number) => `019${((at * 7919) % 1_000_003).toString(16).padStart(33, '0')}`;
function factAt(at: number, period: string, units: number, roll: Dice): LedgerFact {
  const [unit, kind] = [roll(units), pick(kinds, roll)];
  const day = `${period}-${String(1 + roll(28)).padStart(2, '0')}`;
  const attributes = attributesOf(kind, { unit, month: period, units }, roll);
  const verified = roll(50) > 0;
  return { id: idOf(at), unit: `u${unit}`, kind, day, period, verified, cancels: null, replaces: null, attributes, evidence: [] };
}

function undoing(fact: LedgerFact, at: number, period: string, roll: Dice): LedgerFact {
  const undo = { ...fact, id: idOf(at), period, verified: true };
  if (fact.kind !== 'adoption' || roll(2) === 0) return { ...undo, cancels: fact.id };
  return { ...undo, replaces: fact.id, attributes: { ...fact.attributes, ...pick(outlets, roll) } };
}
