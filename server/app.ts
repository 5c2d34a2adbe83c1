import { hash } from 'node:crypto';
import { Readable } from 'node:stream';
import { Hono, type Context as HttpContext } from 'hono';
import { getCookie } from 'hono/cookie';
import { html } from 'hono/html';
import type { z } from 'zod';
import { entriesOf, wrote, wroteNothing } from './audit/queries.ts';
import { type Right, rights } from './identity/rights.ts';
import type { Context, Db } from './kernel/context.ts';
import { newId } from './kernel/ids.ts';
import { log } from './kernel/log.ts';
import type { Pool } from './kernel/pool.ts';
import { keepReply } from './kernel/queries.ts';
import { type Refusal, refuse } from './kernel/refusal.ts';
import { alongside, inCounty, lookingAtCounty } from './kernel/transaction.ts';
import type { Cell, ColumnInput } from './render/document.ts';
import { streamXlsx } from './render/xlsx.ts';
import { type Admitted, admit, countyOf, forgetHolders, sessionOf } from './request/admission.ts';
import { heads, jsonReply } from './request/heads.ts';
import { bodyOf, idempotencyKey, type Parsed, parse, type Shapes, sentBody } from './request/parsing.ts';
import { refusalFor, refusals } from './request/refusals.ts';

export { bodyOf, countyOf, forgetHolders };

/** `wrote` is told of every commit; `keep` says that a page may serve everybody until the next one. */
export type Env = {
  Bindings: { pool: Pool; defaultCounty: number; counties: Set<number>; address?: string; wrote?: () => void; keep?: () => void };
};
type Http<S extends Shapes> = HttpContext<Env, string, { in: { [Part in keyof S]: z.input<S[Part]> } }>;

type Run<S extends Shapes, Reply> = (context: Context, given: Parsed<S>) => Promise<Reply>;
type Look = <T>(question: (context: Context) => Promise<T>) => Promise<T>;

type ReadRoute<S extends Shapes> = { input: S; rights: Right };
/** `prepare`: what must wait for something else than the database, as reading a file does. Before the snapshot, after the rights. */
type PreparedRoute<S extends Shapes, Ready> = ReadRoute<S> & { prepare?: (given: Parsed<S>, look: Look) => Promise<Ready> };
type Answer<S extends Shapes, Ready, Found> = (context: Context, given: Parsed<S>, ready: Ready) => Promise<Found>;

/** Answers a question in one read-only snapshot of the county; `finish` comes when that is closed, for what must wait for something else. */
export function reads<S extends Shapes, Ready, Found extends object, Reply extends object = Found>(
  route: PreparedRoute<S, Ready>,
  answer: Answer<S, Ready, Found>,
  finish?: (found: Found) => Promise<Reply>,
) {
  const handler = async (c: Http<S>) => {
    const given = await parse(c.req, route.input);
    const look: Look = (question) => looking(c, route.rights, question);
    if (route.prepare) await look(async () => undefined);
    const ready = (await route.prepare?.(given, look)) as Ready;
    const found = await looking(c, route.rights, (context) => answer(context, given, ready));
    return jsonReply((finish ? await finish(found) : found) as Reply, 200);
  };
  return Object.assign(handler, { right: route.rights });
}

/** The only rights whose writes may leave no audit entry: words on their way into a draft. Handing it in leaves one. */
const unaudited: readonly Right[] = ['article.autosave', 'scheme.autosave'];

type WriteRoute<S extends Shapes, Ready> = {
  input: S;
  rights: Right;
  /** What must wait for something else than the database: hashing, files. Before the transaction, after the rights. */
  prepare?: (given: Parsed<S>, look: Look, c: HttpContext<Env>) => Promise<Ready>;
};
type Act<S extends Shapes, Ready, Reply> = (context: Context, given: Parsed<S>, ready: Ready) => Promise<Reply>;

/**
 * Runs an action in one transaction, once for each idempotency key: all of it and its audit entry, or nothing. `settle` comes
 * after the commit: it sets a cookie, keeps part of the reply to itself, or refuses what first had to be remembered.
 */
