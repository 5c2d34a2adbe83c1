import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const project = join(import.meta.dirname, '../..');
const folder = join(project, 'database/schemes');
const readyFile = /^([a-z-]+)\.json$/;
const About = z.object({ name: z.string(), source: z.string().default(''), clauses: z.array(z.unknown()) });

/** Each ready scheme's file by its key: the demo's, and the patterns of published rules. */
const files = async () => {
  const found = (await readdir(folder)).flatMap((file) => readyFile.exec(file)?.[1] ?? []);
  return new Map([
    ['example', join(project, 'database/demo/scheme.json')],
    ...found.sort().map((key) => [key, join(folder, `${key}.json`)] as const),
  ]);
};

/** Ready schemes to begin from, by their names: files beside the program. */
export async function readySchemes() {
  const found = [...(await files())].map(async ([key, path]) => {
    const { name, source, clauses } = About.parse(JSON.parse(await readFile(path, 'utf8')));
    return { key, name, about: source, clauses: clauses.length };
  });
  return Promise.all(found);
}

/** The file's text; undefined where there is no such scheme. */
export async function readyScheme(key: string): Promise<string | undefined> {
  const path = (await files()).get(key);
  return path === undefined ? undefined : readFile(path, 'utf8');
}

/** How a scheme is written. */
export const schemeGuide = () => readFile(join(project, 'docs/scheme-guide.md'), 'utf8');
