import { closeSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { markCharacters, missingFrom, noCharacters, tableIn } from './glyphs.ts';

export type Task = { id: number; form: 'official' | 'plain'; paper: string };
export type Done = { id: number; pdf: Uint8Array<ArrayBuffer>; pages: number; missing: string[]; warnings: string[] };
export type Failed = { id: number; error: string };

const fonts = join(import.meta.dirname, '../../fonts');
const forms = join(import.meta.dirname, 'typst'); // all that a template can read
const compiler = NodeCompiler.create({ workspace: forms, fontArgs: [{ fontPaths: [fonts] }] });
const known = knownCharacters();

parentPort?.on('message', (task: Task) => {
  try {
    const done = compile(task);
    parentPort?.postMessage(done, [done.pdf.buffer]);
  } catch (error) {
    parentPort?.postMessage({ id: task.id, error: String(error) } satisfies Failed);
  }
});

function compile({ id, form, paper }: Task): Done {
  compiler.mapShadow(join(forms, 'document.json'), Buffer.from(paper));
  const outcome = compiler.compile({ mainFilePath: join(forms, `${form}.typ`) });
  const warned = outcome.takeWarnings();
  const warnings = warned ? compiler.fetchDiagnostics(warned).map(({ message }) => String(message)) : [];
  const failed = outcome.takeError();
  if (!outcome.result) throw new Error(JSON.stringify(failed && compiler.fetchDiagnostics(failed)));
  const pdf = Uint8Array.from(compiler.pdf(outcome.result));
  const pages = outcome.result.numOfPages;
  compiler.evictCache(10);
  return { id, pdf, pages, missing: missingFrom(known, paper), warnings };
}

/** Reads no more of each font than its table of characters. */
function knownCharacters(): Uint8Array {
  const known = noCharacters();
  for (const name of readdirSync(fonts).filter((name) => /\.[ot]tf$/.test(name))) {
    const file = openSync(join(fonts, name), 'r');
    const { offset, length } = tableIn(bytesAt(file, 0, 1024), 'cmap');
    markCharacters(bytesAt(file, offset, length), known);
    closeSync(file);
  }
  return known;
}

function bytesAt(file: number, offset: number, length: number): DataView {
  const bytes = new DataView(new ArrayBuffer(length));
  readSync(file, bytes, 0, length, offset);
  return bytes;
}
