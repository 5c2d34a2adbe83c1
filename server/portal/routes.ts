import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Hono } from 'hono';
import { z } from 'zod';
import { type Env, shows } from '../app.ts';
import { lastSeal } from '../audit/queries.ts';
import { type Drawn, drawnForAll } from '../bulletin/actions.ts';
import { publicBulletins } from '../bulletin/queries.ts';
import { countyNow } from '../identity/queries.ts';
import type { Context } from '../kernel/context.ts';
import { campaignsOf, planOf, projectsOf } from '../plan/queries.ts';
import { elements } from '../project/elements.ts';
import { membersOn } from '../project/project.ts';
import { entriesOf, membershipsOf } from '../project/queries.ts';
import { sheetOf, versionsOf } from '../project/sheet.ts';
import { renderHtml } from '../render/html.ts';
import { bulletinPage, bulletinsPage, noBulletin } from './bulletins.ts';
import { homePage } from './home.ts';
import { publicPdf } from './jobs.ts';
import type { Place } from './layout.ts';
import { noProject, projectPage } from './project.ts';

/** The tokens are one set for the workbench and the portal. */
const sheets = { 'tokens.css': '../../web/ui', 'portal.css': '.', 'home.css': '.', 'paper.css': '../render' } as const;
type Sheet = keyof typeof sheets;
const styles = Object.fromEntries(
  Object.entries(sheets).map(([name, folder]) => [name, readFileSync(join(import.meta.dirname, folder, name), 'utf8')]),
);

async function placeOf(context: Context) {
  const [county, bulletins] = await Promise.all([countyNow(context), publicBulletins(context)]);
  return { county: county?.name ?? '', demo: county?.demo ?? false, today: context.day, bulletins };
}
type Found = Awaited<ReturnType<typeof placeOf>>;
const placed = ({ bulletins, ...found }: Found, path: string, large: string | undefined): Place => ({
  ...{ ...found, path, bulletins: bulletins.length > 0, large: large !== undefined },
});

async function homeOf(context: Context) {
  const [place, plan] = await Promise.all([placeOf(context), planOf(context, null)]);
  const [campaigns, projects] = plan
    ? await Promise.all([campaignsOf(context, plan.id), projectsOf(context, plan.id)])
    : [[], []];
  const standing = campaigns.filter(({ cancelledOn }) => cancelledOn === null);
  return { place, plan: plan ?? null, campaigns: standing, projects };
}

const letters = z.looseObject({ large: z.string().optional() });
const fresh = { 'Cache-Control': 'public, max-age=0, must-revalidate' };

const home = shows({ input: { query: letters } }, async (c, { query }, look) => {
  const { place, ...found } = await look(homeOf);
  const newest = place.bulletins[0] ?? null;
  c.env.keep?.();
  return c.html(homePage({ ...placed(place, '/', query.large), ...found, newest }), 200, fresh);
});

/** A project of the newest plan with what of its sheet is in force today and meant for residents. */
async function publicProjectOf(context: Context, id: string) {
  const { plan, campaigns, projects } = await homeOf(context);
  const project = plan ? projects.find((each) => each.id === id) : undefined;
  if (!project) return null;
  const [entries, memberships] = await Promise.all([entriesOf(context, project.id), membershipsOf(context, project.id)]);
  const shown = sheetOf(entries, context.day).filter(({ key }) => elements[key].shown);
  return {
    project,
    former: new Map(
      shown.map(({ key }) => [
        key,
        versionsOf(entries, key).filter(({ state, toOn }) => state === 'confirmed' && toOn !== null && toOn < context.day),
      ]),
    ),
    facts: new Map(shown.flatMap(({ key, inForce }) => (inForce ? [[key, inForce] as const] : []))),
    members: membersOn(memberships, context.day),
    campaigns: campaigns.filter(({ projects }) => projects.includes(project.name)),
  };
}

const project = shows(
  { input: { param: z.strictObject({ id: z.string() }), query: letters } },
  async (c, { param, query }, look) => {
    const { place, found } = await look(async (context) => ({
      place: await placeOf(context),
      found: await publicProjectOf(context, param.id),
    }));
    const shown = placed(place, `/projects/${param.id}`, query.large);
    if (!found) return c.html(noProject(placed(place, '/', query.large)), 404);
    c.env.keep?.();
    return c.html(projectPage(shown, found), 200, fresh);
  },
);

const bulletins = shows({ input: { query: letters } }, async (c, { query }, look) => {
  const place = await look(placeOf);
  c.env.keep?.();
  return c.html(bulletinsPage(placed(place, '/bulletins', query.large), place.bulletins), 200, fresh);
});

/** A month, or its file: /bulletins/2023-10 and /bulletins/2023-10.pdf. */
const bulletin = shows(
  { input: { param: z.strictObject({ name: z.string() }), query: letters } },
  async (c, { param, query }, look) => {
    const [, month = '', file] = /^(\d{4}-\d\d)(\.pdf)?$/.exec(param.name) ?? [];
    const { place, drawn, county } = await look(async (context) => ({
      place: await placeOf(context),
      drawn: await drawnForAll(context, month),
      county: context.county,
    }));
    const shown = placed(place, `/bulletins/${month}`, query.large);
    if (!drawn) return c.html(noBulletin(shown), 404);
    c.env.keep?.();
    const { document, bulletin, given } = drawn;
    if (file)
      return c.body(await publicPdf(keyOf(county, drawn), document), 200, { 'Content-Type': 'application/pdf', ...fresh });
    c.env.keep?.();
    return c.html(bulletinPage(shown, bulletin, { paper: renderHtml(document), head: given.head }), 200, fresh);
  },
);
const keyOf = (county: number, { month, bulletin, given }: Drawn) => `${county} ${month} ${bulletin.version} ${given.head}`;

const style = shows(
  { input: { param: z.strictObject({ name: z.enum(Object.keys(sheets) as [Sheet, ...Sheet[]]) }) } },
  async (c, { param }) =>
    c.body(styles[param.name] ?? '', 200, { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': 'public, max-age=3600' }),
);

/** Published outside the database, so that a chain that was made anew inside it is noticed. */
const auditHead = shows({ input: {} }, async (c, _given, look) => {
  const seal = await look(lastSeal);
  return c.text(seal ? `${seal.lastNo} ${seal.head} ${seal.sealedAt.toISOString()}\n` : '还没有封存。\n');
});

export const portalRoutes = new Hono<Env>()
  .get('/', home)
  .get('/projects/:id', project)
  .get('/bulletins', bulletins)
  .get('/bulletins/:name', bulletin)
  .get('/portal/:name', style)
  .get('/audit-head.txt', auditHead);
