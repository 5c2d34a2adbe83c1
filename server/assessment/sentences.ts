import { factKinds } from '../fact/fact.ts';
import type { Clause } from './clauses/clauses.ts';
import type { Of } from './clauses/rule.ts';
import { perNames } from './months.ts';
import { labelOf, type Selector, type Where } from './selection.ts';

type Kind<K extends Clause['kind']> = Extract<Clause, { kind: K }>;
type Condition = { where?: Where | undefined; not?: Where | undefined };

const periods = { ...perNames, week: '每周' };

/** What a clause counts and what it gives for it, read from the data itself: to be held against the paper. */
export function sentenceOf(clause: Clause): string {
  const span = clause.from || clause.to ? `，${clause.from ?? ''}至${clause.to ?? '今'}` : '';
  return `${whom(clause)}${bodyOf(clause)}${span}。`;
}

function whom({ for: who }: Clause): string {
  const named = [...(who?.groups ?? []), ...(who?.units ? [`${who.units.length} 个单位`] : [])];
  return named.length > 0 ? `只管${named.join('、')}：` : '';
}

function bodyOf(clause: Clause): string {
  switch (clause.kind) {
    case 'points':
      return pointsWords(clause);
    case 'quota':
      return quotaWords(clause);
    case 'bands':
      return `${periods[clause.per]}数${counted(clause)}，${clause.bands.map(({ count, points }) => `${ends(count, '条')}计 ${points} 分`).join('，')}`;
    case 'rate':
      return rateWords(clause);
    case 'streak':
      return `连续 ${clause.months} 个月每月${counted(clause)}都少于 ${clause.fewerThan} 条，每满一轮计 ${clause.points} 分`;
    case 'target':
      return targetWords(clause);
    case 'limit':
      return `${periods[clause.per]}${about(clause.of)}合计${some([
        [clause.atMost, '最高'],
        [clause.atLeast, '最低'],
      ])}`;
    case 'zero':
      return `${clause.when.map((cause) => `${counted(cause)}有 ${cause.atLeast} 条`).join('，或')}，${periods[clause.per]}${about(clause.of)}记零`;
    case 'rescale':
      return `${periods[clause.per]}${about(clause.of)}合计按满分 ${clause.full} 折成 ${clause.worth} 分`;
  }
}

function pointsWords(clause: Kind<'points'>): string {
  const rates = clause.rates.map(({ title, points, ...condition }) => `${title ?? label(condition, '')}每条 ${points} 分`);
  const factors = clause.factors.map(({ title, times, ...condition }) => `${title ?? label(condition, '')}乘以 ${times}`);
  const rest = [
    ...factors,
    clause.sameArticle?.keep === 'highest' && '同一稿件只计最高的一次',
    clause.sameArticle?.keep === 'topTiers' && `同一稿件取最高 ${clause.sameArticle.top} 级`,
    clause.sameOutletGroup === 'once' && '同一媒体集团只计一次',
    clause.firstReporterOnly && '只认最先报送的单位',
    clause.voidedBy && `有${counted(clause.voidedBy)}的稿件不计`,
    clause.countAtMost && `最多计 ${clause.countAtMost} 条`,
    some([
      [clause.cap, '最高'],
      [clause.floor, '最低'],
    ]),
  ].filter(Boolean);
  return `${periods[clause.per]}数${counted(clause)}：${[...rates, ...rest].join('，')}`;
}

function quotaWords({ per, needs, met, partly, missing, excess }: Kind<'quota'>): string {
  const owed = needs.map((need) => {
    const others = need.except.map(
      ({ groups, units, atLeast }) => `${groups?.join('、') ?? `${units?.length} 个单位`} ${atLeast} 条`,
    );
    return `${counted(need)}不少于 ${need.atLeast} 条${others.length > 0 ? `（${others.join('，')}）` : ''}`;
  });
  const rest = [
    met && `达标得 ${met} 分${partly === 'proportion' ? '，没达标按比例' : ''}`,
    missing?.each && `每少一条扣 ${missing.each} 分`,
    missing?.flat && `没达标扣 ${missing.flat} 分`,
    missing?.atMost && `最多扣 ${missing.atMost} 分`,
    excess &&
      `超额${excess.rates.map(({ title, points, ...condition }) => `${title ?? label(condition, '')}每条加 ${points} 分`).join('，')}`,
  ].filter(Boolean);
  return `${periods[per]}${[owed.join('、'), ...rest].join('，')}`;
}

function rateWords({ per, rate, minimum, bands, proportion }: Kind<'rate'>): string {
  const what = rate === 'adoptionRate' ? '采用率' : `${counted(rate.part)}与${counted(rate.whole)}之比`;
  const rest = [
    ...bands.map(
      ({ from, below, points }) =>
        `${[from && `满 ${from}`, below && `不到 ${below}`].filter(Boolean).join('、')} 的计 ${points} 分`,
    ),
    proportion && `按比率乘以 ${proportion} 分`,
    minimum > 1 && `分母少于 ${minimum} 条不计`,
  ].filter(Boolean);
  return `${periods[per]}看${what}：${rest.join('，')}`;
}

function targetWords({ per, of, atLeast, met, missing, excess }: Kind<'target'>): string {
  const rest = [
    met && `达到得 ${met} 分`,
    missing && `差的分数乘以 ${missing.times} 扣掉`,
    excess && `超出的分数乘以 ${excess.times} 再加`,
  ].filter(Boolean);
  return `${periods[per]}${about(of)}合计要到 ${[`${atLeast} 分`, ...rest].join('，')}`;
}

const counted = ({ counts, distinctArticles, ...condition }: Selector & { distinctArticles?: boolean }) =>
  `${label(condition, '')}${factKinds[counts]}${distinctArticles ? '（同一稿件只数一次）' : ''}`;

function label({ where, not }: Condition, otherwise: string): string {
  const dates = where?.day && `${where.day.from ?? ''}至${where.day.to ?? ''}`;
  const late = [
    where?.daysLate && `逾期${ends(where.daysLate, '天')}`,
    where?.workdaysLate && `逾期${ends(where.workdaysLate, '个工作日')}`,
  ];
  const named = [labelOf(where, dates || late.some(Boolean) ? '' : otherwise), dates, ...late].filter(Boolean).join('');
  return not ? `${named}（${labelOf(not, '所列的')}除外）` : named;
}

function ends({ from, to }: { from?: number | undefined; to?: number | undefined }, unit: string): string {
  if (from === to) return ` ${from} ${unit}`;
  if (from === undefined) return `不超过 ${to} ${unit}`;
  return to === undefined ? ` ${from} ${unit}以上` : ` ${from}—${to} ${unit}`;
}

const about = (of: Of) => (of === 'all' ? '其余各条' : of.join('、'));
const some = (bounds: [string | undefined, string][]) =>
  bounds.flatMap(([limit, word]) => (limit === undefined ? [] : `${word} ${limit} 分`)).join('，');
