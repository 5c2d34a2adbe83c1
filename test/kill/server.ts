import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { act, commandLine, found } from '../../server/founding.ts';
import { frontDoor } from '../../server/frontDoor.ts';
import { invitePerson } from '../../server/identity/actions/person.ts';
import { acceptInvitation } from '../../server/identity/actions/session.ts';
import { addUnits } from '../../server/identity/actions/unit.ts';
import { hashed } from '../../server/identity/passwords.ts';
import { countyNow } from '../../server/identity/queries.ts';
import { embeddedPostgres } from '../../server/kernel/embedded.ts';
import { log } from '../../server/kernel/log.ts';
import { migrate } from '../../server/kernel/migration.ts';
import { connect, type Pool } from '../../server/kernel/pool.ts';
import { app } from '../../server/modules.ts';

/** The server as it runs in an office, on a data folder of its own, with one county and one person; told to be killed. */
log.level = 'silent';
const code = 430599;
const { connection } = await embeddedPostgres({ folder: process.argv[2] ?? '', say: () => undefined });
const owner = connect(connection, undefined, 1);
await migrate(owner, join(import.meta.dirname, '../../database/migrations'));
await owner.end();
const pool = connect(connection, 'minsheng_app');
const cookie = await signedIn(pool);
const server = frontDoor(app, { pool, defaultCounty: code, counties: new Set([code]) });
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`${JSON.stringify({ port: (server.address() as AddressInfo).port, cookie })}\n`);
});

async function signedIn(pool: Pool): Promise<string> {
  if (await act(pool, code, commandLine, countyNow)) return '';
  await found(pool, { code, name: '某县', demoDay: null });
  const registrar = { ...commandLine, roles: ['securityAdmin', 'systemAdmin', 'officeStaff'] };
  const secret = await act(pool, code, registrar, async (context) => {
    const unit = { name: '县政府办', kind: 'office' as const, code: null, host: true };
    const { ids } = await addUnits(context, [unit]);
    const person = { account: 'office', name: '李卫平', unitId: ids[0] ?? null, roles: ['officeStaff' as const] };
    return (await invitePerson(context, person)).invitation;
  });
  const hash = await hashed('Ceshi-2023-mima');
  const session = await act(pool, code, commandLine, (context) => acceptInvitation(context, secret, hash, ''));
  return `session=${code}.${session.secret}`;
}
