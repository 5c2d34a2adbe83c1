import { factKinds } from '../fact/fact.ts';
import type { Clause } from './clauses/clauses.ts';
import type { Counting } from './clauses/counting.ts';
import { measures } from './clauses/multiply.ts';
import type { Of } from './clauses/rule.ts';
import { perNames } from './months.ts';
import { labelOf, type Selector, sames, type Where } from './selection.ts';

type Kind<K extends Clause['kind']> = Extract<Clause, { kind: K }>;
type Condition = { where?: Where | undefined; not?: Where | undefined };

const periods = { ...perNames, week: '每周' };

/** What a clause counts and what it gives for it, read from the data itself: to be held against the paper. */
export function sentenceOf(clause: Clause): string {
  const span = clause.from || clause.to ? `，${clause.from ?? ''}至${clause.to ?? '今'}` : '';
  return `${whom(clause)}${premise(clause)}${bodyOf(clause)}${span}。`;
}

function premise({ onlyIf = [] }: Clause): string {
  const needs = onlyIf.map((each) => {
    const bounds = [
      each.atLeast !== undefined && `不少于 ${each.atLeast} 条`,
      each.atMost !== undefined && `不多于 ${each.atMost} 条`,
    ];
    return `${counted(each)}${bounds.filter(Boolean).join('、')}${exceptWords(each.except ?? [])}`;
  });
  return needs.length > 0 ? `${needs.join('、')}的才算：` : '';
}

function exceptWords(rows: readonly { groups?: string[] | undefined; units?: string[] | undefined; atLeast: number }[]): string {
  const others = rows.map(({ groups, units, atLeast }) => `${groups?.join('、') ?? `${units?.length} 个单位`} ${atLeast} 条`);
  return others.length > 0 ? `（${others.join('，')}）` : '';
}

function whom({ for: who }: Clause): string {
  const named = [...(who?.groups ?? []), ...(who?.units ? [`${who.units.length} 个单位`] : [])];
  return named.length > 0 ? `只管${named.join('、')}：` : '';
}

function bodyOf(clause: Clause): string {
  if ('of' in clause && clause.of !== undefined) return totalWords(clause as Extract<Clause, { of: Of }>);
  const told: { [K in Clause['kind']]?: (clause: Kind<K>) => string } = {
    points: pointsWords,
    quota: quotaWords,
    bands: ({ per, bands, ...what }) =>
      `${periods[per]}数${counted(what)}，${bands.map(({ count, points }) => `${ends(count, '条')}计 ${points} 分`).join('，')}`,
    steps: stepsWords,
    rate: rateWords,
    streak: ({ months, per, fewerThan, atLeast, points, ...what }) =>
      `连续 ${months} ${per === 'quarter' ? '个季度每季度' : '个月每月'}${counted(what)}都${fewerThan ? `少于 ${fewerThan}` : `不少于 ${atLeast}`} 条，每满一轮计 ${points} 分`,
    placement: placementWords,
  };
  return (told[clause.kind] as (clause: Clause) => string)(clause);
}

function stepsWords({ per, steps, cap, floor, ...what }: Kind<'steps'>): string {
  const each = steps.map(
    ({ above, upTo, every, points }) =>
      `${above > 0 ? `超过 ${above} 条以后` : ''}${upTo ? `到 ${upTo} 条为止` : ''}每满 ${every} 条计 ${points} 分`,
  );
  return [
    `${periods[per]}数${counted(what)}：${each.join('，')}`,
    some([
      [cap, '最高'],
      [floor, '最低'],
    ]),
  ]
    .filter(Boolean)
    .join('，');
}

function placementWords({ per, of, by, among, places = [], last = [] }: Kind<'placement'>): string {
  const what = by ? counted(by) : `${about(of ?? 'all')}合计得分`;
  const rows = [
    ...places.map(({ place, points }) => `第${ends(place, '名')}计 ${points} 分`),
    ...last.map(({ place, points }) => `倒数第${ends(place, '名')}计 ${points} 分`),
  ];
  return `${periods[per]}按${what}在${among === 'all' ? '所有单位' : '组'}里的名次，${rows.join('，')}`;
}

function totalWords(clause: Extract<Clause, { of: Of }>): string {
  const whole = `${periods[clause.per]}${about(clause.of)}`;
  switch (clause.kind) {
    case 'target':
      return targetWords(clause);
    case 'limit':
      return `${whole}合计${some([
        [clause.atMost, '最高'],
        [clause.atLeast, '最低'],
      ])}`;
    case 'zero':
      return `${causes(clause.when)}，${whole}记零`;
    case 'percent':
      return `${clause.when ? `${clause.each ? '每' : ''}${causes(clause.when)}，` : ''}${whole}合计${clause.percent.startsWith('-') ? '扣减' : '上浮'} ${clause.percent.replace('-', '')}%`;
    case 'highest':
      return `${whole}就高，只计得分最高的 ${clause.keep} 条`;
    case 'average':
      return `${whole}取各月平均`;
    case 'rescale':
      return `${whole}合计${rescaleWords(clause)}`;
    default:
      return placementWords(clause as Kind<'placement'>);
  }
}

