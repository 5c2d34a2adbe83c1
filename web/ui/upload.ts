import type { KeptFile } from '../../server/kernel/queries.ts';
import { Refused } from '../../server/kernel/refusal.ts';
import type { Intent } from './api.ts';

/** Hands a file in under its digest; sent again under the same key it is still one file. Throws `Refused` with the server's words. */
export async function upload(file: File, once: Intent): Promise<KeptFile> {
  const reply = await fetch(`/api/files?name=${encodeURIComponent(file.name)}`, {
    method: 'POST',
    body: file,
    headers: once.headers,
  });
  const said = await reply.json();
  if (!reply.ok) throw new Refused(said);
  return said;
}

/** Where a kept file is looked at. */
export const addressOf = (sha256: string) => `/api/files/${sha256}`;
