import { expect, test } from 'vitest';
import { factsDueUnscoped } from '../../server/adoption/queries/lists.ts';
import { verifyMonths } from '../../server/assessment/actions/verify.ts';
import { standingSources } from '../../server/fact/queries.ts';
import { commissionFactsDueUnscoped } from '../../server/plan/queries/commission.ts';
import { text } from '../articles.ts';
import { claimsDesk, printed } from '../claims.ts';
import type { County } from '../county.ts';
import { bringScheme } from '../scored.ts';

/** The same numbers every time: a storm that found something can be looked at again. */
function dice(seed: number) {
  let state = seed;
  const roll = (sides: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
  return { roll, one: <T>(of: readonly T[]) => of[roll(of.length)] as T };
}
type Dice = ReturnType<typeof dice>;

const officers = ['李卫平', '周敏', '陈建国'];
const days = ['2023-09-20', '2023-10-05', '2023-10-26', '2023-11-01'];
type Ids = { articles: string[]; claims: string[]; commissions: string[]; evidence: string };

async function judged({ ask }: County, { one }: Dice, { claims }: Ids) {
  const id = one(claims);
  const { claim } = (await ask('李卫平', `/api/claims/${id}`)).said as unknown as { claim: { version: number } };
  const verdict = one(['accept', 'accept', 'correct', 'refuse']);
  const fields = verdict === 'correct' ? { ...printed, publishedOn: one(days), title: `题${one(days)}` } : null;
  return ask(one(officers), `/api/claims/${id}/verdicts`, { version: claim.version, verdict, reason: '看过佐证', fields });
}

async function handled({ ask }: County, { one }: Dice, { articles }: Ids) {
  const id = one(articles);
  type Shown = { version: number; state: string; level: number | null };
  const { version, state, level } = (await ask('何静', `/api/articles/${id}`)).said as unknown as Shown;
  const act = (who: string, verb: string, body: object) => ask(who, `/api/articles/${id}/${verb}`, { version, ...body });
  if (state === 'draft' || state === 'returned') return act('何静', 'handing-in', {});
  if (state === 'inReview')
    return act(['刘股长', '王副局长', '张局长'][(level ?? 1) - 1] ?? '', 'signatures', {
      kind: one(['review', 'proof']),
      mistakes: null,
    });
  const decision = one(['take', 'leave', 'return', 'withdraw']);
  return decision === 'withdraw'
    ? act('何静', 'withdrawal', { reason: '撤' })
    : act('李卫平', 'decisions', { decision, reason: '看过' });
}

/** What stands in the way is settled first, while the others go on. */
async function locking({ ask }: County, { one }: Dice, { claims, commissions }: Ids) {
  for (const id of claims)
    for (const who of officers)
      for (const version of [1, 2, 3])
        await ask(who, `/api/claims/${id}/verdicts`, { version, verdict: 'accept', reason: '看过' });
  for (const id of commissions)
    for (const version of [1, 2, 3, 4]) await ask('李卫平', `/api/commissions/${id}/missing`, { version, reason: '没交' });
  const month = one(['2023-10', '2023-10', '2023-11']);
  const { version, head } = (await ask('陈建国', `/api/months/${month}`)).said as never;
  return ask('陈建国', `/api/months/${month}/lock`, { version, head });
}

const ordered = async ({ ask }: County, { one }: Dice, { commissions }: Ids) =>
  ask('李卫平', `/api/commissions/${one(commissions)}/${one(['withdrawal', 'missing'])}`, {
    version: one([1, 2, 3]),
    reason: '没交',
  });

async function claimed({ ask, ids }: County, { one }: Dice, { articles, claims, evidence }: Ids) {
  const reply = await ask(one(['何静', '李卫平', '周敏']), '/api/claims', {
    ...{ unitId: ids[1], articleId: one([null, ...articles]), evidence: [evidence] },
    fields: { ...printed, publishedOn: one(days), title: `题${one(days)}` },
  });
  if (reply.status === 201) claims.push((reply.said as unknown as { id: string }).id);
  return reply;
}

/** 一个县：六篇稿件、三份约稿、一批认领，十月正好可以锁。 */
async function ground() {
  const { county, file, claim } = await claimsDesk('2023-10-09');
  const evidence = await file('何静');
  for (const title of ['甲', '乙', '丙'])
    await county.ask('李卫平', '/api/commissions', { unitId: county.ids[1], title, dueOn: '2023-10-20' });
  const listed = (await county.ask('李卫平', '/api/commissions')).said as unknown as { commissions: { id: string }[] };
  const commissions = listed.commissions.map(({ id }) => id);
  const articles: string[] = [];
  for (const commissionId of [...commissions, null, null, null]) {
    const { id } = (await county.ask('何静', '/api/articles', { ...text, commissionId })).said as { id?: string };
    articles.push(id ?? '');
  }
  await bringScheme(county);
  await county.ask('李卫平', '/api/demo-day', { day: '2023-11-02' });
  const claims: string[] = [];
  for (const publishedOn of days) claims.push(await claim('何静', { publishedOn }, { evidence: [evidence] }));
  return { county, given: { articles, claims, commissions, evidence } };
}

test('一屋子人同时乱办：没有一处出错，台账和各处的记录一条不差，锁定的月份算得回来', async () => {
  const { county, given } = await ground();
  const chance = dice(5);
  const acts = [
    ...Array(8).fill(judged),
    ...Array(3).fill(claimed),
    ...Array(24).fill(handled),
    ordered,
    locking,
  ] as (typeof judged)[];
  const codes = new Map<string, number>();
  const worker = async () => {
    for (let step = 0; step < 40; step++) {
      const { status, said } = await chance.one(acts)(county, chance, given);
      const told = `${status} ${said.code ?? ''}`;
      codes.set(told, (codes.get(told) ?? 0) + 1);
    }
  };
  await Promise.all([1, 2, 3, 4, 5].map(worker));
  expect([...codes.keys()].filter((code) => /^500|collided|unreachable/.test(code))).toEqual([]);
  await county.inside(async (db) => {
    const at = { db, county: county.code };
    expect(await verifyMonths(at, () => {})).toMatchObject({ fault: null });
    const submitted = await db`
      select s.id as source_id, a.unit_id as unit, s.submitted_on::text as day from submission s
      join article a on a.county_id = s.county_id and a.id = s.article_id
      where s.county_id = ${county.code} and (s.outcome is null or s.outcome in ('taken', 'left'))`;
    const due = [...(await factsDueUnscoped(at)), ...(await commissionFactsDueUnscoped(at)), ...submitted].map((each) => ({
      ...each,
    }));
    const held = (await standingSources(at)).map(({ kind: _, ...rest }) => ({ ...rest }));
    const key = (each: object) => JSON.stringify(Object.entries(each).sort());
    expect(held.map(key).sort()).toEqual(due.map(key).sort());
    expect(held.length).toBeGreaterThan(0);
  });
}, 60_000);
