import type { LedgerFact } from '../../../server/assessment/ledger.ts';
import { type Books, inOrder, type Line, line, own, type Plain, plain, quarter, round, text, toDate } from './plain-kit.ts';
import { totals } from './plain-totals.ts';

function quota(
  no: string,
  kind: string,
  span: (month: string) => string[],
  need: (group: string) => number,
  met: number,
  missing: Missing,
): Plain {
  return plain(no, (books, month) => (unit, group) => {
    const [settled, owed] = [span(month), need(group)];
    if (settled.length === 0) return [];
    const facts = inOrder(own(books, unit, kind, settled));
    const told = `应 ${owed} 实 ${facts.length}`;
    if (facts.length >= owed) return [line('points', met, `${told}，达标 ${text(met)}`, facts)];
    const lack = owed - facts.length;
    const words = missing.each ? `${lack} × ${text(missing.points)}` : text(missing.points);
    return [line('shortfall', -(missing.each ? lack * missing.points : missing.points), `${told}，缺 ${words}`, facts)];
  });
}
type Missing = { each: boolean; points: number };

type Priced = { fact: LedgerFact; row: number; points: number; words: (count: number) => string; times: number };
type Price = (fact: LedgerFact, month: string) => Omit<Priced, 'fact' | 'times'> | undefined;
const rate = (row: number, points: number, name: string): Omit<Priced, 'fact' | 'times'> => {
  return { row, points, words: (count) => `${name} ${count} × ${text(points)}` };
};

/** Equal prices are counted together, in the order of the table. */
function amount(priced: Priced[]): { points: number; words: string[] } {
  const rows = [...Map.groupBy(priced, ({ row }) => row)].sort(([a], [b]) => a - b).map(([, each]) => each);
  const counted = rows.map((each) => ({ first: each[0] as Priced, count: each.reduce((all, { times }) => all + times, 0) }));
  const points = counted.reduce((all, { first, count }) => all + first.points * count, 0);
  return { points, words: counted.map(({ first, count }) => first.words(count)) };
}

type Bounds = { cap?: number; floor?: number };
function bounded(entry: Line, { cap, floor }: Bounds): Line[] {
  const { points, facts } = entry;
  if (cap !== undefined && points > cap) return [line('cap', cap - points, `封顶 ${text(cap)} - ${text(points)}`, facts), entry];
  if (floor !== undefined && points < floor)
    return [line('floor', floor - points, `保底 ${text(floor)} - ${text(points)}`, facts), entry];
  return [entry];
}

function perPiece(
  no: string,
  kind: string,
  price: Price,
  bounds: Bounds = {},
  choose: (priced: Priced[]) => Priced[] = (all) => all,
): Plain {
  return plain(no, (books, month) => (unit) => {
    const found = own(books, unit, kind, [month]).flatMap((fact): Priced[] => {
      const known = price(fact, month);
      return known === undefined ? [] : [{ fact, ...known, times: 1 }];
    });
    if (found.length === 0) return [];
    const kept = choose(found);
    const { points, words } = amount(kept);
    const note = found.length > kept.length ? `（另 ${found.length - kept.length} 条不重复计）` : '';
    return bounded(line('points', round(points), words.join(' + ') + note, inOrder(kept.map(({ fact }) => fact))), bounds);
  });
}

const tier = (no: string, name: string, points: number, is: (fact: LedgerFact) => boolean, bounds: Bounds = {}) => {
  const known = rate(0, points, name);
  return perPiece(no, 'adoption', (fact) => (is(fact) ? known : undefined), bounds);
};

const byWorth = (a: Priced, b: Priced) =>
  b.points - a.points || (a.fact.day < b.fact.day ? -1 : Number(a.fact.day > b.fact.day)) || (a.fact.id < b.fact.id ? -1 : 1);
const perArticle = (of: (best: Priced[]) => Priced[]) => (found: Priced[]) =>
  [...Map.groupBy(found, ({ fact }) => fact.attributes.article ?? fact).values()].flatMap((same) => of(same.sort(byWorth)));

