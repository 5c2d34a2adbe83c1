import { png } from './articles.ts';
import { aCounty } from './county.ts';

export type ShownClaim = {
  claim: Record<string, unknown> & { version: number; state: string; factId: string | null; tier: string | null };
  steps: { what: string; byName: string; reason: string; was: Record<string, unknown> }[];
  files: { sha256: string }[];
  twins: { unitName: string; title: string; state: string }[];
  elsewhere: object[];
  month: string;
  may: Record<'accept' | 'correct' | 'refuse' | 'supplement' | 'withdraw', string | null>;
};
type Given = Record<string, unknown>;

export const printed = {
  outlet: '邵阳日报',
  publishedOn: '2023-10-26',
  title: '一渠清水进农家',
  form: 'sole',
  placement: 'front',
};
const outlets = [
  { name: '邵阳日报', kind: 'paper', aliases: ['邵报'], groupName: '邵阳日报社', tier: tier('municipal') },
  { name: '湖南日报', kind: 'paper', tier: tier('provincial') },
];
function tier(level: string) {
  return { fromOn: '2023-01-01', tier: level, reason: '市级党报' };
}

/** A county with two papers in its roster, an article of 县水利局, and what its people do about claims. */
export async function claimsDesk(day = '2023-11-02') {
  const county = await aCounty(day);
  await county.ask('李卫平', '/api/outlets', { outlets });
  const article = await county.ask('何静', '/api/articles', { title: '水渠通到田埂上', body: '七里山园艺场的水渠修通了。' });
  const articleId = (article.said as Given).id as string;
  const file = async (who = '何静', extra = '') =>
    ((await county.ask(who, '/api/files', Uint8Array.from([...png, ...Buffer.from(extra)]))).said as Given).sha256 as string;
  /** `about` changes what is claimed, `fields` what it says. */
  const claim = async (who = '何静', fields: Given = {}, about: Given = {}) => {
    const evidence = about.evidence ?? [await file(who)];
    const order = { articleId, fields: { ...printed, ...fields }, ...about, evidence };
    const { status, said } = await county.ask(who, '/api/claims', order);
    return status === 201 ? ((said as Given).id as string) : (said.message ?? `${status}`);
  };
  const show = async (id: string, who = '李卫平') => (await county.ask(who, `/api/claims/${id}`)).said as unknown as ShownClaim;
  const act = async (who: string, id: string, verb: string, body: Given) => {
    const { version } = (await show(id)).claim;
    const { status, said } = await county.ask(who, `/api/claims/${id}/${verb}`, { version, ...body });
    return status === 201 ? '好' : (said.message ?? `${status}`);
  };
  const judge = (who: string, id: string, verdict: string, more: Given = {}) => act(who, id, 'verdicts', { verdict, ...more });
  return { county, articleId, file, claim, show, act, judge };
}
