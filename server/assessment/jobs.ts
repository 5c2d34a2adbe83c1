import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const project = join(import.meta.dirname, '../..');
const folder = join(project, 'database/schemes');
const readyFile = /^([a-z-]+)\.json$/;
const About = z.object({ name: z.string(), source: z.string().default(''), clauses: z.array(z.unknown()) });

/** Ready schemes to begin from, by their names: files beside the program. */
export async function readySchemes() {
  const keys = (await readdir(folder)).flatMap((file) => readyFile.exec(file)?.[1] ?? []);
  const found = keys.sort().map(async (key) => {
    const { name, source, clauses } = About.parse(JSON.parse(await textOf(key)));
    return { key, name, about: source, clauses: clauses.length };
  });
  return Promise.all(found);
}

/** The file's text; undefined where there is no such scheme. */
export async function readyScheme(key: string): Promise<string | undefined> {
  return (await readdir(folder)).includes(`${key}.json`) ? textOf(key) : undefined;
}
const textOf = (key: string) => readFile(join(folder, `${key}.json`), 'utf8');

/** How a scheme is written. */
export const schemeGuide = () => readFile(join(project, 'docs/scheme-guide.md'), 'utf8');