export function writes<S extends Shapes, Ready, Reply extends object, Said extends object = Reply>(
  route: WriteRoute<S, Ready>,
  action: Act<S, Ready, Reply>,
  settle?: (c: HttpContext<Env>, reply: Reply) => Said,
) {
  const handler = async (c: Http<S>) => {
    const given = await parse(c.req, route.input);
    const look: Look = (question) => looking(c, route.rights, question);
    if (route.prepare) await look(async () => undefined);
    const ready = (await route.prepare?.(given, look, c as never)) as Ready;
    const once = rights[route.rights] === 'everyone' ? null : await intentOf(c);
    const reply = await writing(c, route.rights, once, async (context) => {
      const reply = await action(context, given, ready);
      const ahead = entriesOf(context.db);
      const mayBeSilent = ahead !== undefined || unaudited.includes(route.rights);
      if (once !== null) {
        // sent last, being itself a write; as text, so that it is sure to be sent ahead of the commit
        const allowed = mayBeSilent ? undefined : wroteNothing(context);
        alongside(context.db, keepReply(context, once, JSON.stringify(reply), { ahead, allowed }));
      } else if (ahead) alongside(context.db, ahead);
      else if (!mayBeSilent && (await wrote(context))) throw new Error(`${c.req.path} wrote and left no audit entry`);
      return reply;
    });
    c.env.counties.add(countyOf(c.req, c.env.defaultCounty)); // founded elsewhere, it is sealed from now on too
    c.env.wrote?.();
    return settle ? c.json(settle(c as never, reply), 201) : jsonReply(reply as object as Said, 201);
  };
  return Object.assign(handler, { right: route.rights });
}

type FileHandler<S extends Shapes> = ((c: Http<S>) => Promise<Response>) & { right: Right };
/** `keep`: the content can never change under this address. */
export type Sent = { content: Uint8Array; mediaType: string; name: string; keep?: boolean };

/**
 * Answers with a file that was found in one snapshot of the county; it is opened in the browser but can run nothing there.
 * `after` makes the file of what was found, after the snapshot: rendering takes longer than a connection may be held.
 */
export function readsFile<S extends Shapes>(route: ReadRoute<S>, answer: Run<S, Sent>): FileHandler<S>;
export function readsFile<S extends Shapes, Found>(
  route: ReadRoute<S>,
  answer: Run<S, Found>,
  after: (found: Found) => Promise<Sent>,
): FileHandler<S>;
export function readsFile<S extends Shapes>(
  route: ReadRoute<S>,
  answer: Run<S, unknown>,
  after: (found: never) => Promise<Sent> = async (found) => found,
): FileHandler<S> {
  const handler = async (c: Http<S>) => {
    const given = await parse(c.req, route.input);
    const found = await looking(c, route.rights, (context) => answer(context, given));
    const { content, mediaType, name, keep = false } = await after(found as never);
    const shown = /^(image|application\/pdf)/.test(mediaType) ? 'inline' : 'attachment';
    return c.body(Uint8Array.from(content), 200, {
      'Content-Type': mediaType,
      'Content-Disposition': `${shown}; filename*=UTF-8''${encodeURIComponent(name)}`,
      'Cache-Control': keep ? 'private, max-age=31536000, immutable' : 'no-store',
    });
  };
  return Object.assign(handler, { right: route.rights });
}

type SheetRoute<S extends Shapes, Row> = ReadRoute<S> & {
  name: string;
  columns: readonly (ColumnInput & { of: (row: Row) => Cell })[];
};

