import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Database } from './database.ts';
import { act, commandLine, found } from './founding.ts';
import { moveDemoDay } from './identity/actions/county.ts';
import { invitePerson } from './identity/actions/person.ts';
import { addUnits } from './identity/actions/unit.ts';
import type { Unit, UnitKind } from './identity/identity.ts';
import { hashed } from './identity/passwords.ts';
import { countyNow, listPeople, listUnits } from './identity/queries.ts';
import { type Role, roles, unitRoles } from './identity/rights.ts';
import type { Actor } from './kernel/context.ts';
import { CountyDate } from './kernel/dates.ts';
import type { Pool } from './kernel/pool.ts';
import { accountOf } from './seeding/cast.ts';
import { liveThrough } from './seeding/lived.ts';
import { inDemo } from './seeding/october.ts';
import { Scene, whoIs } from './seeding/scene.ts';

export const demoPassword = 'Minsheng-2023';
const noticeDay = CountyDate.parse('2023-10-08');

/** 演示县 with a year under way, and an empty county beside it in which a stranger does it all himself. */
export const demoCounties = [
  { code: 430523, name: '邵阳县', day: CountyDate.parse('2023-11-02'), begun: true },
  { code: 430599, name: '示例县', day: noticeDay, begun: false },
] as const;
type DemoCounty = { code: number; name: string; day: CountyDate; begun: boolean };

/** What is missing of the demo, made by the same actions as its people would use; a second time it finds all of it there. */
export async function seedDemo(
  database: Pick<Database, 'pool' | 'counties'>,
  say: (words: string) => void,
  demos: readonly DemoCounty[] = demoCounties,
): Promise<void> {
  for (const demo of demos) {
    const county = await act(database.pool, demo.code, commandLine, countyNow);
    // the day moves only forward, and to the demo's own at the very end
    if (county && (county.demoDay ?? '') < demo.day) say(unfinished(demo.name));
    if (county) continue;
    say(`正在建立演示数据：${demo.name}……`);
    await seedCounty(database.pool, demo);
    database.counties.add(demo.code);
  }
}

const unfinished = (name: string) =>
  `${name}的演示数据上次没有建完；要完整的，请停下程序，换一个新的数据文件夹再启动，例如 MINSHENG_DATA=data2 npm start。`;

/** The office's accounts in a demo county, all with the demo password. */
export const demoAccounts: readonly (readonly [account: string, name: string, role: Role])[] = [
  ['office', '李卫平', 'officeStaff'],
  ['office2', '周敏', 'officeStaff'],
  ['lead', '陈建国', 'officeLead'],
];

/** 'shuili1 信息员，shuili2 股室负责人，…': a department's four, the same in each. */
export const demoMembers = (unit: string) => unitRoles.map((role, at) => `${accountOf(unit, at)} ${roles[role]}`).join('，');

export async function seedCounty(pool: Pool, { code, name, day, begun }: DemoCounty): Promise<void> {
  const hash = await hashed(demoPassword);
  const scene = new Scene(pool, code, noticeDay);
  const { invitations } = await found(pool, { code, name, demoDay: noticeDay });
  await scene.accept(Object.values(invitations), hash);
  const administrators = await scene.as(commandLine, listPeople);
  const systemAdmin = whoIs(administrators, 'systemAdmin');
  await scene.as(systemAdmin, async (context) => addUnits(context, [host, ...(begun ? await townships() : [])]));
  const [home] = await scene.as(commandLine, listUnits);
  const registrar = whoIs(administrators, 'securityAdmin');
  if (home) await inviteOffice(scene, registrar, home, hash);
  if (!begun) return;
  await liveThrough(scene, registrar, hash);
  await scene.as(systemAdmin, (context) => moveDemoDay(context, day));
}

async function inviteOffice(scene: Scene, by: Actor, { id: unitId }: Unit, hash: string) {
  for (const [account, name, role] of demoAccounts) {
    const { invitation } = await scene.as(by, (context) => invitePerson(context, { account, name, unitId, roles: [role] }));
    await scene.accept([invitation], hash);
  }
}

const begunOn = CountyDate.parse('2023-01-01');
const host = { name: '县政府办', kind: 'office' as UnitKind, code: null, host: true, fromOn: begunOn };

const Divisions = z.object({ townships: z.array(z.object({ code: z.string(), name: z.string() })) });
async function townships() {
  const { townships } = Divisions.parse(JSON.parse(await readFile(inDemo('divisions-430523.json'), 'utf8')));
  return townships.map(({ code, name }) => ({ code, name, kind: 'township' as UnitKind, host: false, fromOn: begunOn }));
}
