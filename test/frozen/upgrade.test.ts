import { createHash } from 'node:crypto';
import { copyFile, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lockMonth } from '../../server/assessment/actions/lock.ts';
import { frozenMonth, monthExport } from '../../server/assessment/actions/month.ts';
import { verifyMonths } from '../../server/assessment/actions/verify.ts';
import { knownPolicies } from '../../server/assessment/policies.ts';
import { policiesIn } from '../../server/assessment/queries/draft.ts';
import { monthLocks } from '../../server/assessment/queries.ts';
import { verifyAudit } from '../../server/audit/actions.ts';
import { giveOwedReceipts, recordFact } from '../../server/fact/actions.ts';
import { act, commandLine } from '../../server/founding.ts';
import type { Actor, Context } from '../../server/kernel/context.ts';
import { CountyDate } from '../../server/kernel/dates.ts';
import { type Id, newId } from '../../server/kernel/ids.ts';
import { migrate } from '../../server/kernel/migration.ts';
import { connect, type Pool } from '../../server/kernel/pool.ts';
import { inDatabase } from '../ownDatabase.ts';

const here = import.meta.dirname;
const migrations = join(here, '../../database/migrations');
const frozen = (await readFile(join(here, 'e23ae58.jsonl'), 'utf8')).split('\n')[0];
const october = frozenMonth(`${frozen}\n`);
const { county: code, month, head, facts, units, schemes, calendar } = october;
const host = units.find(({ group }) => group === '专班所在')?.id ?? '';
const [lead, office, adopting] = [newId<'person'>(new Date()), newId<'person'>(new Date()), newId<'scheme'>(new Date())];
const at = new Date('2023-11-02T01:00:00Z');

/** The tables as they stood when `last` was the newest file. */
async function migratedTo(owner: Pool, last: string) {
  const folder = await mkdtemp(join(tmpdir(), 'minsheng-old-'));
  for (const file of await readdir(migrations))
    if (file.slice(0, 4) <= last) await copyFile(join(migrations, file), join(folder, file));
  await migrate(owner, folder);
  await rm(folder, { recursive: true });
}

/** What the program of e23ae58 had written of the demo county's October, locked. */
async function oldCounty(db: Pool) {
  await db`insert into county ${db({ countyId: code, name: '邵阳县', demo: true, demoDay: '2023-11-02', createdAt: at })}`;
  for (const { id, name, group, from } of units) {
    const kind = group === '乡镇' ? 'township' : 'government';
    await db`insert into unit ${db({ countyId: code, id, kind, code: null, host: id === host, fromOn: from, toOn: null, version: 1 })}`;
    await db`insert into unit_name ${db({ countyId: code, unitId: id, name, alias: false, fromOn: from, toOn: null })}`;
  }
  for (const [id, account, role] of [
    [lead, 'lead', 'officeLead'],
    [office, 'office', 'officeStaff'],
  ] as const) {
    const person = { countyId: code, id, unitId: host, account, name: account, roles: [role], createdAt: at, version: 1 };
    await db`insert into person ${db(person)}`;
  }
  await db`insert into calendar_day ${db(calendar.map((day) => ({ countyId: code, name: '', ...day })))}`;
  await oldFiles(db);
  await oldLedger(db);
}

async function oldFiles(db: Pool) {
  const clippings = join(here, '../../database/demo/clippings');
  const all = [...(await readdir(clippings)).map((name) => join(clippings, name)), join(here, 'zhujian1-ribao.webp')];
  for (const path of all) {
    const content = await readFile(path);
    const sha256 = createHash('sha256').update(content).digest('hex');
    if (!october.evidence.some((each) => each.sha256 === sha256)) continue;
    const file = { sha256, mediaType: 'image/webp', name: '剪报', size: content.length, content, storedBy: office, storedAt: at };
    await db`insert into file ${db({ countyId: code, ...file })}`;
  }
}

