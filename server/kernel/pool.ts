import postgres from 'postgres';
import { gatheringSocket } from './transaction/gathering.ts';

const day = { to: 1082, from: [1082], serialize: (day: string) => day, parse: (day: string) => day };
const column = { from: postgres.toCamel, to: postgres.fromCamel }; // postgres.camel would rename keys inside jsonb too

export type Pool = postgres.Sql<{ day: string }>;
export type Where = string | { host: string; port: number; database: string; username?: string };

type Opening = (onclose: () => void) => Pool;
const openings = new WeakMap<Pool, { open: Opening; lines: Set<Pool>; distributed: boolean }>();

/** `where` is a URL or a private socket's folder and port; the name is the role that the connection acts as. `distributed`: over several servers. */
export function connect(where: Where, username?: string, max = 12, distributed = false): Pool {
  const common = { types: { day }, transform: { column }, onnotice: () => undefined, ...(username ? { username } : {}) };
  const make = (options: object): Pool =>
    typeof where === 'string' ? postgres(where, { ...common, ...options }) : postgres({ ...where, ...common, ...options });
  const [pool, lines] = [make({ max }), new Set<Pool>()];
  const end = pool.end;
  pool.end = async (options) => {
    await Promise.all([end(options), ...[...lines].map((line) => line.end(options))]);
  };
  openings.set(pool, {
    open: (onclose) => make({ max: 1, max_lifetime: null, onclose, socket: gatheringSocket }),
    lines,
    distributed,
  });
  return pool;
}

export const isDistributed = (pool: Pool): boolean => openings.get(pool)?.distributed === true;

/**
 * A line of its own to the same place, which says when it is closed: a connection reserved from the driver's pool tells that to
 * nobody. It ends with the pool, or when it is ended.
 */
export function openLine(pool: Pool, onclose: () => void): Pool {
  const opening = openings.get(pool);
  if (!opening) throw new TypeError('a pool that connect() did not make');
  const line = opening.open(onclose);
  opening.lines.add(line);
  return line;
}

export function endLine(pool: Pool, line: Pool): void {
  openings.get(pool)?.lines.delete(line);
  line.end({ timeout: 0 }).catch(() => undefined);
}
