import { randomUUID } from 'node:crypto';
import { inject } from 'vitest';
import { connect, type Pool, type Where } from '../server/kernel/pool.ts';

/** A database of its own on the same server, as `DATABASE_URL` would point to. */
export async function inDatabase<T>(run: (owner: Pool, own: Where) => Promise<T>, setting = ''): Promise<T> {
  const name = `d${randomUUID().replaceAll('-', '')}`;
  const where = inject('database');
  const server = connect(where, undefined, 1);
  await server.unsafe(`create database ${name}`);
  if (setting) await server.unsafe(`alter database ${name} set ${setting}`);
  const own = { ...(where as object), database: name } as unknown as Where;
  const owner = connect(own, undefined, 1);
  try {
    return await run(owner, own);
  } finally {
    await owner.end();
    await server.unsafe(`drop database ${name}`);
    await server.end();
  }
}
