import type { CountyDate } from '../../../server/kernel/dates.ts';
import { span, stateOf } from '../../../server/portal/words.ts';
import type { PlanNow } from '../plan/planNow.ts';

export type Task = { key: string; kind: string; words: string; due: string; at: string; to?: string };
type Plan = Pick<PlanNow, 'campaigns' | 'projects' | 'may'>;

/** What waits for this person: what is still open in the plan for who keeps it, what is on now for who is in it. */
export function waitingFor({ campaigns, projects, may }: Plan, unitId: string | null, today: CountyDate): Task[] {
  const unranked = projects.filter(({ rank }) => rank === null).length;
  const ranks = { key: 'ranks', kind: '方案', words: `${unranked} 个项目还没有定省级、市级`, due: '', at: 'projects' };
  const undated = campaigns
    .filter(({ precision }) => precision === 'fuzzy')
    .map((each) => taskOf(each, '待定', '还没有定起止日'));
  const ours = campaigns.filter((each) => unitId !== null && each.units.some(({ id }) => id === unitId));
  return [
    ...ours.filter((each) => stateOf(each, today) === 'on').map((each) => taskOf(each, '宣传', '正在集中宣传，轮到本单位')),
    ...(may.rank === null && unranked > 0 ? [ranks] : []),
    ...(may.create === null ? undated : []),
  ];
}

const taskOf = (campaign: PlanNow['campaigns'][number], kind: string, what: string): Task => ({
  key: campaign.id,
  kind,
  words: `第 ${campaign.no} 场 ${campaign.theme}${what}`,
  due: span(campaign),
  at: 'schedule',
});
