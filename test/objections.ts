import { claimsDesk, printed } from './claims.ts';
import { another, bringScheme } from './scored.ts';

type Given = Record<string, unknown>;
type Reply = { status: number; said: Record<string, never> & { message?: string; code?: string } };
export const told = ({ status, said }: Reply) => (status === 201 ? '好' : (said.message ?? `${status}`));

/** 采用：中央 15、省 8、市 5 分；约稿不交扣 3 分。 */
const scheme = another({
  clauses: [
    {
      ...{ no: '五', title: '采用', kind: 'points', counts: 'adoption' },
      rates: [
        { where: { tier: ['provincial'] }, points: '8.00' },
        { where: { tier: ['municipal'] }, points: '5.00' },
      ],
    },
    {
      no: '七',
      title: '约稿',
      kind: 'points',
      counts: 'commission',
      rates: [{ where: { timing: ['missing'] }, points: '-3.00' }],
    },
    { no: '八', title: '失实', kind: 'points', counts: 'error', rates: [{ points: '-2.00' }] },
  ],
});

export type Shown = {
  objection: Given & { version: number; state: string; period: string | null };
  steps: { what: string; byName: string; reason: string }[];
  facts: { id: string; attributes: Given }[];
  changes: Given[];
  may: Record<'withdraw' | 'answer' | 'confirm', string | null>;
};
type MonthShown = {
  version: number;
  head: string;
  table: {
    unit: string;
    rank: number | null;
    total: string;
    lines: { clause: string; points: string; corrects: string | null; facts: string[] }[];
  }[];
  checks: { key: string; words: string; blocking: boolean }[];
};

/** A county whose 县水利局 has one adoption in 2023-10, verified by 李卫平 as 市级, and what its people do about a locked month. */
export async function objectionDesk() {
  const desk = await claimsDesk('2023-10-27');
  const { county, claim, judge, file } = desk;
  await bringScheme(county, scheme);
  const claimId = await claim('何静');
  await judge('李卫平', claimId, 'accept');
  const moveTo = (day: string) => county.ask('李卫平', '/api/demo-day', { day });
  const month = async (of: string, who = '陈建国') => (await county.ask(who, `/api/months/${of}`)).said as unknown as MonthShown;
  const lock = async (of: string) => {
    const { version, head } = await month(of);
    return told(await county.ask('陈建国', `/api/months/${of}/lock`, { version, head }));
  };
  const rowOf = async (of: string, unit = 1) => (await month(of)).table.find((row) => row.unit === county.ids[unit]);
  /** Contests the line of 采用 or what is given instead; answers the id or the words of the refusal. */
  const raise = async (who = '何静', given: Given = {}) => {
    const line = { what: 'line', month: '2023-10', clause: '五', effect: 'points', reason: '登在湖南日报，是省级' };
    const reply = await county.ask(who, '/api/objections', { ...line, ...given });
    return reply.status === 201 ? ((reply.said as Given).id as string) : (reply.said.message ?? `${reply.status}`);
  };
  const missing = (given: Given = {}) => {
    const { title, publishedOn } = printed;
    const rest = { clause: undefined, effect: undefined, kind: 'adoption', happenedOn: publishedOn, title };
    return { what: 'missing', reason: '当时没有认领', ...rest, ...given };
  };
  const show = async (id: string, who = '李卫平') => (await county.ask(who, `/api/objections/${id}`)).said as unknown as Shown;
  const act = async (who: string, id: string, verb: string, body: Given) => {
    const { version } = (await show(id)).objection;
    return told(await county.ask(who, `/api/objections/${id}/${verb}`, { version, ...body }));
  };
  const uphold = (who: string, id: string) => act(who, id, 'answers', { verdict: 'uphold', reason: '邵阳日报是市级' });
  const correct = async (who: string, id: string, changes: Given[], evidence?: string[]) =>
    act(who, id, 'answers', {
      verdict: 'correct',
      reason: '查了原报，是省级',
      changes,
      evidence: evidence ?? [await file(who, '依据')],
    });
  const confirm = (who: string, id: string, agree = true, reason = '') => act(who, id, 'confirmations', { agree, reason });
  const factsIn = async (of = '2023-10', unit = 1) => (await rowOf(of, unit))?.lines.flatMap(({ facts }) => facts) ?? [];
  /** The unit's one adoption, as 省级. */
  const asProvincial = async () => ({
    ...{ verb: 'replace', undoes: (await factsIn())[0], kind: 'adoption', happenedOn: printed.publishedOn },
    attributes: { title: printed.title, carrier: '湖南日报', tier: 'provincial' },
  });
  const acts = { raise, missing, show, act, uphold, correct, confirm, factsIn, asProvincial };
  return { ...desk, claimId, moveTo, month, lock, rowOf, ...acts };
}

/** The same on 2023-11-03, with October locked on the day before: it may be contested until 2023-11-09. */
export async function lockedDesk() {
  const desk = await objectionDesk();
  await desk.moveTo('2023-11-02');
  await desk.lock('2023-10');
  await desk.moveTo('2023-11-03');
  return desk;
}
