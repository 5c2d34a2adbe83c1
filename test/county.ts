import { randomInt, randomUUID } from 'node:crypto';
import { inject } from 'vitest';
import { act, commandLine, found } from '../server/founding.ts';
import { invitePerson } from '../server/identity/actions/person.ts';
import { acceptInvitation } from '../server/identity/actions/session.ts';
import { addUnits } from '../server/identity/actions/unit.ts';
import { hashed } from '../server/identity/passwords.ts';
import type { Role } from '../server/identity/rights.ts';
import type { Context, Db } from '../server/kernel/context.ts';
import { CountyDate } from '../server/kernel/dates.ts';
import { log } from '../server/kernel/log.ts';
import { connect } from '../server/kernel/pool.ts';
import { inCounty } from '../server/kernel/transaction.ts';
import { app } from '../server/modules.ts';

log.level = 'silent';
export const pool = connect(inject('database'), 'minsheng_app', 6);
export const owner = () => connect(inject('database'), undefined, 1);
export const password = 'Ceshi-2023-mima';
const hash = hashed(password);

const unitNames = ['县政府办', '县水利局', '县住建局'] as const;
const cast: readonly (readonly [name: string, role: Role, unit: (typeof unitNames)[number]])[] = [
  ['李卫平', 'officeStaff', '县政府办'],
  ['周敏', 'officeStaff', '县政府办'],
  ['陈建国', 'officeLead', '县政府办'],
  ['何静', 'informationOfficer', '县水利局'],
  ['刘股长', 'sectionHead', '县水利局'],
  ['王副局长', 'deputyHead', '县水利局'],
  ['张局长', 'unitHead', '县水利局'],
  ['罗建平', 'informationOfficer', '县住建局'],
  ['陈股长', 'sectionHead', '县住建局'],
  ['周副局长', 'deputyHead', '县住建局'],
  ['吴局长', 'unitHead', '县住建局'],
];
export type Said = { status: number; said: Record<string, never> & { message?: string; code?: string }; cookie: string };

/** A county for one test alone, founded and staffed by the acts that a real one uses; nothing to clean up. */
export async function aCounty(day = '2023-10-08') {
  const code = randomInt(100_000, 1_000_000_000);
  const today = CountyDate.parse(day);
  const founded = await found(pool, { code, name: '某县', demoDay: today });
  const as = <T>(run: (context: Context) => Promise<T>, actor = commandLine) => act(pool, code, actor, run, today);
  const cookies = new Map<string, string>();
  const enter = async (name: string, secret: string) =>
    cookies.set(
      name,
      `session=${code}.${(await as(async (context) => acceptInvitation(context, secret, await hash, ''))).secret}`,
    );
  for (const [role, secret] of Object.entries(founded.invitations)) await enter(role, secret);
  const registrar = { ...commandLine, roles: ['securityAdmin', 'systemAdmin', 'officeStaff'] };
  const kinds = unitNames.map((name, place) => ({
    name,
    kind: 'government' as const,
    code: null,
    host: place === 0,
    fromOn: CountyDate.parse('2023-01-01'),
  }));
  const { ids } = await as((context) => addUnits(context, kinds), registrar);
  const people = new Map<string, string>();
  for (const [name, role, unit] of cast) {
    const person = { account: `u${people.size}`, name, unitId: ids[unitNames.indexOf(unit)] ?? null, roles: [role] };
    const { id, invitation } = await as((context) => invitePerson(context, person), registrar);
    people.set(name, id);
    await enter(name, invitation);
  }
  const inside = <T>(run: (db: Db) => Promise<T>) => inCounty(pool, code, run);

  async function ask(
    who: string | null,
    path: string,
    body?: object | string | Uint8Array<ArrayBuffer>,
    headers: Record<string, string> = {},
  ): Promise<Said> {
    const host = `${code}.localhost`;
    const sent = {
      host,
      origin: `http://${host}`,
      cookie: (who && cookies.get(who)) ?? '',
      'idempotency-key': randomUUID(),
      ...headers,
    };
    const init =
      body === undefined
        ? { headers: sent }
        : {
            method: 'POST',
            headers: sent,
            body: typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body),
          };
    const reply = await app.request(`http://${host}${path}`, init, {
      pool,
      defaultCounty: code,
      counties: new Set<number>(),
      address: '127.0.0.1',
    });
    return {
      status: reply.status,
      said: (isJson(reply) ? await reply.json() : {}) as never,
      cookie: reply.headers.get('set-cookie') ?? '',
    };
  }
  const person = (name: string) => people.get(name) ?? '';
  return { code, ids, founded, inside, as, ask, person, cookies };
}
export type County = Awaited<ReturnType<typeof aCounty>>;

const isJson = (reply: Response) => reply.headers.get('content-type')?.startsWith('application/json') ?? false;

/** Everybody who signs in, by the role he has. */
export const whoHas: Record<Role, string> = {
  ...(Object.fromEntries(cast.toReversed().map(([name, role]) => [role, name])) as Record<Role, string>),
  systemAdmin: 'systemAdmin',
  securityAdmin: 'securityAdmin',
  auditAdmin: 'auditAdmin',
};
