import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, inject } from 'vitest';

declare global {
  /** The queries that ran in this test file, each as its file and its name. */
  var queriesRan: Set<string> | undefined;
}

const ran = new Set<string>();
globalThis.queriesRan = ran;
afterAll(() => writeFileSync(join(inject('queriesRan'), randomUUID()), [...ran].join('\n')));