async function oldLedger(db: Pool) {
  const [scheme] = schemes;
  if (scheme === undefined) throw new Error('no scheme');
  const body = { ...scheme, groups: scheme.groups.filter(({ name }) => name !== '专班所在'), listedOnly: [] };
  const audit = (what: string, subjectId: string, reason: string) => {
    const entry = {
      countyId: code,
      id: newId(at),
      at,
      personId: lead,
      requestId: newId(at),
      what,
      subjectId,
      version: 1,
      reason,
    };
    return db`insert into audit_entry ${db(entry)}`;
  };
  await db`insert into scheme ${db({
    ...{ countyId: code, id: adopting, code: scheme.id, name: scheme.name, body: db.json(body as never), fromOn: scheme.from },
    ...{ toOn: null, adoptedBy: lead, adoptedAt: at },
  })}`;
  await audit('scheme.adopt', adopting, `${scheme.id}，${scheme.from} 起`);
  await db`insert into period ${db({ countyId: code, month, version: facts.length, lockedAt: at, lockedBy: lead })}`;
  for (const { unit, attributes, ...fact } of facts) {
    const row = { countyId: code, unitId: unit, attributes: db.json(attributes as never), ...fact, sourceId: newId(at) };
    await db`insert into fact ${db({ ...row, recordedBy: office, recordedAt: at })}`;
  }
  await db`insert into month_lock ${db({ countyId: code, month, export: `${frozen}\n`, head, lockedBy: lead, lockedAt: at })}`;
  await audit('month.lock', newId(at), `${month} ${head}`);
}

test.each(['0012', '0017'])(
  '库停在 %s 的老县，升到头：减负规定补上了，十月照样核对一致，十一月照样记、算、锁',
  (last) =>
    inDatabase(async (owner, own) => {
      await migratedTo(owner, last);
      await oldCounty(owner);
      await migrate(owner, migrations);
      const pool = connect(own, 'minsheng_app', 2);
      try {
        await stillWorks(pool);
      } finally {
        await pool.end();
      }
    }),
  60_000,
);

async function stillWorks(pool: Pool) {
  const person = (id: Id<'person'>, role: string): Actor => ({ id, name: role, unitId: host as Id<'unit'>, roles: [role] });
  const as = <T>(run: (context: Context) => Promise<T>, who: Actor, day = '2023-11-20') =>
    act(pool, code, who, run, CountyDate.parse(day));
  const look = <T>(run: (context: Context) => Promise<T>) => as(run, commandLine);
  expect((await look(policiesIn)).map((row) => row.code).sort()).toEqual(knownPolicies.map((row) => row.code).sort());
  expect(await act(pool, 999_999, commandLine, policiesIn)).toEqual([]); // the second wall stands on the new tables
  expect(await look(monthLocks)).toMatchObject([{ month, head, lockedOn: '2023-11-02' }]);
  expect(await as(giveOwedReceipts, commandLine)).toBe(facts.length);
  expect(await look((context) => verifyMonths(context, () => undefined))).toMatchObject({ facts: facts.length, fault: null });
  const ranked = units.find(({ group }) => group === '县直')?.id as Id<'unit'>;
  const given = { unit: ranked, kind: 'submission' as const, day: CountyDate.parse('2023-11-06'), attributes: { article: '甲' } };
  await as(
    (context) => recordFact(context, { ...given, evidence: [], sourceId: newId(new Date()) }),
    person(office, 'officeStaff'),
  );
  const seen = await as((context) => monthExport(context, '2023-11'), person(lead, 'officeLead'), '2023-12-01');
  expect(seen.table.find(({ unit }) => unit === ranked)).toMatchObject({ submitted: 1 });
  const lock = { month: '2023-11', version: 1, head: seen.head };
  await as((context) => lockMonth(context, lock), person(lead, 'officeLead'), '2023-12-01');
  expect(await look((context) => verifyMonths(context, () => undefined))).toMatchObject({ facts: facts.length + 1, fault: null });
  expect(await look((context) => verifyAudit(context, () => undefined))).toMatchObject({ fault: null });
}
