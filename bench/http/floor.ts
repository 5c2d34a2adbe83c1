import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import pg from 'pg';

/** node:http and pg with the same main statements, no session, no row security, nothing checked and nothing kept for a retry. */
type Wanted = { host: string; port: number; county: number; unit: string; author: string; page: string };
const { host, port, county, unit, author, page } = JSON.parse(process.argv[2] ?? '{}') as Wanted;
const pool = new pg.Pool({ host, port, user: 'postgres', database: 'postgres', max: 12 });

const list = `
  with page as (
    select id, unit_id, author_id, title, genre, project_id, campaign_id, state, level, version_no, saved_at from article
    where county_id = $1 and unit_id = $2 order by id desc limit 51)
  select a.id, a.unit_id, n.name as unit_name, w.name as author_name, a.title, a.genre, p.name as project_name, c.theme, a.state, a.level,
    v.words, s.submitted_on, a.saved_at
  from page a
  join person w on w.county_id = $1 and w.id = a.author_id
  join unit_name n on n.county_id = $1 and n.unit_id = a.unit_id and not n.alias and n.to_on is null
  left join project p on p.county_id = $1 and p.id = a.project_id
  left join campaign c on c.county_id = $1 and c.id = a.campaign_id
  left join article_version v on v.county_id = $1 and v.article_id = a.id and v.no = a.version_no
  left join submission s on s.county_id = $1 and s.article_id = a.id and s.version_no = a.version_no
  order by a.id desc`;
const one = `select a.id, a.unit_id, n.name as unit_name, a.origin, a.author_id, w.name as author_name, a.title, a.body, a.pictures, a.genre,
    a.project_id, p.name as project_name, a.campaign_id, c.theme, a.commission_id, a.state, a.level, a.version_no, a.version, a.saved_at,
    (select coalesce(jsonb_agg(jsonb_build_object('no', v.no, 'title', v.title, 'body', v.body, 'pictures', v.pictures, 'genre', v.genre,
        'words', v.words, 'digest', v.digest, 'madeByName', m.name, 'madeOn', v.made_on, 'madeAt', v.made_at) order by v.no), '[]')
      from article_version v join person m on m.county_id = v.county_id and m.id = v.made_by
      where v.county_id = $1 and v.article_id = a.id) as versions,
    (select coalesce(jsonb_agg(jsonb_build_object('versionNo', s.version_no, 'level', s.level, 'kind', s.kind, 'signerName', l.signer_name,
        'personId', l.person_id, 'sheet', l.sheet, 'recordedByName', r.name, 'note', s.note, 'mistakes', s.mistakes,
        'signedOn', s.signed_on, 'signedAt', s.signed_at) order by s.version_no, s.level, s.signed_at, s.kind desc), '[]')
      from signature s
      join review_level l on l.county_id = s.county_id and l.article_id = s.article_id and l.version_no = s.version_no and l.level = s.level
      left join person r on r.county_id = l.county_id and r.id = l.recorded_by
      where s.county_id = $1 and s.article_id = a.id) as signatures,
    (select coalesce(jsonb_agg(jsonb_build_object('versionNo', b.version_no, 'level', b.level, 'reason', b.reason, 'byName', m.name,
        'returnedOn', b.returned_on, 'returnedAt', b.returned_at) order by b.id), '[]')
      from article_return b join person m on m.county_id = b.county_id and m.id = b.returned_by
      where b.county_id = $1 and b.article_id = a.id) as returns,
    (select coalesce(jsonb_agg(jsonb_build_object('id', h.id, 'versionNo', h.version_no, 'submittedOn', h.submitted_on,
        'submittedAt', h.submitted_at, 'outcome', h.outcome, 'reason', h.reason, 'decidedByName', d.name, 'decidedOn', h.decided_on,
        'factId', h.fact_id) order by h.version_no), '[]')
      from submission h left join person d on d.county_id = h.county_id and d.id = h.decided_by
      where h.county_id = $1 and h.article_id = a.id) as submissions
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
  return { articles: (await pool.query({ name: 'list', text: list, values: [county, unit] })).rows.slice(0, 50) };
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
