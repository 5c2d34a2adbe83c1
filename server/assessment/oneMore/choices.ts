import { mediaTiers } from '../../channel/channel.ts';
import { type FactAttributes, type FactKind, factKinds } from '../../fact/fact.ts';
import { concerns } from '../clauses/whom.ts';
import type { LedgerFact } from '../ledger.ts';
import type { Scheme } from '../scheme.ts';
import { labelOf, type Where } from '../selection.ts';
import { keysOf } from '../shapes.ts';
import { type Sort, sortsIn } from './sorts.ts';

/** One more of something; `label` is also what the address calls it. */
export type Choice = { label: string; kind: FactKind; attributes: FactAttributes };
type About = { unit: string; group: string; day: string; facts: readonly LedgerFact[] };

export const mostChoices = 60;
const tiers = keysOf(mediaTiers);
/** What every unit asks about, also where the scheme gives nothing for it. */
const plain: readonly Sort[] = [
  { kind: 'submission', where: {} },
  { kind: 'adoption', where: {} },
];

/** Every sort of fact that the scheme tells apart for this unit, today and in time: first the plain ones, then the particular. */
export function choicesOf(scheme: Scheme, about: About): Choice[] {
  const own = scheme.clauses.filter((clause) => concerns(clause, about));
  const sorts = own.flatMap(sortsIn).filter(({ where }) => isToday(where, about.day));
  const found = new Map<string, Choice>();
  for (const choice of [...plain, ...sorts].flatMap((sort) => choicesFor(sort, about))) {
    if (!found.has(choice.label)) found.set(choice.label, choice);
  }
  const all = [...found.values()];
  const order = (kind: FactKind) => ['submission', 'adoption', 'commission'].indexOf(kind) + 1 || 9;
  return all.toSorted((a, b) => order(a.kind) - order(b.kind)).slice(0, mostChoices);
}

const isToday = ({ day }: Where, today: string) => (day?.from ?? today) <= today && (day?.to ?? today) >= today;

/** An adoption has a tier, as every outlet has one: where the condition names none, each. */
function choicesFor({ kind, where }: Sort, about: About): Choice[] {
  const [carrier] = where.carrier ?? [];
  if (kind !== 'adoption' || where.tier !== undefined) return [choiceOf({ kind, where }, {}, about)];
  if (carrier === undefined) return tiers.map((tier) => choiceOf({ kind, where: { ...where, tier: [tier] } }, {}, about));
  const known = about.facts.findLast(({ attributes }) => attributes.carrier === carrier)?.attributes;
  const { tier, outletGroup } = known ?? {};
  return [choiceOf({ kind, where }, { ...(tier && { tier }), ...(outletGroup && { outletGroup }) }, about)];
}

const single = [
  'tier',
  'carrier',
  'outletGroup',
  'form',
  'placement',
  'issue',
  'genre',
  'rank',
  'project',
  'campaign',
  'measure',
];

function choiceOf({ kind, where }: Sort, known: FactAttributes, { day }: About): Choice {
  const named = Object.entries(where).flatMap(([key, value]) =>
    single.includes(key) && Array.isArray(value) ? [[key, value[0]] as const] : [],
  );
  const size = (['words', 'quantity'] as const).flatMap((key) => {
    const range = where[key];
    return range === undefined ? [] : [[key, range.from ?? range.to ?? 0] as const];
  });
  const due = kind === 'commission' || where.timing !== undefined ? { dueOn: day, deliveredOn: day } : {};
  const attributes = { ...known, ...Object.fromEntries([...named, ...size]), ...due } as FactAttributes;
  const first = Object.fromEntries(named.map(([key, value]) => [key, [value]])) as Where;
  const { words, quantity } = where;
  const told = labelOf({ ...first, ...(words && { words }), ...(quantity && { quantity }) }, '');
  return { kind, attributes, label: `${told}${factKinds[kind]}${kind === 'commission' ? '按时交来' : ''}` };
}
