import { lockMonth } from '../server/assessment/actions/lock.ts';
import { monthPage } from '../server/assessment/actions/sight.ts';
import { app } from '../server/modules.ts';
import { pool } from './county.ts';
import { aScoredCounty, type ScoredCounty } from './scored.ts';

type Page = {
  state: string;
  head: string;
  html: string;
  bulletin: { version: number; number: string | null; disclosure: string; publishedAt: string | null };
  toDo: { words: string; blocking: boolean }[];
  may: { write: string | null; disclose: string | null; withdraw: string | null };
};
export const october = '/api/bulletins/2023-10';

/** A county on 2023-11-03 in which one unit did its October, and what its people do with the 通报 of it. */
export async function aCountyWithOctober() {
  const county = await aScoredCounty('2023-11-03');
  for (const day of ['2023-10-09', '2023-10-16', '2023-10-23']) await county.happened(1, 'submission', day, { article: day });
  const attributes = { article: '2023-10-09', title: '水引到田头', carrier: '邵阳日报', tier: 'municipal' as const };
  await county.happened(1, 'adoption', '2023-10-19', attributes);
  const see = async (who: string) => (await county.ask(who, october)).said as unknown as Page;
  const texts = { opening: '', closing: '', number: '', issuedOn: null as string | null };
  const write = async (given: Partial<typeof texts>, who = '李卫平') =>
    county.ask(who, october, { version: (await see('李卫平')).bulletin.version, ...texts, ...given });
  const disclose = async (given: object, who = '陈建国') =>
    county.ask(who, `${october}/disclosure`, {
      ...{ version: (await see('李卫平')).bulletin.version, disclosure: 'public', checked: true, reason: '' },
      ...given,
    });
  return { ...county, see, write, disclose };
}
type October = Awaited<ReturnType<typeof aCountyWithOctober>>;

export async function lock({ as, lead }: Pick<ScoredCounty, 'as' | 'lead'>) {
  await as(async (context) => {
    const { version, head } = await monthPage(context, '2023-10');
    return lockMonth(context, { month: '2023-10', version, head: head ?? '' });
  }, lead);
}
export const issued = { number: '邵民生办[2023] 12号', issuedOn: '2023-11-03' };

/** A page or file as a browser has it. */
export async function fetched({ code, cookies }: October, path: string, who?: string) {
  const host = `${code}.localhost`;
  const headers = { host, cookie: (who && cookies.get(who)) ?? '' };
  return app.request(`http://${host}${path}`, { headers }, { pool, defaultCounty: 0, counties: new Set<number>() });
}
