import { type FactKind, factKinds } from '../fact/fact.ts';
import { day, type RowOf, text, texts } from '../kernel/rows.ts';
import { firstDay, type Month } from './months.ts';
import type { Scheme } from './scheme.ts';

/** What a rule of burden relief touches: facts of a kind as what is judged by, or places in a table. */
export const touched = { ...factKinds, ranking: '排名' } as const;
type Touched = FactKind | 'ranking';

export type Policy = RowOf<typeof policyRow>;
export const policyRow = { code: text(), source: text(), fromOn: day(), touches: texts<Touched>(), words: text() };

const relief = '中共中央办公厅、国务院办公厅《整治形式主义为基层减负若干规定》';
/** What every county begins with; migration 0018 gives the same to those that were there before. */
export const knownPolicies = [
  {
    code: 'relief-2024',
    source: relief,
    fromOn: '2024-08-06',
    touches: ['instruction', 'adoption'],
    words: '不得将获得领导批示、在刊物和媒体刊发文章信息等作为督查检查考核内容。',
  },
  {
    code: 'relief-2024-trace',
    source: relief,
    fromOn: '2024-08-06',
    touches: ['activity', 'visit', 'attendance'],
    words: '不得以开会发文、拍照留痕、学习笔记等评判工作。',
  },
  {
    code: 'apps-2026',
    source: '国务院办公厅《政务移动互联网应用程序规范化管理办法》（国办函〔2026〕12号）',
    fromOn: '2026-01-25',
    touches: ['ranking'],
    words: '除安全保卫、应急处置外，不得设置打卡签到、积分排名、在线时长等要求。',
  },
] as const;

type Rule = Pick<Policy, 'fromOn' | 'touches'>;

/** The rows in force on a month's first day that touch what this clause counts. The clause may still be unfinished. */
export const policiesMet = <P extends Rule>(clause: unknown, month: Month, policies: readonly P[]): P[] => {
  const counted = kindsIn(clause);
  return inForce(month, policies).filter(({ touches }) => touches.some((each) => counted.has(each)));
};

/** The rows that a whole scheme meets in a month: at its clauses, and by putting units in places. */
export function policiesOf<P extends Rule>(
  { mode, clauses }: Pick<Scheme, 'mode' | 'clauses'>,
  month: Month,
  policies: readonly P[],
) {
  if (mode === 'countOnly') return [];
  const met = new Set(clauses.flatMap((clause) => policiesMet(clause, month, policies)));
  return inForce(month, policies).filter((policy) => met.has(policy) || policy.touches.includes('ranking'));
}

/** Where any rule touches what schemes commonly count, a county begins by counting only. */
export const beginsCountOnly = (month: Month, policies: readonly Rule[]) =>
  inForce(month, policies).some(({ touches }) => touches.includes('adoption') || touches.includes('ranking'));

const inForce = <P extends Rule>(month: Month, policies: readonly P[]) =>
  policies.filter(({ fromOn }) => fromOn <= firstDay(month));

/** Every kind of fact that stands anywhere in a clause. */
function kindsIn(value: unknown): Set<string> {
  const kinds = new Set<string>();
  const look = (each: unknown) => {
    if (typeof each !== 'object' || each === null) return;
    for (const [key, inside] of Object.entries(each)) {
      if (key === 'counts' || key === 'alsoCounts') for (const kind of [inside].flat()) kinds.add(String(kind));
      else if (key === 'rate' && inside === 'adoptionRate') kinds.add('adoption');
      else look(inside);
    }
  };
  look(value);
  return kinds;
}
