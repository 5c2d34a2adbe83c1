import { useEffect, useState } from 'react';
import type { KeptFile } from '../../../server/kernel/queries.ts';
import { keepHere } from '../../ui/kept.ts';
import { blank, type Typed } from './fields.ts';

export type Draft = { unit: string; article: string | null; typed: Typed; files: KeptFile[] };
const empty: Draft = { unit: '', article: '', typed: blank, files: [] };
const place = 'claim-draft';

/** What was typed and handed in so far outlives a reload and a sign-out; an article of '' is not chosen yet, null is 媒体自采. */
export function useClaimDraft() {
  const [draft, setDraft] = useState<Draft>(() => stored() ?? empty);
  useEffect(() => {
    keepHere(place, JSON.stringify(draft));
  }, [draft]);
  const change = (part: Partial<Draft> | ((before: Draft) => Partial<Draft>)) =>
    setDraft((before) => ({ ...before, ...(typeof part === 'function' ? part(before) : part) }));
  return { draft, change, restart: () => setDraft(empty) };
}

function stored(): Draft | null {
  try {
    return { ...empty, ...(JSON.parse(localStorage.getItem(place) ?? 'null') as Draft | null) };
  } catch {
    return null; // cut short when the disk was full
  }
}
