import { Refused } from '../../../server/kernel/refusal.ts';
import type { Written } from '../../../server/submission/submission.ts';
import { api, type Intent, isSignedOut } from '../../ui/api.ts';
import type { Saved, Stand, Trouble } from './autosave.ts';
import { writtenOf } from './nothing.ts';

/** What stands on the server and differs from what is written here. */
export type Other = { stand: Stand; written: Written };

export async function elsewhere(id: string | null): Promise<Other> {
  const article = await (await api.articles[':id'].$get({ param: { id: id ?? '' } })).json();
  return { stand: { id: article.id, version: article.version }, written: writtenOf(article as Written) };
}

/** The first words make the article, the others are saved in it. */
export async function send({ id, version }: Stand, written: Written, once: Intent): Promise<Saved> {
  const json = { ...written, pictures: [...written.pictures] };
  if (id === null) return (await api.articles.$post({ json }, once)).json();
  return (await api.articles[':id'].text.$post({ param: { id }, json: { version, ...json } }, once)).json();
}

/** Only a refusal is an answer; with anything else nobody knows whether the words arrived. */
export function meaning(error: Error): Trouble['kind'] {
  if (!(error instanceof Refused) || isSignedOut(error)) return 'unreached';
  const { code, status } = error.refusal;
  if (code === 'article.conflict') return 'conflict';
  return status === 503 || code === 'request.collided' ? 'unreached' : 'refused';
}