function rescaleWords({ full, worth, by }: Kind<'rescale'>): string {
  const whole = { best: '组内最高分', average: '组内平均分' }[full] ?? `满分 ${full}`;
  return by === 'difference' ? `等于${whole}的得 ${worth} 分，每高（低）1 分加（减）1 分` : `按${whole}折成 ${worth} 分`;
}

const causes = (when: Kind<'zero'>['when']) =>
  when
    .map((cause) => `${counted(cause)}${cause.atMost === undefined ? `有 ${cause.atLeast} 条` : `不多于 ${cause.atMost} 条`}`)
    .join('，或');

function pointsWords(clause: Kind<'points'>): string {
  const rates = clause.rates.map(({ title, points, ...condition }) => `${title ?? label(condition, '')}每条 ${points} 分`);
  const factors = clause.factors.map(({ title, times, ...condition }) => `${title ?? label(condition, '')}乘以 ${times}`);
  const rest = [
    ...factors,
    clause.alsoCounts && `一并数${clause.alsoCounts.map((kind) => factKinds[kind]).join('、')}`,
    clause.multiply && multiplyWords(clause.multiply),
    ...(clause.repeats ?? []).map(repeatWords),
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

function repeatWords({ by, where, full, first, times }: NonNullable<Kind<'points'>['repeats']>[number]): string {
  const which = first === 'earliest' ? '最早的' : '前';
  return `${label({ where }, '')}同一${sames[by]}${which} ${full} 条计全分，其余乘以 ${times}`;
}

function multiplyWords({ by, every, rest, atMost }: NonNullable<Kind<'points'>['multiply']>): string {
  const size = every === 1 ? '' : `，每满 ${every} 算一次${{ drop: '', full: '，零头按一次', part: '，零头按比例' }[rest]}`;
  return `乘以${measures[by]}${size}${atMost ? `，一条最多 ${atMost} 次` : ''}`;
}

function quotaWords({ per, needs, met, partly, completion, progress, prorated, missing, excess }: Kind<'quota'>): string {
  const owed = needs.map((need) => {
    return `${counted(need)}不少于 ${need.atLeast} 条${exceptWords(need.except)}`;
  });
  const rest = [
    met && `达标得 ${met} 分${partly === 'proportion' ? '，没达标按比例' : ''}`,
    ...(completion ?? []).map(({ points, ...band }) => `完成率${share(band)}的计 ${points} 分`),
    per === 'toDate' &&
      (progress ? progress.map(({ month, times }) => `${month} 月底应完成全年的 ${times}`).join('，') : '按时序进度'),
    prorated && '任务按在册月数折算',
    missing?.each && `每少一条扣 ${missing.each} 分`,
    missing?.flat && `没达标扣 ${missing.flat} 分`,
    missing?.atMost && `最多扣 ${missing.atMost} 分`,
    excess &&
      `超额${excess.rates.map(({ title, points, ...condition }) => `${title ?? label(condition, '')}每条加 ${points} 分`).join('，')}`,
  ].filter(Boolean);
  return `${periods[per]}${[owed.join('、'), ...rest].join('，')}`;
}

function rateWords({ per, rate, minimum, bands, proportion, every }: Kind<'rate'>): string {
  const what = rate === 'adoptionRate' ? '采用率' : `${counted(rate.part)}与${counted(rate.whole)}之比`;
  const rest = [
    ...bands.map(({ points, ...band }) => `${share(band)} 的计 ${points} 分`),
    proportion && `按比率乘以 ${proportion} 分`,
    every && `比率只取到 ${every} 的整数倍`,
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

const share = ({ from, above, below, upTo }: Partial<Record<'from' | 'above' | 'below' | 'upTo', string | undefined>>) =>
  [from && `满 ${from}`, above && `高于 ${above}`, below && `不到 ${below}`, upTo && `不高于 ${upTo}`].filter(Boolean).join('、');

function counted({ counts, ...rule }: Selector & Partial<Counting>): string {
  const by = [rule.distinctArticles && sames.article, rule.distinctBy && sames[rule.distinctBy]].filter(Boolean);
  const notes = [...by.map((same) => `同一${same}只数一次`), rule.countBy === 'quantity' && '按数量数'].filter(Boolean);
  return `${label(rule, '')}${factKinds[counts]}${notes.length > 0 ? `（${notes.join('，')}）` : ''}`;
}

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
