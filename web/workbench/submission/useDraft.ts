import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Written } from '../../../server/submission/submission.ts';
import { type Intent, intent, isSignedOut } from '../../ui/api.ts';
import { type Article, articleOf } from './articles.ts';
import { Autosave, type Saved, type Trouble } from './autosave.ts';
import { elsewhere, meaning, type Other, send } from './door.ts';
import { dropAt, keepAt, keptAt, placeOf } from './keeping.ts';
import { writtenOf } from './nothing.ts';
import { useAside } from './useAside.ts';

const every = 2000;
type Begin = { person: string; article: Article | null; written: Written };
type News = { saved: Saved; written: Written } | Trouble;
type Change = Partial<Written> | ((now: Written) => Partial<Written>);

/** A draft under somebody's hands: kept here at each stroke, on the server every two seconds, and never over another's words. */
export function useDraft({ person, article, written: begun }: Begin, created: (id: string) => void) {
  const slot = begun.commissionId ?? '';
  const [start] = useState(() => beginning(placeOf(person, article?.id ?? null, slot), article, begun));
  const [written, setWritten] = useState(start.written);
  const [other, setOther] = useState<Other | null>(start.other);
  const [keeps, setKeeps] = useState(true);
  const { aside, put } = useAside(placeOf(person, article?.id ?? null, slot));
  const newest = useRef(written);
  const here = () => placeOf(person, saver.at.id, slot);
  const keep = () => setKeeps(keepAt(here(), { version: saver.at.version, written: newest.current }));
  const { saver, later, savedAt, trouble, resume } = useSaving(start, article?.savedAt ?? null, {
    saved: (id, wasNew, gone) => {
      if (wasNew) dropAt(placeOf(person, null, slot));
      if (wasNew && !gone) created(id);
      if (saver.isSaved) dropAt(here());
      else keep();
    },
    overtaken: () => elsewhere(saver.at.id).then(setOther, () => undefined),
  });
  const set = (next: Written) => {
    newest.current = next;
    setWritten(next);
    saver.type(next);
    keep();
  };
  /** Of the newest words, also when a picture arrives long after it was chosen. */
  const change = (part: Change) => {
    set({ ...newest.current, ...(typeof part === 'function' ? part(newest.current) : part) });
    later();
  };
  const settle = (mine: boolean) => {
    if (!other) return;
    if (!mine) put(newest.current);
    resume(other);
    setOther(null);
    set(mine ? newest.current : other.written);
    void saver.flush();
  };
  /** The two change places. */
  const takeBack = () => {
    if (!aside) return;
    put(newest.current);
    change(aside);
  };
  return { written, change, saver, trouble, savedAt, other, settle, aside, takeBack, dropAside: () => put(null), keeps };
}

type Hears = { saved: (id: string, wasNew: boolean, gone: boolean) => void; overtaken: () => unknown };

/** The one who saves, its clock, and what it said last. */
function useSaving({ stand, saved, written, other }: ReturnType<typeof beginning>, at: string | null, hears: Hears) {
  const client = useQueryClient();
  const [savedAt, setSavedAt] = useState(at);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const isNew = useRef(stand.id === null);
  const gone = useRef(false); // the page was left; whoever left it is not fetched back
  const told = (news: News) => {
    if ('kind' in news) {
      setTrouble(news);
      if (isSignedOut(news.error)) client.invalidateQueries({ queryKey: ['me'] });
      if (news.kind === 'conflict') hears.overtaken();
      return news.kind === 'unreached' ? later() : undefined;
    }
    const { id, version, savedAt } = news.saved;
    setTrouble(null);
    setSavedAt(savedAt);
    // whoever comes back to the page within seconds finds what was saved, not what was read before
    client.setQueryData(
      articleOf(id).queryKey,
      (before) => before && ({ ...before, ...news.written, version, savedAt } as Article),
    );
    void client.invalidateQueries({ queryKey: ['articles'], refetchType: 'none' });
    hears.saved(id, isNew.current, gone.current);
    isNew.current = false;
  };
  const latest = useRef(told);
  latest.current = told;
  const [saver] = useState(() => {
    const made = new Autosave<Intent>({ send, intent, meaning, told: (news) => latest.current(news) }, stand, saved);
    if (other) made.stop();
    made.type(written);
    return made;
  });
  /** Every two seconds, however fast somebody types. */
  const later = useCallback(() => {
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      void saver.flush();
    }, every);
  }, [saver]);
  useEffect(() => {
    gone.current = false;
    if (!saver.isSaved) later();
    return () => {
      gone.current = true;
      void saver.flush(); // leaving the page saves what the clock has not
    };
  }, [saver, later]);
  const resume = ({ stand, written }: Other) => {
    saver.resume(stand, written);
    setTrouble(null);
  };
  return { saver, later, savedAt, trouble, resume };
}

/** What was typed here and never reached the server comes back; if the server went on meanwhile, somebody has to choose. */
function beginning(place: string, article: Article | null, begun: Written) {
  const kept = keptAt(place);
  const saved = article ? writtenOf(article as Written) : begun;
  const stand = { id: article?.id ?? null, version: article?.version ?? 0 };
  const written = kept?.written ?? saved;
  const moved = kept !== null && kept.version !== stand.version && JSON.stringify(written) !== JSON.stringify(saved);
  return { stand, saved, written, other: moved && article ? { stand, written: saved } : null };
}
