import type { Document } from '../render/document.ts';
import { renderPdf } from '../render/pdf.ts';

const most = 12;
const kept = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();

/** A public paper is rendered once for everybody: `key` says which one and as of when. */
export function publicPdf(key: string, document: Document): Promise<Uint8Array<ArrayBuffer>> {
  const known = kept.get(key);
  if (known) return known;
  const made = renderPdf(document).then(({ pdf }) => pdf);
  made.catch(() => kept.delete(key)); // not for ever, what failed once
  if (kept.size >= most) kept.delete(kept.keys().next().value ?? '');
  kept.set(key, made);
  return made;
}
