import { randomUUID } from 'node:crypto';
import { connect, type Where } from '../../server/kernel/pool.ts';
import { demoPassword } from '../../server/seeding.ts';

export const code = 430523;
export const articles = 20_000;

/** In the demo county, one unit more with 20,000 articles and the 信息员 who wrote them; his cookie, and what the floor must know. */
export async function crowd(address: string, where: Where) {
  const ask = asker(address);
  const admin = await ask('/api/sign-in', { account: 'systemAdmin', password: demoPassword }).then(cookieOf);
  const { units } = (await (await ask('/api/units', undefined, admin)).json()) as { units: { id: string }[] };
  const unit = units[0]?.id ?? '';
  const person = { account: 'xxy', name: '何静', unitId: unit, roles: ['informationOfficer'] };
  const { id: author, invitation } = (await (await ask('/api/people', person, admin)).json()) as {
    id: string;
    invitation: string;
  };
  const cookie = await ask(`/api/invitations/${invitation}`, { password: demoPassword }).then(cookieOf);
  const owner = connect(where, undefined, 1);
  await owner`
    insert into article (county_id, id, unit_id, origin, author_id, title, body, pictures, genre, state, version_no, version, created_at, saved_at)
    select ${code}, ('0198f0a0-' || lpad(to_hex(n), 4, '0') || '-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, ${unit}::uuid, 'unit', ${author}::uuid,
      '农村饮水安全工程第' || n || '处通水', repeat('水通了，村里人都高兴。', 40), '[]', 'news', 'draft', 0, 1, now(), now()
    from generate_series(1, ${articles}) n`;
  await owner`analyze article`;
  await owner.end();
  return { cookie, unit, author };
}

const asker = (address: string) => (path: string, body?: object, cookie?: string) =>
  fetch(address + path, {
    method: body ? 'POST' : 'GET',
    headers: { origin: address, 'idempotency-key': randomUUID(), ...(cookie ? { cookie } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });

const cookieOf = (reply: Response) =>
  reply.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('');
