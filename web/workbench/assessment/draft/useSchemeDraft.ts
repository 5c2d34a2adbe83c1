import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { DraftBody } from '../../../../server/assessment/draft.ts';
import { Refused } from '../../../../server/kernel/refusal.ts';
import { api, type Intent, intent, isSignedOut } from '../../../ui/api.ts';
import { keepHere } from '../../../ui/kept.ts';
import { Autosave, type Saved, type Stand, type Trouble } from '../../submission/autosave.ts';
import { bodyIn, type Draft, draftOf } from './drafts.ts';
import { changed, type History, redone, undone } from './edit.ts';

export type Words = { body: DraftBody; paper: string | null };
type Kept = { version: number; words: Words };
const every = 2000;

async function send({ id, version }: Stand, { body, paper }: Words, once: Intent): Promise<Saved> {
  const given = { param: { id: id ?? '' }, json: { version, body: body as never, paper } };
  return (await api['scheme-drafts'][':id'].text.$post(given, once)).json();
}

function meaning(error: Error): Trouble['kind'] {
  if (!(error instanceof Refused) || isSignedOut(error)) return 'unreached';
  if (error.refusal.code === 'draft.movedOn') return 'conflict';
  return error.refusal.status === 503 ? 'unreached' : 'refused';
}

function keptAt(place: string): Kept | null {
  try {
    return JSON.parse(localStorage.getItem(place) ?? 'null') as Kept | null;
  } catch {
    return null;
  }
}

/** A draft under somebody's hands: kept here at each stroke, on the server every two seconds; every step can be taken back. */
export function useSchemeDraft(draft: Draft, saved: Words, person: string) {
  const place = `scheme-draft:${person}:${draft.id}`;
  const [start] = useState(() => beginning(keptAt(place), { version: draft.version, words: saved }));
  const [history, setHistory] = useState<History<Words>>({ now: start.words, past: [], future: [], place: '' });
  const [other, setOther] = useState<Kept | null>(start.other);
  const [keeps, setKeeps] = useState(true);
  const newest = useRef(history);
  const { saver, later, savedAt, trouble, setTrouble } = useSaver(draft, saved, start, {
    saved: () => (saver.isSaved ? localStorage.removeItem(place) : undefined),
    overtaken: async () => {
      const shown = await (await api['scheme-drafts'][':id'].$get({ param: { id: draft.id } })).json();
      setOther({ version: shown.draft.version, words: { body: bodyIn(shown), paper: shown.draft.paper } });
    },
  });
  const take = (next: History<Words>) => {
    newest.current = next;
    setHistory(next);
    saver.type(next.now);
    setKeeps(keepHere(place, JSON.stringify({ version: saver.at.version, words: next.now } satisfies Kept)));
    later();
  };
  const change = useCallback((edit: (body: DraftBody) => DraftBody, at = '') => {
    const { now } = newest.current;
    latest.current(changed(newest.current, { ...now, body: edit(now.body) }, at));
  }, []);
  const latest = useRef(take);
  latest.current = take;
  const settle = (mine: boolean) => {
    if (!other) return;
    saver.resume({ id: draft.id, version: other.version }, other.words);
    setTrouble(null);
    setOther(null);
    take(mine ? newest.current : changed(newest.current, other.words, ''));
    void saver.flush();
  };
  return {
    ...{ words: history.now, change, saver, savedAt, trouble, keeps, other, settle },
    setPaper: (paper: string | null) => take(changed(newest.current, { ...newest.current.now, paper }, '')),
    undo: history.past.length > 0 ? () => take(undone(newest.current)) : null,
    redo: history.future.length > 0 ? () => take(redone(newest.current)) : null,
  };
}

type Hears = { saved: () => void; overtaken: () => Promise<void> };

/** The one who saves, and its clock. */
function useSaver(draft: Draft, saved: Words, start: ReturnType<typeof beginning>, hears: Hears) {
  const client = useQueryClient();
  const [savedAt, setSavedAt] = useState(draft.savedAt);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(hears);
  latest.current = hears;
  const told = (news: { saved: Saved; written: Words } | Trouble) => {
    if ('kind' in news) {
      setTrouble(news);
      if (isSignedOut(news.error)) client.invalidateQueries({ queryKey: ['me'] });
      if (news.kind === 'conflict') latest.current.overtaken().catch(() => undefined);
      if (news.kind === 'unreached') later();
      return;
    }
    setTrouble(null);
    setSavedAt(news.saved.savedAt);
    const { version, savedAt } = news.saved;
    client.setQueryData(draftOf(draft.id).queryKey, (before) =>
      before ? ({ ...before, draft: { ...before.draft, ...news.written, version, savedAt } } as typeof before) : before,
    );
    latest.current.saved();
  };
  const [saver] = useState(() => {
    const made = new Autosave<Intent, Words>(
      { send, intent, meaning, told: (news) => hear.current(news) },
      { id: draft.id, version: draft.version },
      saved,
    );
    if (start.other) made.stop();
    made.type(start.words);
    return made;
  });
  const hear = useRef(told);
  hear.current = told;
  const later = useCallback(() => {
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      void saver.flush();
    }, every);
  }, [saver]);
  useEffect(() => {
    if (!saver.isSaved) later();
    return () => void saver.flush();
  }, [saver, later]);
  return { saver, later, savedAt, trouble, setTrouble };
}

/** What was typed here and never reached the server comes back; if the server went on meanwhile, somebody has to choose. */
function beginning(kept: Kept | null, saved: Kept): { words: Words; other: Kept | null } {
  if (kept === null) return { words: saved.words, other: null };
  const differs = JSON.stringify(kept.words) !== JSON.stringify(saved.words);
  return { words: kept.words, other: differs && kept.version !== saved.version ? saved : null };
}
