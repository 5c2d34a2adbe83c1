import { readFileSync } from 'node:fs';
import { readSchemes } from '../server/assessment/files.ts';
import type { LedgerFact } from '../server/assessment/ledger.ts';
import type { RosterUnit } from '../server/assessment/roster.ts';
import { score } from '../server/assessment/scoring.ts';
import type { Row } from './row.ts';

const month = '2023-10';
const schemes = readSchemes(readFileSync(new URL('../database/demo/scheme.json', import.meta.url), 'utf8'));

/** A county-month of the demo's proportions: two of five facts are submissions, the rest adoptions, a few commissions. */
function county(unitCount: number, factCount: number): { units: RosterUnit[]; facts: LedgerFact[] } {
  const units = Array.from({ length: unitCount }, (_, at) => {
    return {
      id: `u${String(at).padStart(4, '0')}`,
      name: `单位${at}`,
      group: at % 3 === 0 ? '乡镇' : '县直',
      from: '2023-01-01',
      to: null,
      exempt: [],
    };
  });
  const tiers = ['county', 'municipal', 'provincial', 'county', 'municipal'] as const;
  const carriers = ['县工作简报', '邵阳日报', '红网', '县政府门户网站', '邵阳电视台'];
  const facts = Array.from({ length: factCount }, (_, at): LedgerFact => {
    const kind = at % 5 < 2 ? 'submission' : at % 20 === 19 ? 'commission' : 'adoption';
    const adoption = { tier: tiers[(at % 7) % 5] ?? null, carrier: carriers[(at % 7) % 5] ?? '' };
    const day = `2023-10-${String((at % 28) + 1).padStart(2, '0')}`;
    const attributes = {
      article: `a${at % Math.ceil(factCount / 2)}`,
      ...(kind === 'adoption' ? adoption : {}),
      dueOn: '2023-10-20',
      deliveredOn: day,
    };
    const id = `019${((at * 7919) % factCount).toString(16).padStart(33, '0')}`;
    return {
      id,
      unit: units[(at * 31) % unitCount]?.id ?? '',
      kind,
      day,
      period: month,
      verified: true,
      cancels: null,
      replaces: null,
      attributes,
      evidence: [],
    };
  });
  return { units, facts };
}

/** The same totals in floating numbers, by one plain loop: no lines, no ranks, no arithmetic to show. */
function floor({ units, facts }: ReturnType<typeof county>): Map<string, number> {
  type Sum = { sent: number; points: number; municipal: number };
  const sums = new Map<string, Sum>(units.map(({ id }) => [id, { sent: 0, points: 0, municipal: 0 }]));
  for (const { unit, kind, attributes } of facts) {
    const sum = sums.get(unit);
    if (sum === undefined) continue;
    if (kind === 'submission') sum.sent += 1;
    else if (kind === 'commission') sum.points += (attributes.deliveredOn ?? '') <= (attributes.dueOn ?? '') ? 2 : -3;
    else {
      if (attributes.tier === 'provincial') sum.points += 8;
      if (attributes.tier === 'municipal') sum.municipal += 5;
      if (attributes.carrier === '县工作简报') sum.points += 2;
      if (attributes.carrier === '县政府门户网站') sum.points += 1;
    }
  }
  return new Map(
    units.map(({ id, group }) => {
      const { sent, points, municipal } = sums.get(id) ?? { sent: 0, points: 0, municipal: 0 };
      const quota = group === '乡镇' ? 0 : sent >= 3 ? 10 : sent - 3;
      return [id, quota + points + Math.min(municipal, 15)];
    }),
  );
}

function timed(rounds: number, work: () => unknown): number[] {
  for (let warm = 0; warm < 5; warm++) work();
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b);
}

const middle = (times: number[]) => times[times.length >> 1] ?? 0;
function row(name: string, unit: string, times: number[], base: { name: string; times: number[] } | null): Row {
  const [min = 0, max = 0] = [times[0], times.at(-1)];
  const ratio = base === null ? null : middle(times) / middle(base.times);
  return { name, unit, better: 'lower', min, median: middle(times), max, n: times.length, floor: base?.name ?? null, ratio };
}

function pair(units: number, facts: number, rounds: number) {
  const world = county(units, facts);
  const run = () => score(schemes, world.units, world.facts, [], month);
  const sums = floor(world);
  for (const { unit, total } of run().table) {
    if (Number(total) !== sums.get(unit)) throw new Error(`${unit}: ${total}, the plain loop says ${sums.get(unit)}`);
  }
  const name = `floor ${units} units ${facts} facts`;
  return { times: timed(rounds, run), base: { name, times: timed(rounds, () => floor(world)) } };
}

/** One county-month, a province-sized one, and how the time grows when the facts double. */
export async function run(): Promise<Row[]> {
  const small = pair(36, 400, 200);
  const large = pair(500, 10_000, 30);
  const twice = pair(500, 20_000, 30);
  const growth = large.times.map((time, at) => (twice.times[at] ?? 0) / time);
  return [
    row('36 units 400 facts', 'ms', small.times, small.base),
    row('500 units 10000 facts', 'ms', large.times, large.base),
    row('500 units 20000 facts', 'ms', twice.times, twice.base),
    row(
      'growth with twice the facts',
      '×',
      growth.sort((a, b) => a - b),
      null,
    ),
    ...[small, large, twice].map(({ base }) => row(base.name, 'ms', base.times, null)),
  ];
}
