import { numberOf } from '../date/numerals.ts';
import { isOffice, splitUnits } from '../part/units.ts';
import type { Column } from './columns.ts';

const dated = new RegExp(
  [
    '^[^，。；]{0,12}(?:\\d|[一二三四五六七八九十〇○])+\\s*[月日号年]',
    '^\\d{4}[-./]\\d{1,2}|^\\d{1,2}[./]\\d{1,2}(?!\\d)',
    '即日|待定|长期|全年|季度|半年|年[初中底末]|^每[年月周日]|另行|常态',
  ].join('|'),
);
const serial = /^\s*(?:\d{1,3}|[一二三四五六七八九十]{1,3})\s*[.、．]?\s*$/;
const LONGEST_DATE = 48;

/** Cheap tests of what a cell looks like; the real reading comes later. */
export const looksDated = (text: string) => text.length <= LONGEST_DATE && dated.test(text) && !looksLikeUnits(text);
export const serialOf = (text: string) => (serial.test(text) ? numberOf(text.replaceAll(/[\s.、．]/g, '')) : null);
export const looksLikeUnits = (text: string) => text.trim() !== '' && splitUnits(text).every(({ name }) => isOffice(name));

/** How well a cell's text fits a column: 3 surely, 0 not at all. */
export function fitness(text: string, column: Column): number {
  if (text.trim() === '') return 1;
  if (column === 'no') return serialOf(text) === null ? 0 : 3;
  if (column === 'month' || column === 'window' || column === 'start' || column === 'end') return looksDated(text) ? 3 : 0;
  if (column === 'lead' || column === 'support' || column === 'responsible') return looksLikeUnits(text) ? 3 : 0;
  const taken = serialOf(text) !== null || looksDated(text) || looksLikeUnits(text);
  return taken ? 0.5 : column === 'note' ? 1.5 : 2;
}
