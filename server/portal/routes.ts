import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Hono } from 'hono';
import { z } from 'zod';
import { type Env, shows } from '../app.ts';
import { lastSeal } from '../audit/queries.ts';
import { countyNow } from '../identity/queries.ts';
import type { Context } from '../kernel/context.ts';
import { campaignsOf, planOf, projectsOf } from '../plan/queries.ts';
import { type Home, homePage } from './home.ts';

/** The tokens are one set for the workbench and the portal. */
const folderOf = (name: string) => (name === 'tokens.css' ? '../../web/ui' : '.');
const styles = Object.fromEntries(
  ['tokens.css', 'portal.css', 'home.css'].map((name) => [
    name,
    readFileSync(join(import.meta.dirname, folderOf(name), name), 'utf8'),
  ]),
);

async function homeOf(context: Context): Promise<Omit<Home, 'large'>> {
  const [county, plan] = await Promise.all([countyNow(context), planOf(context, null)]);
  const [campaigns, projects] = plan
    ? await Promise.all([campaignsOf(context, plan.id), projectsOf(context, plan.id)])
    : [[], []];
  const standing = campaigns.filter(({ cancelledOn }) => cancelledOn === null);
  return {
    county: county?.name ?? '',
    demo: county?.demo ?? false,
    today: context.day,
    plan: plan ?? null,
    campaigns: standing,
    projects,
  };
}

const home = shows({ input: { query: z.looseObject({ large: z.string().optional() }) } }, async (c, { query }, look) => {
  const page = homePage({ ...(await look(homeOf)), large: query.large !== undefined });
  c.header('Cache-Control', 'public, max-age=0, must-revalidate');
  c.env.keep?.();
  return c.html(page);
});

const style = shows(
  { input: { param: z.strictObject({ name: z.enum(['tokens.css', 'portal.css', 'home.css']) }) } },
  async (c, { param }) =>
    c.body(styles[param.name] ?? '', 200, { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': 'public, max-age=3600' }),
);

/** Published outside the database, so that a chain that was made anew inside it is noticed. */
const auditHead = shows({ input: {} }, async (c, _given, look) => {
  const seal = await look(lastSeal);
  return c.text(seal ? `${seal.lastNo} ${seal.head} ${seal.sealedAt.toISOString()}\n` : '还没有封存。\n');
});

export const portalRoutes = new Hono<Env>().get('/', home).get('/portal/:name', style).get('/audit-head.txt', auditHead);