const highestRates = [3, 2, 1.5, 1].flatMap((points, row) => {
  const name = ['中央级', '省部级', '市级', '采用'][row] ?? '';
  const half = (count: number) => `${name} ${count} × ${text(points)} × 0.5（转载）`;
  return [rate(row * 2, points, name), { row: row * 2 + 1, points: points / 2, words: half }];
});
const tierRow = { central: 0, provincial: 1, municipal: 2, county: 3 } as const;
const highest: Price = ({ attributes: { tier, form } }) =>
  highestRates[tierRow[tier ?? 'county'] * 2 + Number(form === 'repost')];
const [upper, lower] = [rate(0, 4, '中央级、省部级'), rate(1, 1, '采用')];
const twoTiers: Price = ({ attributes: { tier } }) => (tier === 'central' || tier === 'provincial' ? upper : lower);
const distinct = (best: Priced[]) => {
  const seen = new Set<unknown>();
  return best.filter(({ fact: { attributes } }) => !seen.has(attributes.tier) && seen.add(attributes.tier)).slice(0, 2);
};

const [onTime, late] = [rate(0, 2, '按时'), rate(1, -3, '逾期、未交')];
const commission: Price = ({ attributes: { dueOn = '', deliveredOn } }) => (deliveredOn && deliveredOn <= dueOn ? onTime : late);
const ranks = [rate(0, 10, '省领导'), rate(1, 5, '市主要领导'), rate(2, 3, '批示')];
const instruction: Price = ({ attributes: { rank } }) => ranks[rank === '省领导' ? 0 : rank === '市主要领导' ? 1 : 2];
const errors = [rate(0, -5, '失实'), rate(1, -2, '差错')];
const error: Price = ({ attributes: { nature } }) => errors[nature === '失实' ? 0 : 1];

const submissions = plain('四（二）', (books, month) => (unit) => {
  const bad = new Set(own(books, unit, 'error', [month]).map(({ attributes }) => attributes.article));
  const found = own(books, unit, 'submission', [month]);
  const good = found.filter(({ attributes }) => !bad.has(attributes.article));
  if (good.length === 0) return [];
  const note = good.length < found.length ? `（差错 ${found.length - good.length} 条不计）` : '';
  return bounded(line('points', good.length * 0.5, `报送 ${good.length} × 0.50${note}`, good), { cap: 2 });
});

const bands = plain('五（一）', (books, month) => (unit) => {
  const facts = own(books, unit, 'submission', [month]);
  const points = facts.length === 0 ? -5 : facts.length >= 4 ? 3 : undefined;
  return points === undefined ? [] : [line('points', points, `${facts.length} 条，计 ${text(points)}`, facts)];
});

const steps = plain('五（二）', (books, month) => (unit) => {
  const facts = own(books, unit, 'adoption', [month]);
  const times = Math.floor(Math.max(0, facts.length - 1) / 2);
  return times === 0 ? [] : bounded(line('points', times, `${facts.length} 条，计 ${times} × 1.00`, facts), { cap: 2 });
});

/** Articles first adopted this month that had been submitted by then. */
function firstAdopted(books: Books, unit: string, month: string): number {
  const upTo = toDate(month);
  const before = own(books, unit, 'adoption', upTo.slice(0, -1)).map(({ attributes }) => attributes.article);
  const [old, sent] = [
    new Set(before),
    new Set(own(books, unit, 'submission', upTo).map(({ attributes }) => attributes.article)),
  ];
  const now = new Set(own(books, unit, 'adoption', [month]).map(({ attributes }) => attributes.article));
  return [...now].filter((article) => article !== undefined && !old.has(article) && sent.has(article)).length;
}

const adoptionRate = plain('五（三）', (books, month) => (unit) => {
  const sent = own(books, unit, 'submission', [month]);
  if (sent.length === 0) return [];
  const part = firstAdopted(books, unit, month);
  const points = part / sent.length < 0.3 ? -1 : part / sent.length >= 0.6 ? 2 : undefined;
  if (points === undefined) return [];
  return [
    line(
      'points',
      points,
      `比率 ${part}/${sent.length}，计 ${text(points)}`,
      inOrder([...sent, ...own(books, unit, 'adoption', [month])]),
    ),
  ];
});

