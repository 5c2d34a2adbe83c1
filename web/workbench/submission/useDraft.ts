import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { Refused } from '../../../server/kernel/refusal.ts';
import type { Written } from '../../../server/submission/submission.ts';
import { api, type Intent, intent, isSignedOut } from '../../ui/api.ts';
import { keepHere } from '../../ui/kept.ts';
import { type Article, keptAt } from './articles.ts';
import { Autosave, type Saved, type Stand, type Trouble } from './autosave.ts';
import { writtenOf } from './nothing.ts';

const every = 2000;

/** What stands elsewhere and differs from what is written here. */
export type Other = { stand: Stand; written: Written };
type Begin = { person: string; article: Article | null; written: Written };

/** A draft under somebody's hands: kept here at each stroke, on the server every two seconds, and never over another's words. */
export function useDraft({ person, article, written: begun }: Begin, created: (id: string) => void) {
  const client = useQueryClient();
  const [start] = useState(() => begin(person, article, begun));
  const [written, setWritten] = useState(start.written);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [savedAt, setSavedAt] = useState<string | null>(article?.savedAt ?? null);
  const [other, setOther] = useState<Other | null>(start.other);
  const [aside, setAside] = useState(() => keptAt(`${placeOf(person, article?.id ?? null)}:aside`)?.written ?? null);
  const [keeps, setKeeps] = useState(true);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const told = (news: { saved: Saved; written: Written } | Trouble) => {
    if ('kind' in news) {
      setTrouble(news);
      if (isSignedOut(news.error)) client.invalidateQueries({ queryKey: ['me'] });
      if (news.kind === 'conflict') elsewhere(saver.at.id).then(setOther, () => undefined);
      if (news.kind === 'unreached') later();
      return;
    }
    if (start.stand.id === null && saver.at.id === news.saved.id && !sessionCreated.current) {
      sessionCreated.current = true;
      localStorage.removeItem(placeOf(person, null));
      created(news.saved.id);
    }
    setTrouble(null);
    setSavedAt(news.saved.savedAt);
    if (saver.isSaved) localStorage.removeItem(placeOf(person, news.saved.id));
  };
  const sessionCreated = useRef(false);
  const latest = useRef(told);
  latest.current = told;
  const [saver] = useState(
    () => new Autosave<Intent>({ send, intent, meaning, told: (news) => latest.current(news) }, start.stand, start.saved),
  );

  const later = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void saver.flush(), every);
  }, [saver]);
  const newest = useRef(written);
  /** Of the newest words, also when a picture arrives long after it was chosen. */
  const change = (part: Partial<Written> | ((now: Written) => Partial<Written>)) => {
    const next = { ...newest.current, ...(typeof part === 'function' ? part(newest.current) : part) };
    newest.current = next;
    setWritten(next);
    saver.type(next);
    setKeeps(keepHere(placeOf(person, saver.at.id), JSON.stringify({ version: saver.at.version, written: next })));
    later();
  };
  useEffect(() => {
    saver.type(start.written);
    if (start.other === null && !saver.isSaved) later();
    return () => void saver.flush(); // leaving the page saves what the clock has not
  }, [saver, later, start]);

  const putAside = (words: Written | null) => {
    setAside(words);
    const place = `${placeOf(person, saver.at.id)}:aside`;
    if (words) keepHere(place, JSON.stringify({ version: 0, written: words }));
    else localStorage.removeItem(place);
  };
  /** The two change places: what was put aside is written on, and what was written lies aside. */
  const takeBack = () => {
    if (!aside) return;
    putAside(written);
    change(aside);
  };
  const settle = (mine: boolean) => {
    if (!other) return;
    const kept = mine ? written : other.written;
    if (!mine) putAside(written);
    saver.resume(other.stand, other.written);
    setOther(null);
    setTrouble(null);
    newest.current = kept;
    setWritten(kept);
    saver.type(kept);
    void saver.flush();
  };
  return { written, change, saver, trouble, savedAt, other, settle, aside, takeBack, dropAside: () => putAside(null), keeps };
}

const placeOf = (person: string, id: string | null) => `article:${person}:${id ?? 'new'}`;

/** What was typed here and never reached the server comes back; if the server went on meanwhile, somebody has to choose. */
function begin(person: string, article: Article | null, begun: Written) {
  const kept = keptAt(placeOf(person, article?.id ?? null));
  const saved = article ? writtenOf(article as Written) : begun;
  const stand: Stand = { id: article?.id ?? null, version: article?.version ?? 0 };
  const written = kept?.written ?? saved;
  const moved = kept !== null && kept.version !== stand.version && JSON.stringify(written) !== JSON.stringify(saved);
  return { stand, saved, written, other: moved && article ? { stand, written: saved } : null };
}

async function elsewhere(id: string | null): Promise<Other> {
  const article = await (await api.articles[':id'].$get({ param: { id: id ?? '' } })).json();
  return { stand: { id: article.id, version: article.version }, written: writtenOf(article as Written) };
}

async function send({ id, version }: Stand, written: Written, once: Intent): Promise<Saved> {
  const json = { ...written, pictures: [...written.pictures] };
  if (id === null) return (await api.articles.$post({ json }, once)).json();
  return (await api.articles[':id'].text.$post({ param: { id }, json: { version, ...json } }, once)).json();
}

function meaning(error: Error): Trouble['kind'] {
  if (!(error instanceof Refused) || isSignedOut(error)) return 'unreached';
  const { code, status } = error.refusal;
  if (code === 'article.conflict') return 'conflict';
  return status === 503 || code === 'request.collided' ? 'unreached' : 'refused';
}
