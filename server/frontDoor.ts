import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import type { Env } from './app.ts';

type Page = { head: Record<string, string>; body: Buffer; until: number };
type Bindings = Omit<Env['Bindings'], 'address' | 'wrote' | 'keep'>;

/** `proxied`: the client's address is the one that the proxy names. `committed` is told of every write. */
type Ways = { proxied?: boolean; committed?: () => void };

const freshFor = 1000; // ms: what another process writes, a command beside the server, is seen after that
const mostPages = 500;

/**
 * Public pages answered without the rest of the house while nothing has been written in their county. A page that was being
 * rendered when somebody wrote is not kept, so that whoever saved sees it at his next request. Kept answers are not logged.
 */
export function frontDoor(app: Hono<Env>, bindings: Bindings, { proxied = false, committed = () => {} }: Ways = {}): Server {
  const pages = new Map<string, Page>();
  let written = 0; // how many writes have been committed, of whatever county
  const wrote = () => {
    written += 1;
    pages.clear();
    committed();
  };

  async function answer(request: Request, { incoming }: { incoming: IncomingMessage }) {
    const before = written;
    let mayKeep = false;
    const keep = () => {
      mayKeep = true;
    };
    const response = await app.fetch(request, { ...bindings, address: addressOf(incoming, proxied), wrote, keep });
    if (!mayKeep || response.status !== 200 || incoming.method !== 'GET') return response;
    const body = Buffer.from(await response.arrayBuffer());
    const head = { ...Object.fromEntries(response.headers), 'content-length': `${body.length}` };
    if (pages.size >= mostPages) pages.clear();
    if (before === written) pages.set(nameOf(incoming), { head, body, until: performance.now() + freshFor });
    return new Response(body, { status: 200, headers: head });
  }

  const others = getRequestListener(answer as Parameters<typeof getRequestListener>[0]);
  return createServer((request: IncomingMessage, response: ServerResponse) => {
    const page = request.method === 'GET' && !wantsFresh(request) ? pages.get(nameOf(request)) : undefined;
    if (page === undefined || page.until < performance.now()) return others(request, response);
    response.writeHead(200, page.head).end(page.body);
  });
}

/** Behind a proxy of the county's own, the last address it was told of; what stands before that, anybody can claim. */
const addressOf = ({ socket, headers }: IncomingMessage, proxied: boolean) =>
  (proxied && `${headers['x-forwarded-for'] ?? ''}`.split(',').at(-1)?.trim()) || (socket.remoteAddress ?? '');

const nameOf = ({ headers, url }: IncomingMessage) => `${headers.host} ${url}`;
/** A browser's reload. */
const wantsFresh = ({ headers }: IncomingMessage) => headers['cache-control'] === 'no-cache';
