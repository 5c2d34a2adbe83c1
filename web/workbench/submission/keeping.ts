import type { Written } from '../../../server/submission/submission.ts';
import { keepHere } from '../../ui/kept.ts';

/** What was typed, and on which version of the article. */
export type Kept = { version: number; written: Written };

/** Where the words of a person lie on this computer; a new article begun for an order of the office has a place of its own. */
export const placeOf = (person: string, id: string | null, slot = '') => `article:${person}:${id ?? `new${slot}`}`;

export const keepAt = (place: string, kept: Kept) => keepHere(place, JSON.stringify(kept));
export const dropAt = (place: string) => localStorage.removeItem(place);

export function keptAt(place: string): Kept | null {
  try {
    return JSON.parse(localStorage.getItem(place) ?? 'null') as Kept | null;
  } catch {
    return null; // cut short when the disk was full
  }
}
