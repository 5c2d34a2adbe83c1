import { readFileSync } from 'node:fs';
import { exportMonth } from '../../server/assessment/export.ts';
import { readSchemes } from '../../server/assessment/files.ts';
import type { LedgerFact } from '../../server/assessment/ledger.ts';
import { lastDay, monthsBetween } from '../../server/assessment/months.ts';
import type { Scheme } from '../../server/assessment/scheme.ts';
import { score } from '../../server/assessment/scoring.ts';
import { monthIf, scoredAs } from '../../server/assessment/whatIf.ts';
import { row, timed } from '../measure.ts';
import type { Row } from '../row.ts';

const [unitCount, factCount, clauseCount] = [500, 40_000, 30];
const months = monthsBetween('2023-01', '2023-12');
const [demo] = readSchemes(readFileSync(new URL('../../database/demo/scheme.json', import.meta.url), 'utf8'));
const sort = ['submission', 'adoption', 'adoption', 'commission', 'submission', 'adoption', 'adoption'] as const;
const outlets = [
  { tier: 'county', carrier: '县工作简报' },
  { tier: 'municipal', carrier: '邵阳日报' },
  { tier: 'provincial', carrier: '红网' },
  { tier: 'county', carrier: '县政府门户网站' },
] as const;

function factAt(at: number): LedgerFact {
  const [kind, month] = [sort[at % sort.length] ?? 'submission', months[at % months.length] ?? ''];
  const day = `${month}-${String((at % 28) + 1).padStart(2, '0')}`;
  const outlet = kind === 'adoption' ? outlets[(at >> 3) % outlets.length] : {};
  const attributes = { article: `a${at >> 1}`, ...outlet, dueOn: `${month}-20`, deliveredOn: day };
  const [id, unit] = [`019${((at * 7919) % factCount).toString(16).padStart(33, '0')}`, `u${(at * 31) % unitCount}`];
  return { id, unit, kind, day, period: month, verified: true, cancels: null, replaces: null, attributes, evidence: [] };
}

/** A year of 500 units, as its twelve exports: the demo's clauses over and over, thirty of them. */
function year() {
  const clauses = Array.from({ length: clauseCount }, (_, at) => ({ ...demo?.clauses[at % 7], no: `第${at + 1}条` }));
  const scheme = { ...demo, from: '2023-01-01', clauses } as Scheme;
  const ids = Array.from({ length: unitCount }, (_, at) => `u${at}`);
  const units = ids.map((id, at) => {
    return { id, name: id, group: at % 3 === 0 ? '乡镇' : '县直', from: '2023-01-01', to: null, exempt: [] };
  });
  const facts = Array.from({ length: factCount }, (_, at) => factAt(at));
  const input = { county: 430523, state: 'locked', schemes: [scheme], units, calendar: [], evidence: [] } as const;
  const given = months.map((month) => exportMonth({ ...input, month, facts: facts.filter(({ day }) => day <= lastDay(month)) }));
  return { scheme, given };
}

/** One clause changed over twelve months; its tables are those of a whole re-score. */
export async function whatIf(): Promise<Row> {
  const { scheme, given } = year();
  const clauses = scheme.clauses.map((clause) => (clause.no === '第4条' ? { ...clause, cap: '10.00' } : clause)) as never;
  const trial = { scheme: { ...scheme, clauses }, from: months[0] ?? '' };
  for (const { month, units, facts, ...each } of given.slice(-2)) {
    const whole = score(trial.scheme, units, facts, [], month).table;
    const same = JSON.stringify(whole) === JSON.stringify(scoredAs({ ...each, month, units, facts }, trial).table);
    if (!same) throw new Error(`${month}: the what-if is not what a whole re-score gives`);
  }
  return row('what-if', await timed(10, async () => given.map((month) => monthIf(month, trial))));
}
