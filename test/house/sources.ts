import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** `to` is a path from the project's root, or a package's name. A type import vanishes before the program runs. */
export type Import = { to: string; type: boolean };
export type Source = { path: string; text: string; code: string; imports: Import[] };

export const textOf = (path: string) => readFileSync(join(root, path), 'utf8');

/** Paths from the project's root with `/`, of files whose names end in one of these; a folder not there yet has none. */
export function filesIn(folder: string, ...endings: string[]): string[] {
  try {
    const entries = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
    const paths = entries.map((entry) => `${folder}/${entry.replaceAll('\\', '/')}`);
    return paths.filter((path) => endings.some((ending) => path.endsWith(ending))).sort();
  } catch {
    return [];
  }
}

export const isTest = (path: string) => path.endsWith('.test.ts') || path.endsWith('.test.tsx');

export const sourcesIn = (folder: string): Source[] =>
  filesIn(folder, '.ts', '.tsx')
    .filter((path) => !isTest(path))
    .map((path) => {
      const text = textOf(path);
      return { path, text, code: withoutComments(text), imports: importsOf(path, withoutComments(text)) };
    });

/** Comments only where a line or a blank begins them, so that `//` inside a string stays. */
const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');

const statement = /^(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?'([^']+)'/gm;
const dynamic = /\bimport\(\s*'([^']+)'\s*\)/g;

function importsOf(path: string, code: string): Import[] {
  const resolved = (name: string) => (name.startsWith('.') ? posix.join(posix.dirname(path), name) : name);
  const stated = [...code.matchAll(statement)].map(([, type, name = '']) => ({ to: resolved(name), type: type !== undefined }));
  const called = [...code.matchAll(dynamic)].map(([, name = '']) => ({ to: resolved(name), type: false }));
  return [...stated, ...called];
}
