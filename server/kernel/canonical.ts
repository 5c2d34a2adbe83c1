import { byCodePoint } from './order.ts';

type Keys = readonly (readonly [key: string, written: string])[];
/** Rows of one kind have the same keys in the same order: each order is sorted once. */
const sorted = new Map<string, Keys>();
const most = 500;

function keysOf(value: object): Keys {
  const keys = Object.keys(value);
  const name = keys.join('\0');
  const known = sorted.get(name);
  if (known !== undefined) return known;
  if (sorted.size >= most) sorted.clear();
  const found = keys.sort(byCodePoint).map((key) => [key, `${JSON.stringify(key)}:`] as const);
  sorted.set(name, found);
  return found;
}

/** The one way to write a value: keys by code point, no spaces, whole numbers only. Absent is the same as undefined. */
export function canonicalJson(value: unknown): string {
  if (value === undefined || value === null) return 'null';
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object') {
    let text = '';
    for (const [key, written] of keysOf(value)) {
      const each = (value as Record<string, unknown>)[key];
      if (each !== undefined) text += `${text === '' ? '' : ','}${written}${canonicalJson(each)}`;
    }
    return `{${text}}`;
  }
  if (typeof value === 'number' && !Number.isSafeInteger(value)) throw new RangeError(`not a whole number: ${value}`);
  return JSON.stringify(value);
}
