import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import type { Plugin } from 'vite';
import type { TestProject } from 'vitest/node';
import { exportedFunctions, isQueries, queryFile, queryFiles } from './queries.ts';

declare module 'vitest' {
  interface ProvidedContext {
    queriesRan: string;
  }
}

const root = join(import.meta.dirname, '../..');

/** In tests alone, every exported function of a queries file first says that it runs; what it does then is its own. */
export const queriesTell: Plugin = {
  name: 'queries-tell',
  enforce: 'pre',
  transform(code, id) {
    const path = relative(root, id).replaceAll('\\', '/');
    if (!isQueries(path)) return null;
    let told = code;
    for (const { name, of } of exportedFunctions([queryFile(path, code)]).reverse()) {
      const { start = 0, end = 0, block } = of?.body ?? {};
      const tell = `globalThis.queriesRan?.add('${path} ${name}')`;
      const body = block ? `{ ${tell}; ${code.slice(start + 1, end)}` : `(${tell}, ${code.slice(start, end)})`;
      told = told.slice(0, start) + body + told.slice(end);
    }
    return { code: told, map: null }; // no line moves
  },
};

/** Law 5: when all test files have run, every exported query is among those that ran in one of them. A part of the files proves nothing. */
export default function setup(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), 'minsheng-queries-'));
  project.provide('queriesRan', folder);
  return async () => {
    const never = (await isWhole(project)) ? neverRun(folder) : [];
    rmSync(folder, { recursive: true });
    if (never.length > 0) throw new Error(`没有一个测试运行过这些查询，请补上测试，或删去：\n${never.join('\n')}`);
  };
}

async function isWhole(project: TestProject): Promise<boolean> {
  const { testFiles } = await project.globTestFiles();
  const run = new Set(project.vitest.state.getTestModules().map(({ moduleId }) => moduleId));
  return !project.vitest.config.testNamePattern && testFiles.every((file) => run.has(file));
}

function neverRun(folder: string): string[] {
  const ran = new Set(readdirSync(folder).flatMap((file) => readFileSync(join(folder, file), 'utf8').split('\n')));
  return exportedFunctions(queryFiles())
    .map(({ path, name }) => `${path} ${name}`)
    .filter((query) => !ran.has(query));
}
