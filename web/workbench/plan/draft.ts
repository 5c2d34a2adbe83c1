import { useEffect, useState } from 'react';
import type { UnitKind } from '../../../server/identity/identity.ts';
import type { DutyDecision } from '../../../server/plan/difference/duties.ts';
import type { Answer } from '../../../server/plan/settling.ts';
import { keepHere } from '../../ui/kept.ts';

export type Source = { text: string } | { base64: string; machine?: boolean }; // machine: a scan is to be read by it
export type Draft = {
  source: Source | null;
  keep: string[];
  answers: Record<string, Answer>;
  addAll: boolean;
  cancelled: Record<string, string>; // campaigns that another notice no longer has → why they are called off
  offered: boolean; // what the notice itself calls off has been put among them
  duties: Record<string, DutyDecision>; // changed duties that are not simply taken over
  same: Record<string, string>; // names on the paper that are a unit of the roster → its id
  kinds: Record<string, UnitKind>; // of new units, where a person chose another than the name suggests
};

const empty: Draft = {
  source: null,
  keep: [],
  answers: {},
  addAll: false,
  cancelled: {},
  offered: false,
  duties: {},
  same: {},
  kinds: {},
};
const place = 'plan-draft';

/** What was pasted and settled so far outlives a reload, a sign-out and a power cut. */
export function useDraft() {
  const [draft, setDraft] = useState<Draft>(() => stored() ?? empty);
  const [kept, setKept] = useState(true);
  useEffect(() => setKept(keepHere(place, JSON.stringify(draft))), [draft]);
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  return { draft, kept, change, restart: () => setDraft(empty) };
}

function stored(): Draft | null {
  try {
    return { ...empty, ...(JSON.parse(localStorage.getItem(place) ?? 'null') as Draft | null) };
  } catch {
    return null; // cut short when the disk was full
  }
}