/** Any list as a spreadsheet: the rows that the page shows, ids as text, figures as numbers. */
export function sheets<S extends Shapes, Row>(route: SheetRoute<S, Row>, list: Run<S, readonly Row[]>) {
  const columns = route.columns.map(({ of: _, ...column }) => column);
  const file = `attachment; filename*=UTF-8''${encodeURIComponent(`${route.name}.xlsx`)}`;
  const handler = async (c: Http<S>) => {
    const given = await parse(c.req, route.input);
    const found = await looking(c, route.rights, (context) => list(context, given));
    const cells = found.map((row) => route.columns.map((column) => column.of(row)));
    const content = Readable.toWeb(streamXlsx({ name: route.name, columns }, cells)) as ReadableStream;
    return c.body(content, 200, { 'Content-Type': xlsx, 'Content-Disposition': file, 'Cache-Control': 'no-store' });
  };
  return Object.assign(handler, { right: route.rights });
}
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A page for everybody, rendered on the server in the county of the host; the page says itself how it may be kept. */
export function shows<S extends Shapes>(
  route: { input: S },
  page: (c: HttpContext<Env>, given: Parsed<S>, look: Look) => Promise<Response>,
) {
  const handler = async (c: Http<S>) => {
    const given = await parse(c.req, route.input);
    return page(c as never, given, (question) => looking(c, 'public.read', question));
  };
  return Object.assign(handler, { right: 'public.read' as const });
}

const intentOf = async (c: Http<Shapes>) =>
  hash('sha256', Buffer.concat([Buffer.from(`${idempotencyKey(c.req)} ${c.req.path} `), await sentBody(c.req)]));

const looking = <T>(c: Http<Shapes>, right: Right, run: (context: Context) => Promise<T>) => {
  const asked = presented(c);
  return lookingAtCounty(asked.pool, asked.county, (db) =>
    admit({ db, ...asked }, right, { remembered: true, once: null }).then((admitted) => run(contextOf(admitted))),
  );
};

const writing = <T extends object>(c: Http<Shapes>, right: Right, once: string | null, run: (context: Context) => Promise<T>) => {
  const asked = presented(c);
  const answer = (db: Db) =>
    admit({ db, ...asked }, right, { remembered: false, once }).then(
      (admitted) => (admitted.kept as T | null | undefined) ?? run(contextOf(admitted)),
    );
  return inCounty(asked.pool, asked.county, answer, once ?? undefined);
};

function presented(c: Http<Shapes>) {
  const county = countyOf(c.req, c.env.defaultCounty);
  return { county, digest: sessionOf(getCookie(c, 'session'), county), pool: c.env.pool };
}

const contextOf = ({ kept: _, ...admitted }: Admitted): Context => ({ ...admitted, requestId: newId(admitted.now) });

export function newApp(constraints: Record<string, Refusal>) {
  const app = new Hono<Env>();
  app.use(logged, heads, sameOrigin);
  app.notFound((c) => said(c, refusals.notThere));
  return app.onError((error, c) => {
    const refusal = refusalFor(error, constraints);
    if (refusal) return said(c, refusal);
    const id = newId(new Date());
    log.error({ id, fault: error.stack?.replace(error.message, error.name) }); // the message may quote rows
    return said(c, { code: 'server.fault', status: 500, message: `系统出错，没有保存，请报编号 ${id}。` });
  });
}

/** A person who opened an address reads a page; a page of ours reads the refusal itself. */
function said(c: HttpContext, refusal: Omit<Refusal, 'status'> & { status: Refusal['status'] | 500 }) {
  const reads = c.req.path.startsWith('/api/') || !c.req.header('Accept')?.includes('text/html');
  if (reads) return c.json(refusal, refusal.status);
  const page = html`<!DOCTYPE html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>民生实事</title><link rel="stylesheet" href="/portal/tokens.css"><link rel="stylesheet" href="/portal/portal.css"><link rel="stylesheet" href="/portal/home.css">
<body class="portal"><main class="wrap"><section class="open"><h1>${refusal.message}</h1><p><a href="/">回到首页</a></p></section></main></body></html>`;
  return c.html(page, refusal.status);
}

/** Browsers say where a write comes from; one that does not say is no page of ours. */
async function sameOrigin(c: HttpContext<Env>, next: () => Promise<void>) {
  const safe = c.req.method === 'GET' || c.req.method === 'HEAD';
  const origin = c.req.header('Origin') ?? '';
  if (!safe && (!URL.canParse(origin) || new URL(origin).host !== c.req.header('Host'))) refuse(refusals.elsewhere);
  await next();
}

async function logged(c: HttpContext<Env>, next: () => Promise<void>) {
  const began = performance.now();
  await next();
  log.info({ method: c.req.method, path: c.req.path, status: c.res.status, ms: Math.round(performance.now() - began) });
}
