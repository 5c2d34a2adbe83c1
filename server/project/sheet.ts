import type { CountyDate } from '../kernel/dates.ts';
import { dayBefore } from '../kernel/dates.ts';
import { type ElementKey, elementKeys, elements } from './elements.ts';
import { type Entry, seenOf } from './project.ts';

/** How an element stands: nothing yet, a value that somebody has to confirm, a value in force, 不适用. */
export const standings = { missing: '未填', pending: '待确认', filled: '已确认', none: '不适用' } as const;
export type Standing = keyof typeof standings;

/** A version with the last day on which it held; null while it holds or while nothing confirmed follows. */
export type Version = Entry & { toOn: CountyDate | null };

/** Of one element, newest first. A confirmed version holds until the day before the next confirmed one. */
export function versionsOf(entries: readonly Entry[], element: ElementKey): Version[] {
  const own = entries.filter((entry) => entry.element === element).toSorted((a, b) => (a.id < b.id ? 1 : -1));
  const days = own.filter(({ state }) => state === 'confirmed').map(({ fromOn }) => fromOn);
  return own.map((entry) => {
    const next = entry.state === 'confirmed' ? days.filter((day) => day > entry.fromOn).sort()[0] : undefined;
    return { ...entry, toOn: next ? dayBefore(next) : null };
  });
}

/** An element on a day: what holds, what waits, what was sent back, and the versions that led there. */
export type Row = {
  key: ElementKey;
  standing: Standing;
  inForce: Version | null;
  pending: Version | null;
  returned: Version | null; // the newest word on it, so still to be done again
  seen: string;
  versions: number;
};

export function rowOf(entries: readonly Entry[], key: ElementKey, on: CountyDate): Row {
  const versions = versionsOf(entries, key);
  const inForce =
    versions.find(({ state, fromOn, toOn }) => state === 'confirmed' && fromOn <= on && (toOn === null || toOn >= on)) ?? null;
  const pending = versions.find(({ state }) => state === 'pending') ?? null;
  const [newest] = versions;
  return {
    ...{ key, inForce, pending, seen: seenOf(newest), versions: versions.length },
    returned: newest?.state === 'returned' ? newest : null,
    standing: inForce ? (inForce.value.kind === 'none' ? 'none' : 'filled') : pending ? 'pending' : 'missing',
  };
}

export const sheetOf = (entries: readonly Entry[], on: CountyDate): Row[] => elementKeys.map((key) => rowOf(entries, key, on));

/** 12/15 项: what is confirmed of what fits; what lacks in the order of the sheet. */
export type Completeness = { filled: number; applicable: number; waiting: number; lacking: ElementKey[] };
export function completenessOf(sheet: readonly Row[]): Completeness {
  const fits = sheet.filter(({ standing }) => standing !== 'none');
  return {
    filled: fits.filter(({ standing }) => standing === 'filled').length,
    applicable: fits.length,
    waiting: sheet.filter(({ pending }) => pending !== null).length,
    lacking: fits.filter(({ standing }) => standing !== 'filled').map(({ key }) => key),
  };
}

export const sheetStates = { waiting: '有待确认', lacking: '有缺项', whole: '齐全' } as const;
export type SheetState = keyof typeof sheetStates;
export const stateOf = ({ waiting, lacking }: Completeness): SheetState =>
  waiting > 0 ? 'waiting' : lacking.length > 0 ? 'lacking' : 'whole';

/** '12/15 项，先补 受益群体、补助标准 等 3 项' */
export function completenessWords({ filled, applicable, lacking }: Completeness): string {
  const first = lacking.slice(0, 2).map((key) => elements[key].label);
  const rest = lacking.length > first.length ? ` 等 ${lacking.length} 项` : '';
  return `${filled}/${applicable} 项${lacking.length > 0 ? `，先补${first.join('、')}${rest}` : '，齐全'}`;
}