const upperShare = plain('五（四）', (books, month) => (unit) => {
  const all = own(books, unit, 'adoption', [month]);
  if (all.length === 0) return [];
  const part = all.filter(({ attributes }) => attributes.tier !== 'county').length;
  const points = round((part / all.length) * 5);
  return [line('points', points, `比率 ${part}/${all.length}，计 ${text(points)}`, all)];
});

function streak(
  no: string,
  kind: string,
  length: number,
  within: (count: number) => boolean,
  points: number,
  told: string,
): Plain {
  return plain(no, (books, month) => (unit) => {
    const run: LedgerFact[][] = [];
    for (const each of toDate(month).reverse()) {
      const facts = own(books, unit, kind, [each]);
      if (!within(facts.length)) break;
      run.push(facts);
    }
    if (run.length === 0 || run.length % length !== 0) return [];
    const words = `连续 ${run.length} 个月每月${told} 条，计 ${text(points)}`;
    return [line('points', points, words, inOrder(run.slice(0, length).flat()))];
  });
}

const shared = plain('五（七）', (books, month) => (unit) => {
  const facts = books.of(unit, 'report', month);
  if (facts.length === 0) return [];
  const together = facts.filter(({ attributes }) => attributes.shares);
  const parts = together.map(
    ({ attributes: { shares = {} } }) => (3 * (shares[unit] ?? 0)) / Object.values(shares).reduce((a, b) => a + b),
  );
  const [alone, part] = [facts.length - together.length, round(parts.reduce((a, b) => a + b, 0))];
  const words = [alone && `进度填报 ${alone} × 3.00`, together.length && `合作 ${together.length} 条分得 ${text(part)}`];
  return [line('points', round(alone * 3 + part), words.filter(Boolean).join(' + '), facts)];
});

const outdoors = plain('五（八）', (books, month) => (unit) => {
  const facts = own(books, unit, 'activity', [month]).filter(({ attributes: { quantity = 1 } }) => quantity >= 10);
  const times = facts.reduce((all, { attributes: { quantity = 1 } }) => all + Math.floor(quantity / 10), 0);
  return facts.length === 0 ? [] : [line('points', times * 0.5, `活动数量 ${times} × 0.50`, facts)];
});

export const clauses: Plain[] = [
  quota(
    '一（一）',
    'submission',
    (month) => [month],
    (group) => (group === '乡镇' ? 2 : 3),
    10,
    { each: true, points: 1 },
  ),
  quota('一（二）', 'adoption', quarter, () => 6, 6, { each: false, points: 2 }),
  tier('二（一）', '中央级', 15, ({ attributes }) => attributes.tier === 'central', { cap: 30 }),
  tier('二（二）', '省部级', 8, ({ attributes }) => attributes.tier === 'provincial'),
  tier('二（三）', '市级', 5, ({ attributes }) => attributes.tier === 'municipal', { cap: 10 }),
  tier('二（四）', '县工作简报', 2, ({ attributes }) => attributes.carrier === '县工作简报'),
  tier('二（五）', '县政府门户网站', 1, ({ attributes }) => attributes.carrier === '县政府门户网站'),
  perPiece(
    '二（六）',
    'adoption',
    highest,
    {},
    perArticle((found) => found.slice(0, 1)),
  ),
  perPiece('二（七）', 'adoption', twoTiers, {}, perArticle(distinct)),
  perPiece('三（一）', 'commission', commission),
  perPiece('三（二）', 'instruction', instruction),
  perPiece('四（一）', 'error', error, { floor: -6 }),
  submissions,
  bands,
  steps,
  adoptionRate,
  upperShare,
  streak('五（五）', 'submission', 2, (count) => count < 2, -3, '少于 2'),
  streak('五（六）', 'adoption', 3, (count) => count >= 2, 2, '不少于 2'),
  shared,
  outdoors,
  ...totals,
];
