import { mediaTiers, tierWords } from '../../../server/channel/channel.ts';
import { type FactAttributes, type FactKind, factKinds, forms, placements } from '../../../server/fact/fact.ts';
import { CountyDate } from '../../../server/kernel/dates.ts';

/** What is to become of a fact, as it is typed; `undoes` null: one that is missing is added. */
export type Draft = {
  no: number; // its place among those on the page, for good
  undoes: string | null;
  was: string; // as it was recorded, in words
  verb: 'keep' | 'cancel' | 'replace' | 'record';
  kind: FactKind;
  happenedOn: string;
  attributes: FactAttributes;
  late?: boolean; // of one that is added: it came only after the lock
};

/** Attributes that can be put right by hand, for each kind that has some beside the title. */
export const fieldsOf: Partial<Record<FactKind, readonly (keyof typeof names)[]>> = {
  adoption: ['carrier', 'tier', 'form', 'placement'],
  instruction: ['rank'],
  error: ['nature'],
  commission: ['dueOn', 'deliveredOn'],
};
export const names = {
  carrier: '载体',
  tier: '级别',
  form: '形态',
  placement: '版位',
  rank: '领导级别',
  nature: '差错性质',
  dueOn: '时限',
  deliveredOn: '交来',
} as const;
export const choices: Partial<Record<keyof typeof names, Record<string, string>>> = {
  tier: mediaTiers,
  form: forms,
  placement: placements,
};

/** The changes as the server takes them; null while something of them is not yet said. */
export function changesFrom(drafts: readonly Draft[]) {
  const made = drafts.filter(({ verb }) => verb !== 'keep');
  const whole = made.every(({ verb, happenedOn }) => verb === 'cancel' || CountyDate.safeParse(happenedOn).success);
  if (made.length === 0 || !whole) return null;
  return made.map(({ verb, undoes, kind, happenedOn, attributes, late = false }) => {
    if (verb === 'cancel') return { verb: 'cancel' as const, undoes: undoes ?? '' };
    const fact = { kind, happenedOn: CountyDate.parse(happenedOn), attributes };
    return undoes === null ? { verb: 'record' as const, ...fact, late } : { verb: 'replace' as const, undoes, ...fact };
  });
}

/** '采用 2023-10-26《一渠清水》 邵阳日报 市级' */
export function factWords({ kind, day, attributes }: { kind: FactKind; day: string; attributes: FactAttributes }): string {
  const { title, carrier, tier, form, placement, rank, nature, dueOn, deliveredOn } = attributes;
  return [
    `${factKinds[kind]} ${day}${title ? `《${title}》` : ''}`,
    carrier,
    tier === undefined ? '' : tierWords(tier),
    form && form !== 'sole' ? forms[form] : '',
    placement && placement !== 'ordinary' ? placements[placement] : '',
    rank,
    nature,
    dueOn && `时限 ${dueOn}`,
    deliveredOn && `交来 ${deliveredOn}`,
  ]
    .filter(Boolean)
    .join(' ');
}
