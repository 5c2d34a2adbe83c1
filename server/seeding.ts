import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { addKnown } from './channel/actions.ts';
import type { Database } from './database.ts';
import { act, commandLine, found } from './founding.ts';
import { invitePerson } from './identity/actions/person.ts';
import { acceptInvitation } from './identity/actions/session.ts';
import { addUnits } from './identity/actions/unit.ts';
import type { Person, Unit, UnitKind } from './identity/identity.ts';
import { hashed } from './identity/passwords.ts';
import { countyNow, listPeople, listUnits } from './identity/queries.ts';
import { type Role, roles } from './identity/rights.ts';
import type { Actor, Context } from './kernel/context.ts';
import { CountyDate } from './kernel/dates.ts';
import { decode } from './notice/decode.ts';
import { createPlan, read } from './plan/actions.ts';
import { type Answers, asksWords } from './plan/settling.ts';
import { settings } from './settings.ts';

export const demoPassword = 'Minsheng-2023';

/** 演示县 with a year under way, and an empty county beside it in which a stranger does it all himself. */
export const demoCounties = [
  { code: 430523, name: '邵阳县', day: CountyDate.parse('2023-11-02'), begun: true },
  { code: 430599, name: '示例县', day: CountyDate.parse('2023-10-08'), begun: false },
] as const;
type DemoCounty = (typeof demoCounties)[number];

/** What is missing of the demo, made by the same actions as its people would use; a second time it finds all of it there. */
export async function seedDemo(database: Database, say: (words: string) => void): Promise<void> {
  for (const demo of demoCounties) {
    if (await act(database.pool, demo.code, commandLine, countyNow)) continue;
    say(`正在建立演示数据：${demo.name}……`);
    await seedCounty(new Scene(database, demo), demo);
    database.counties.add(demo.code);
  }
}

/** The accounts of a demo county, all with the demo password. */
export const demoAccounts: readonly (readonly [account: string, name: string, role: Role])[] = [
  ['office', '李卫平', 'officeStaff'],
  ['office2', '周敏', 'officeStaff'],
  ['lead', '陈建国', 'officeLead'],
];

/** A county in which people act on their demo day. */
class Scene {
  readonly database: Database;
  readonly demo: DemoCounty;
  constructor(database: Database, demo: DemoCounty) {
    this.database = database;
    this.demo = demo;
  }
  as = <T>(actor: Actor, run: (context: Context) => Promise<T>) =>
    act(this.database.pool, this.demo.code, actor, run, this.demo.day);
  accept = (secret: string, hash: string) => this.as(commandLine, (context) => acceptInvitation(context, secret, hash, ''));
}

async function seedCounty(scene: Scene, { code, name, day, begun }: DemoCounty) {
  const hash = await hashed(demoPassword);
  const { invitations } = await found(scene.database.pool, { code, name, demoDay: day });
  for (const secret of Object.values(invitations)) await scene.accept(secret, hash);
  const administrators = await scene.as(commandLine, listPeople);
  await scene.as(whoIs(administrators, 'systemAdmin'), async (context) =>
    addUnits(context, [host, ...(begun ? await townships() : [])]),
  );
  const [home] = await scene.as(commandLine, listUnits);
  if (home) await inviteOffice(scene, whoIs(administrators, 'securityAdmin'), home, hash);
  if (!begun) return;
  const office = whoIs(await scene.as(commandLine, listPeople), 'officeStaff');
  await scene.as(office, addKnown);
  await planYear(scene, office);
}

async function inviteOffice(scene: Scene, by: Actor, { id: unitId }: Unit, hash: string) {
  for (const [account, name, role] of demoAccounts) {
    const { invitation } = await scene.as(by, (context) => invitePerson(context, { account, name, unitId, roles: [role] }));
    await scene.accept(invitation, hash);
  }
}

/** The office reads the real notice, takes the first choice of every doubt that asks for no words, and founds the year's plan on it. */
async function planYear(scene: Scene, office: Actor) {
  const { text, questions: asked } = decode(await readFile(inDemo('notice-2023-10-08.txt')));
  const { reading, newUnits } = await scene.as(office, (context) => read(context, { text, asked }));
  const answers: Answers = Object.fromEntries(
    reading.questions.map(({ id, choices }) => [id, { choice: choices.find((choice) => !asksWords(choice)) ?? '' }]),
  );
  const units = newUnits.map((name) => ({ name, kind: 'government' as UnitKind }));
  await scene.as(office, (context) => createPlan(context, { text, asked, answers, newUnits: units }));
}

const begunOn = CountyDate.parse('2023-01-01');
const host = { name: '县政府办', kind: 'office' as UnitKind, code: null, host: true, fromOn: begunOn };
const inDemo = (file: string) => join(settings.project, 'database/demo', file);

const Divisions = z.object({ townships: z.array(z.object({ code: z.string(), name: z.string() })) });
async function townships() {
  const { townships } = Divisions.parse(JSON.parse(await readFile(inDemo('divisions-430523.json'), 'utf8')));
  return townships.map(({ code, name }) => ({ code, name, kind: 'township' as UnitKind, host: false, fromOn: begunOn }));
}

function whoIs(people: readonly Person[], role: Role): Actor {
  const found = people.find((person) => person.roles.includes(role));
  if (!found) throw new Error(`there is no ${roles[role]} yet`);
  return { id: found.id, name: found.name, unitId: found.unitId, roles: found.roles };
}
