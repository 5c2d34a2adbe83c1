import { readFileSync } from 'node:fs';
import { readSchemes } from '../server/assessment/files.ts';
import type { LedgerFact } from '../server/assessment/ledger.ts';
import type { RosterUnit } from '../server/assessment/roster.ts';
import { score } from '../server/assessment/scoring.ts';
import { row, timed } from './measure.ts';
import type { Row } from './row.ts';
import { whatIf } from './score/what-if.ts';
import { year } from './score/year.ts';

const month = '2023-10';
const schemes = readSchemes(readFileSync(new URL('../database/demo/scheme.json', import.meta.url), 'utf8'));

const outlets = [
  { tier: 'county', carrier: '县工作简报' },
  { tier: 'municipal', carrier: '邵阳日报' },
  { tier: 'provincial', carrier: '红网' },
  { tier: 'county', carrier: '县政府门户网站' },
  { tier: 'municipal', carrier: '邵阳电视台' },
] as const;

/** A county-month of the demo's proportions: two of five facts are submissions, the rest adoptions, a few commissions. */
function county(unitCount: number, factCount: number): { units: RosterUnit[]; facts: LedgerFact[] } {
  const ids = Array.from({ length: unitCount }, (_, at) => `u${String(at).padStart(4, '0')}`);
  const units = ids.map((id, at) => {
    return { id, name: id, group: at % 3 === 0 ? '乡镇' : '县直', from: '2023-01-01', to: null, exempt: [] };
  });
  const facts = Array.from({ length: factCount }, (_, at) => factAt(at, factCount, ids[(at * 31) % unitCount] ?? ''));
  return { units, facts };
}

function factAt(at: number, count: number, unit: string): LedgerFact {
  const kind = at % 5 < 2 ? 'submission' : at % 20 === 19 ? 'commission' : 'adoption';
  const day = `2023-10-${String((at % 28) + 1).padStart(2, '0')}`;
  const outlet = kind === 'adoption' ? outlets[(at % 7) % 5] : {};
  const attributes = { article: `a${at % Math.ceil(count / 2)}`, ...outlet, dueOn: '2023-10-20', deliveredOn: day };
  const id = `019${((at * 7919) % count).toString(16).padStart(33, '0')}`;
  return { id, unit, kind, day, period: month, verified: true, cancels: null, replaces: null, attributes, evidence: [] };
}

type PlainLine = { clause: string; points: number; facts: string[] };
const adoptionClauses = [
  { clause: '第五条（二）', tier: 'provincial', points: 8 },
  { clause: '第五条（三）', tier: 'municipal', points: 5 },
  { clause: '第五条（四）', carrier: '县工作简报', points: 2 },
  { clause: '第五条（五）', carrier: '县政府门户网站', points: 1 },
];

/** The same lines in floating numbers, by plain loops over this one scheme: no arithmetic in words, no ranks, no checks. */
function plainLines({ units, facts }: ReturnType<typeof county>): Map<string, PlainLine[]> {
  const byUnit = new Map<string, LedgerFact[]>(units.map(({ id }) => [id, []]));
  for (const fact of facts) byUnit.get(fact.unit)?.push(fact);
  return new Map(units.map(({ id, group }) => [id, linesOf(byUnit.get(id) ?? [], group)]));
}

function linesOf(facts: LedgerFact[], group: string): PlainLine[] {
  const lines: PlainLine[] = [];
  const add = (clause: string, points: number, of: LedgerFact[]) =>
    lines.push({ clause, points, facts: of.map(({ id }) => id).sort() });
  const sent = facts.filter(({ kind }) => kind === 'submission');
  if (group === '县直') add('第三条', sent.length >= 3 ? 10 : sent.length - 3, sent);
  for (const { clause, tier, carrier, points } of adoptionClauses) {
    const meant = ({ kind, attributes }: LedgerFact) =>
      kind === 'adoption' && (tier ? attributes.tier === tier : attributes.carrier === carrier);
    const found = facts.filter(meant);
    if (clause === '第五条（三）' && found.length > 3) add(clause, 15 - found.length * points, found);
    if (found.length > 0) add(clause, found.length * points, found);
  }
  const ordered = facts.filter(({ kind }) => kind === 'commission');
  const kept = ordered.filter(({ attributes: { dueOn = '', deliveredOn } }) => (deliveredOn ?? '') <= dueOn);
  if (ordered.length > 0) add('第七条', kept.length * 2 - (ordered.length - kept.length) * 3, ordered);
  return lines;
}

async function pair(unitCount: number, factCount: number, rounds: number): Promise<{ scored: Row; floor: Row; times: number[] }> {
  const world = county(unitCount, factCount);
  const run = async () => score(schemes, world.units, world.facts, [], month);
  const plain = plainLines(world);
  for (const { unit, lines } of (await run()).table) {
    const told = lines.map(({ clause, points, facts }) => ({ clause, points: Number(points), facts }));
    if (JSON.stringify(told) !== JSON.stringify(plain.get(unit))) throw new Error(`${unit}: the plain loop has other lines`);
  }
  const name = `${unitCount} units ${factCount} facts`;
  await timed(10, run); // warm
  const floor = row(`floor ${name}`, await timed(rounds, async () => plainLines(world)));
  const times = await timed(rounds, run);
  return { scored: row(name, times, floor), floor, times };
}

/** One county-month, a province-sized one, how the time grows when the facts double, and a whole year with its corrections. */
export async function run(): Promise<Row[]> {
  const [small, large, twice] = [await pair(36, 400, 200), await pair(500, 10_000, 40), await pair(500, 20_000, 40)];
  const growth = large.times.map((time, at) => (twice.times[at] ?? 0) / time).sort((a, b) => a - b);
  const grown: Row = { ...row('growth with twice the facts', growth), unit: '×' };
  const [scored, floor] = await year();
  return [small.scored, large.scored, twice.scored, grown, await whatIf(), scored, small.floor, large.floor, twice.floor, floor];
}
