import { hash } from 'node:crypto';
import { canonical, type Entry } from './audit.ts';

/** h(n) = SHA-256(h(n-1) ‖ entry n), over the entries in their order; `firstNo` is the number of the first. */
export const chain = (county: number, firstNo: number, before: string, entries: readonly Entry[]): string =>
  entries.reduce((head, entry, place) => hash('sha256', head + canonical(county, firstNo + place, entry)), before);
