import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { embeddedPostgres } from '../server/kernel/embedded.ts';
import { migrate } from '../server/kernel/migration.ts';
import { connect, type Where } from '../server/kernel/pool.ts';

declare module 'vitest' {
  interface ProvidedContext {
    database: Where;
  }
}

/** One real PostgreSQL for the whole run; every test founds a county of its own in it. */
export default async function setup(project: TestProject) {
  const folder = await mkdtemp(join(tmpdir(), 'minsheng-test-'));
  const { connection, stop } = await embeddedPostgres({ folder, say: () => undefined, durable: false });
  const owner = connect(connection, undefined, 1);
  await migrate(owner, join(import.meta.dirname, '../database/migrations'));
  await owner.end();
  project.provide('database', { ...connection });
  return async () => {
    await stop();
    await rm(folder, { recursive: true, force: true });
  };
}
