import { recordAudit } from '../audit/queries.ts';
import type { Context } from '../kernel/context.ts';
import type { Upload } from '../kernel/files.ts';
import { newId } from '../kernel/ids.ts';
import { holdFiles, type KeptFile, storeFile } from '../kernel/queries.ts';

/** Takes a file in; the unit of whoever handed it in may open it from now on. */
export async function takeFile(context: Context, upload: Upload): Promise<KeptFile> {
  await storeFile(context, upload);
  if (context.actor.unitId) await holdFiles(context, [upload.sha256], context.actor.unitId);
  await recordAudit(context, { what: 'file.take', subjectId: newId(context.now), version: 1, reason: upload.sha256 });
  const { sha256, mediaType, name, size } = upload;
  return { sha256, mediaType, name, size };
}
