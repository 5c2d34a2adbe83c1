import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { type Refusal, refusal, refuse } from '../kernel/refusal.ts';

const no = (code: string, message: string) => refusal(`command.${code}`, 422, message);

const causes: Record<string, (file: string) => Refusal> = {
  ENOENT: (file) => no('noFile', `没有“${file}”这个文件，请核对文件名和所在的文件夹。`),
  ENOTDIR: (file) => no('noFile', `没有“${file}”这个文件，请核对文件名和所在的文件夹。`),
  EISDIR: (file) => no('isFolder', `“${file}”是文件夹，请写到文件。`),
  EACCES: (file) => no('noRights', `没有权限读“${file}”，请换一个能读的位置或用有权限的用户运行。`),
  EPERM: (file) => no('noRights', `没有权限读“${file}”，请换一个能读的位置或用有权限的用户运行。`),
};
const unreadable = (file: string, said: string) => no('unreadable', `“${file}”读不出来（${said}），请换一个位置再试。`);

/** The bytes of a file that a person named; throws `Refused` with what is wrong with it. */
export async function bytesOf(file: string): Promise<Uint8Array> {
  return readFile(file).catch(({ code = '', message }: NodeJS.ErrnoException) =>
    refuse(causes[code]?.(file) ?? unreadable(file, message)),
  );
}

/** The text of a JSON file, which is UTF-8 and nothing else; a mark at its beginning passes unless every byte counts. */
export async function jsonTextOf(file: string, { everyByte = false } = {}): Promise<string> {
  const bytes = await bytesOf(file);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: everyByte }).decode(bytes);
  } catch {
    return refuse(no('notUtf8', `“${file}”不是 UTF-8 编码的文本，请用原件重新另存为 UTF-8。`));
  }
}

/** Writes exactly these bytes; throws `Refused` when the place takes none. */
export async function writeTo(file: string, content: string | Uint8Array): Promise<void> {
  await writeFile(file, content).catch(({ code = '', message }: NodeJS.ErrnoException) =>
    refuse(no('unwritable', `“${file}”写不进去（${whyUnwritable[code] ?? message}），请换一个位置再试。`)),
  );
}

/** Makes a folder if it is not there yet; throws `Refused` where it cannot be. */
export async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true }).catch(({ code = '', message }: NodeJS.ErrnoException) =>
    refuse(no('unwritable', `“${folder}”建不了文件夹（${whyUnwritable[code] ?? message}），请换一个位置再试。`)),
  );
}
const whyUnwritable: Record<string, string> = {
  ENOENT: '没有这个文件夹',
  ENOTDIR: '没有这个文件夹',
  EISDIR: '它是文件夹',
  EEXIST: '它是文件',
  EACCES: '没有权限',
  EPERM: '没有权限',
  EROFS: '这里是只读的',
  ENOSPC: '磁盘满了',
};
