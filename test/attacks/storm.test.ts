import { expect, test } from 'vitest';
import { verifyMonths } from '../../server/assessment/actions/verify.ts';
import { text } from '../articles.ts';
import { claimsDesk, printed } from '../claims.ts';
import type { County } from '../county.ts';
import { ledgerAndModules } from '../ledger.ts';
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
type Ids = {
  articles: string[];
  claims: string[];
  commissions: string[];
  vouchers: string[];
  objections: string[];
  evidence: string;
};

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
async function locking({ ask }: County, { one }: Dice, { claims, commissions, vouchers }: Ids) {
  for (const id of vouchers)
    for (const who of officers)
      for (const version of [1, 2]) await ask(who, `/api/vouchers/${id}/decisions`, { version, agree: true, reason: '看过' });
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

async function entered({ ask, ids }: County, { one }: Dice, { vouchers, evidence }: Ids) {
  const reply = await ask(one(officers), '/api/vouchers', {
    ...{ unitId: ids[1], kind: one(['instruction', 'error']), grade: '县主要领导', evidence: [evidence] },
    ...{ happenedOn: one(days), title: `件${one(days)}` },
  });
  if (reply.status === 201) vouchers.push((reply.said as unknown as { id: string }).id);
  return reply;
}

async function confirmed({ ask }: County, { one }: Dice, { vouchers }: Ids) {
  const id = one(vouchers);
  if (id === undefined) return { status: 404, said: {} } as never;
  const { voucher } = (await ask('李卫平', `/api/vouchers/${id}`)).said as unknown as { voucher: { version: number } };
  const given = { version: voucher.version, reason: '看过文件' };
  return one([true, true, false])
    ? ask(one(officers), `/api/vouchers/${id}/decisions`, { ...given, agree: one([true, true, false]) })
    : ask(one(officers), `/api/vouchers/${id}/withdrawal`, given);
}

/** 锁定的月份里随便哪一行，提异议，由随便哪两个人撤掉它数到的一条。 */
async function contested({ ask, ids }: County, { one }: Dice, { objections, evidence }: Ids) {
  type Line = { clause: string; effect: string; corrects: string | null };
  type Page = { table: { unit: string; lines: Line[] | null }[] };
  const { table } = (await ask('何静', '/api/months/2023-10')).said as unknown as Page;
  const line = one(table.find(({ unit }) => unit === ids[1])?.lines ?? []);
  const { clause, effect, corrects } = line ?? { clause: '无', effect: 'points', corrects: null };
  const which = { clause, effect, corrects };
  const raised = await ask('何静', '/api/objections', { ...which, what: 'line', month: '2023-10', reason: '不对' });
  if (raised.status === 201) objections.push((raised.said as unknown as { id: string }).id);
  const id = one(objections);
  if (id === undefined) return raised;
  type Shown = { objection: { version: number; state: string }; facts: { id: string; standing: boolean }[] };
  const { objection, facts } = (await ask('李卫平', `/api/objections/${id}`)).said as unknown as Shown;
  const fact = one(facts.filter(({ standing }) => standing));
  const { version, state } = objection;
  if (state === 'proposed')
    return ask(one(officers), `/api/objections/${id}/confirmations`, {
      version,
      agree: one([true, true, false]),
      reason: '看过',
    });
  const changes = fact ? [{ verb: 'cancel', undoes: fact.id }] : [];
  return ask(one(officers), `/api/objections/${id}/answers`, {
    version,
    verdict: 'correct',
    reason: '看过',
    evidence: [evidence],
    changes,
  });
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
  return { county, given: { articles, claims, commissions, evidence, vouchers: [], objections: [] } };
}

test('一屋子人同时乱办：没有一处出错，台账和各处的记录一条不差，锁定的月份算得回来', async () => {
  const { county, given } = await ground();
  const chance = dice(5);
  const acts = [
    ...Array(8).fill(judged),
    ...Array(3).fill(claimed),
    ...Array(24).fill(handled),
    ...Array(2).fill(entered),
    ...Array(4).fill(confirmed),
    ...Array(8).fill(contested),
    ordered,
    ...Array(2).fill(locking),
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
  await locking(county, chance, given);
  const contesting = async () => {
    for (let step = 0; step < 20; step++) await contested(county, chance, given);
  };
  await Promise.all([1, 2, 3].map(contesting));
  expect([...codes.keys()].filter((code) => /^500|collided|unreachable/.test(code))).toEqual([]);
  await county.inside(async (db) => {
    const at = { db, county: county.code };
    expect(await verifyMonths(at, () => {})).toMatchObject({ fault: null });
    const { held, due } = await ledgerAndModules(at);
    expect(held).toEqual(due);
    expect(held.length).toBeGreaterThan(0);
  });
}, 60_000);
