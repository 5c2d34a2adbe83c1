import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import pg from 'pg';

/** node:http and pg with the same main statements, no session, no row security, nothing checked and nothing kept for a retry. */
type Wanted = { host: string; port: number; county: number; unit: string; author: string; page: string };
const { host, port, county, unit, author, page } = JSON.parse(process.argv[2] ?? '{}') as Wanted;
const pool = new pg.Pool({ host, port, user: 'postgres', database: 'postgres', max: 12 });

const list = `select a.id, a.unit_id, n.name as unit_name, w.name as author_name, a.title, a.genre, p.name as project_name, c.theme, a.state, a.saved_at
  from article a
  join person w on w.county_id = a.county_id and w.id = a.author_id
  join unit_name n on n.county_id = a.county_id and n.unit_id = a.unit_id and not n.alias and n.to_on is null
  left join project p on p.county_id = a.county_id and p.id = a.project_id
  left join campaign c on c.county_id = a.county_id and c.id = a.campaign_id
  left join article_version v on v.county_id = a.county_id and v.article_id = a.id and v.no = a.version_no
  left join submission s on s.county_id = a.county_id and s.article_id = a.id and s.version_no = a.version_no
  where a.county_id = $1 and a.unit_id = $2 order by a.id desc limit 50`;
const one = `select a.id, a.unit_id, n.name as unit_name, w.name as author_name, a.title, a.body, a.pictures, a.genre, p.name as project_name,
    c.theme, a.state, a.version_no, a.version, a.saved_at
  from article a
  join person w on w.county_id = a.county_id and w.id = a.author_id
  join unit_name n on n.county_id = a.county_id and n.unit_id = a.unit_id and not n.alias and n.to_on is null
  left join project p on p.county_id = a.county_id and p.id = a.project_id
  left join campaign c on c.county_id = a.county_id and c.id = a.campaign_id
  where a.county_id = $1 and a.id = $2`;
const create = `insert into article (county_id, id, unit_id, origin, author_id, title, body, pictures, genre, state, version_no, version, created_at, saved_at)
  values ($1, gen_random_uuid(), $2, 'unit', $3, $4, $5, '[]', $6, 'draft', 0, 1, now(), now()) returning id`;

async function answer(request: IncomingMessage): Promise<object> {
  const [, , , id] = (request.url ?? '').split('/');
  if (request.method === 'POST') {
    const { title, body, genre } = JSON.parse(await text(request));
    return (await pool.query({ name: 'create', text: create, values: [county, unit, author, title, body, genre] })).rows[0];
  }
  if (id !== undefined) return (await pool.query({ name: 'one', text: one, values: [county, id] })).rows[0];
  return { articles: (await pool.query({ name: 'list', text: list, values: [county, unit] })).rows };
}

const bytes = Buffer.from(page);
async function serve(request: IncomingMessage, response: ServerResponse) {
  if (request.url === '/')
    return response.writeHead(200, { 'content-type': 'text/html', 'content-length': bytes.length }).end(bytes);
  const body = Buffer.from(JSON.stringify(await answer(request)));
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length }).end(body);
}

const server = createServer((request, response) => void serve(request, response));
server.listen(0, '127.0.0.1', () => process.stdout.write(`${(server.address() as AddressInfo).port}\n`));
