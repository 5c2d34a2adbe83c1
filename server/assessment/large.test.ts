import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { demoScheme } from '../../test/scored.ts';
import { notYetDue } from './due.ts';
import { exportMonth } from './export.ts';
import { factsSeen, rowsOf, rowsSeen, unitsSeen } from './league.ts';
import type { LedgerFact } from './ledger.ts';
import { adoptionRates } from './rates.ts';
import { Scheme } from './scheme.ts';

const [unitCount, factCount] = [500, 10_000];
const outlets = [
  { tier: 'county', carrier: '县工作简报' },
  { tier: 'municipal', carrier: '邵阳日报' },
  { tier: 'provincial', carrier: '红网' },
] as const;

/** A city's worth of units in one month: two of five facts are submissions, the rest adoptions. */
function county() {
  const ids = Array.from({ length: unitCount }, (_, at) => `019c0000-0000-7000-8000-${String(at).padStart(12, '0')}`);
  const facts = Array.from({ length: factCount }, (_, at): LedgerFact => {
    const kind = at % 5 < 2 ? 'submission' : 'adoption';
    const attributes = {
      article: `a${at % 5000}`,
      title: '一篇稿件的标题大约这么长',
      ...(kind === 'adoption' ? outlets[at % 3] : {}),
    };
    const rest = { period: '2023-11', verified: true, cancels: null, replaces: null, evidence: [] };
    return {
      id: `019c0000-0000-7000-9000-${String(at).padStart(12, '0')}`,
      unit: ids[(at * 31) % unitCount] ?? '',
      kind,
      day: '2023-11-02',
      attributes,
      ...rest,
    };
  });
  const units = ids.map((id) => ({
    id,
    name: `县某某某某局${id.slice(-3)}`,
    group: '县直',
    from: '2023-01-01',
    to: null,
    exempt: [],
  }));
  const schemes = [Scheme.parse(JSON.parse(demoScheme))];
  return exportMonth({ county: 430523, month: '2023-11', state: 'open', schemes, units, calendar: [], facts, evidence: [] });
}

test('五百个单位一万条事实：总表一页不过 400 KB，压缩后不过 40 KB，打开一家的得分单不过 60 KB', () => {
  const given = county();
  const found = rowsOf(given);
  const dues = notYetDue(given, '2023-11-20');
  const table = rowsSeen(found, dues, null);
  const page = JSON.stringify({ table, units: unitsSeen(given, table) });
  expect(table).toHaveLength(unitCount);
  expect(page.length).toBeLessThan(400_000);
  expect(gzipSync(page).length).toBeLessThan(40_000);
  const [row] = found;
  if (!row) throw new Error('没有单位');
  const account = JSON.stringify({
    lines: row.lines,
    facts: factsSeen(given, row.unit, row.lines),
    rates: adoptionRates(given, [row.unit]),
  });
  expect(account.length).toBeLessThan(60_000);
});
