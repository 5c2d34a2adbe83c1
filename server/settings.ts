import { join } from 'node:path';

/** The only reader of the environment; what is not set has the value that suits a first try on one machine. */
const { env } = process;
const project = join(import.meta.dirname, '..');

export const settings = {
  project,
  data: env.MINSHENG_DATA ?? join(project, 'data'),
  host: env.HOST ?? '127.0.0.1',
  port: Number(env.PORT ?? 8023),
  proxied: env.MINSHENG_PROXIED === '1',
  databaseUrl: env.DATABASE_URL,
  databaseAppUrl: env.DATABASE_APP_URL, // the same database as minsheng_app; without it the owner's URL with the role's name
  county: env.MINSHENG_COUNTY === undefined ? null : Number(env.MINSHENG_COUNTY),
} as const;
