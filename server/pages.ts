import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import type { Hono } from 'hono';
import type { Env } from './app.ts';

/** The workbench's built files beside the routes: assets carry their digest in the name, every other path is the one page. */
export function withPages(app: Hono<Env>, dist: string) {
  const keep = 'public, max-age=31536000, immutable';
  const assets = serveStatic<Env>({ root: dist, precompressed: true, onFound: (_path, c) => c.header('Cache-Control', keep) });
  const page = serveStatic<Env>({
    path: join(dist, 'workbench/index.html'),
    onFound: (_path, c) => c.header('Cache-Control', 'no-cache'),
  });
  const verify = verifyPage(join(dist, 'verify.html'));
  app.get('/verify.html', (c) =>
    verify ? c.html(verify.page, 200, { 'Content-Security-Policy': verify.policy, 'Cache-Control': 'no-cache' }) : c.notFound(),
  );
  return app.get('/workbench/assets/*', assets).get('/workbench', page).get('/workbench/*', page);
}

/** The page that checks an exported month, under the policy that it carries itself: it is stricter than ours. */
function verifyPage(path: string) {
  if (!existsSync(path)) return null;
  const page = readFileSync(path, 'utf8');
  const [, policy = "default-src 'none'"] = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(page) ?? [];
  return { page, policy };
}
