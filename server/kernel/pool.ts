import postgres from 'postgres';

const day = { to: 1082, from: [1082], serialize: (day: string) => day, parse: (day: string) => day };
const column = { from: postgres.toCamel, to: postgres.fromCamel }; // postgres.camel would rename keys inside jsonb too

export type Pool = postgres.Sql<{ day: string }>;
export type ReservedDb = postgres.ReservedSql<{ day: string }>;
export type Where = string | { host: string; port: number; database: string; username?: string };

/** `where` is a URL or a private socket's folder and port; the name is the role that the connection acts as. */
export function connect(where: Where, username?: string, max = 12): Pool {
  const options = { types: { day }, transform: { column }, max, onnotice: () => undefined, ...(username ? { username } : {}) };
  return typeof where === 'string' ? postgres(where, options) : postgres({ ...where, ...options });
}
