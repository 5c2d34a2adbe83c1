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
  return app.get('/workbench/assets/*', assets).get('/workbench', page).get('/workbench/*', page);
}
