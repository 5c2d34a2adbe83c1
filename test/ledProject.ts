import { app } from '../server/modules.ts';
import { bringPlan } from './bringPlan.ts';
import { aCounty, pool } from './county.ts';
import { readXlsx } from './readBack.ts';

type Row = { key: string; standing: string; seen: string; inForce: { value: object } | null; pending: { id: string } | null };
export type Shown = {
  sheet: Row[];
  completeness: { filled: number; applicable: number; waiting: number; lacking: string[] };
  may: Record<string, string | null>;
};

/** A county with the year's plan, and one project of it that 县水利局 leads; `lead: false` leaves it to nobody. */
export async function aPlannedCounty(day = '2023-11-02', { lead = true } = {}) {
  const county = await aCounty(day);
  await bringPlan(county);
  const { projects } = (await county.ask('李卫平', '/api/projects')).said as unknown as {
    projects: { id: string; theme: string }[];
  };
  const id = projects.find(({ theme }) => theme === '水利建设')?.id ?? '';
  const path = `/api/projects/${id}`;
  const show = async (who = '李卫平', query = '') => (await county.ask(who, path + query)).said as unknown as Shown;
  const row = async (key: string, who?: string) => (await show(who)).sheet.find((each) => each.key === key);
  const assign = async (units: object[], fromOn: string, given: object = {}, who = '李卫平') => {
    const { memberships } = (await county.ask(who, path)).said as unknown as {
      memberships: { id: string; toOn: string | null }[];
    };
    const seen = memberships.filter(({ toOn }) => toOn === null).map(({ id }) => id);
    const reply = await county.ask(who, `${path}/units`, { seen, units, fromOn, reason: '按职能分工', ...given });
    return reply.status === 201 ? '好' : (reply.said.message ?? `${reply.status}`);
  };
  /** The cells of an exported list as they are read, head and all. */
  const cells = async (path: string): Promise<string[][]> => {
    const headers = { host: `${county.code}.localhost`, cookie: county.cookies.get('李卫平') ?? '' };
    const env = { pool, defaultCounty: county.code, counties: new Set<number>() };
    const reply = await app.request(`http://${county.code}.localhost${path}`, { headers }, env);
    const [sheet] = Object.values(await readXlsx(new Uint8Array(await reply.arrayBuffer())));
    return sheet?.rows.map((row) => row.map(({ text }) => text)) ?? [];
  };
  if (lead) await assign([{ unitId: county.ids[1], role: 'lead' }], '2023-10-09');
  return { county, projects, id, path, show, row, assign, cells };
}
