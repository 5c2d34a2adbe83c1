import { useEffect, useState } from 'react';
import type { KeptFile } from '../../../server/kernel/queries.ts';
import { keepHere } from '../../ui/kept.ts';
import { blank, type Typed } from './fields.ts';

export type Draft = { unit: string; article: string | null; typed: Typed; files: KeptFile[] };
const empty: Draft = { unit: '', article: '', typed: blank, files: [] };
/** The article that a claim is begun from, if one is. */
type Begun = { article?: string | undefined; title?: string | undefined; unit?: string | undefined };

/**
 * What was typed and handed in so far outlives a reload and a sign-out, one draft for each article that it was begun from.
 * An article of '' is not chosen yet, null is 媒体自采.
 */
export function useClaimDraft({ article = '', title = '', unit = '' }: Begun) {
  const place = `claim-draft ${article}`;
  const [draft, setDraft] = useState<Draft>(() => stored(place) ?? { ...empty, article, unit, typed: { ...blank, title } });
  useEffect(() => {
    if (draft === empty) localStorage.removeItem(place);
    else keepHere(place, JSON.stringify(draft));
  }, [draft, place]);
  const change = (part: Partial<Draft> | ((before: Draft) => Partial<Draft>)) =>
    setDraft((before) => ({ ...before, ...(typeof part === 'function' ? part(before) : part) }));
  return { draft, change, restart: () => setDraft(empty) };
}

function stored(place: string): Draft | null {
  try {
    const kept = JSON.parse(localStorage.getItem(place) ?? 'null') as Draft | null;
    return kept && { ...empty, ...kept };
  } catch {
    return null; // cut short when the disk was full
  }
}
