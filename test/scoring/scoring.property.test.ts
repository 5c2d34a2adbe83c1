import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Scheme } from '../../server/assessment/scheme.ts';
import { type Score, score, scoreMonths } from '../../server/assessment/scoring.ts';
import { byCodePoint } from '../../server/kernel/order.ts';
import { formatPoints, points } from '../../server/kernel/quantity.ts';
import { calendar, facts, months, roster, scheme } from './arbitrary.ts';
import { oracle, type World } from './oracle.ts';

const long = process.env.MINSHENG_LONG === '1';
const patient = { timeout: long ? 7_200_000 : 120_000 };
const world = fc.record({ scheme, units: roster, facts, calendar });
const month = fc.constantFrom(...months, '2023-10', '2023-11', '2023-12');
const run = ({ scheme, units, facts, calendar }: World, month: string) => score(scheme, units, facts, calendar, month);
const rounds = (normal: number) => ({
  numRuns: long ? normal * 50 : normal,
  seed: long ? Date.now() : 20231008,
  endOnFailure: true,
});

/** What both must agree on: all but the words. */
const plain = ({ table }: Score) =>
  table.map(({ lines, ...row }) => {
    const told = lines.map(({ clause, effect, points, facts, corrects }) => `${clause} ${effect} ${points} ${corrects ?? facts}`);
    return { ...row, lines: told.sort() };
  });
const expected = (world: World, month: string) => {
  const rows = oracle(world, month).map(({ unit, group, rank, total, submitted, adopted, adoptions, lines, corrections }) => {
    const told = [
      ...lines.map(({ clause, effect, value, facts }) => `${clause} ${effect} ${value.text()} ${facts}`),
      ...corrections.map(({ clause, effect, value, corrects }) => `${clause} ${effect} ${value.text()} ${corrects}`),
    ];
    return { unit, group, rank, total: total.text(), submitted, adopted, adoptions, lines: told.sort() };
  });
  return rows.sort((a, b) => byCodePoint(a.group, b.group) || (a.rank ?? 1e9) - (b.rank ?? 1e9) || byCodePoint(a.unit, b.unit));
};

test('任意细则、任意事实：各行、合计、名次、更正都与另写的朴素算法相同', patient, () => {
  fc.assert(
    fc.property(world, month, (world, month) => {
      const [scored, naive] = [plain(run(world, month)), expected(world, month)];
      if (JSON.stringify(scored) !== JSON.stringify(naive)) expect(scored).toEqual(naive);
    }),
    rounds(2000),
  );
});

test('事实、单位、日历的先后不改变一个字；条款的先后只改变行的先后', patient, () => {
  const shuffled = world.chain((world) =>
    fc.record({
      world: fc.constant(world),
      units: fc.shuffledSubarray(world.units as never[], { minLength: world.units.length }),
      facts: fc.shuffledSubarray(world.facts as never[], { minLength: world.facts.length }),
      clauses: fc.shuffledSubarray(world.scheme.clauses, { minLength: world.scheme.clauses.length }),
    }),
  );
  const check = (
    { world, units, facts, clauses }: { world: World; units: never[]; facts: never[]; clauses: World['scheme']['clauses'] },
    month: string,
  ) => {
    const first = run(world, month);
    expect(JSON.stringify(run({ ...world, units, facts }, month))).toBe(JSON.stringify(first));
    expect(plain(run({ ...world, scheme: { ...world.scheme, clauses } }, month))).toEqual(plain(first));
  };
  fc.assert(fc.property(shuffled, month, check), rounds(300));
});

test('合计是各行之和；行按条款、再按效果排；每条×单位×效果只有一行', patient, () => {
  const check = (world: World, month: string) => {
    for (const { total, lines } of run(world, month).table) {
      const ordinary = lines.filter(({ corrects }) => corrects === null);
      expect(formatPoints(ordinary.reduce((sum, line) => sum + points(line.points), 0) as never)).toBe(total);
      const keys = lines.map(({ clause, effect, corrects }) => [clause, effect, corrects ?? ''].join('\n'));
      expect(new Set(keys).size).toBe(keys.length);
      const places = lines.map(({ clause, effect }) => `${world.scheme.clauses.findIndex(({ no }) => no === clause)} ${effect}`);
      expect(places).toEqual([...places].sort());
    }
  };
  fc.assert(fc.property(world, month, check), rounds(300));
});

test('各月冻结的合计＋更正＝年底把账本重算一遍，十二月的事实一月更正也一样', patient, () => {
  const span = ['2023-10', '2023-11', '2023-12', '2024-01', '2024-02', '2024-03'];
  const check = (world: World) => {
    const given = new Map<string, number>();
    for (const at of span) {
      for (const { unit, total, lines } of run(world, at).table) {
        const fixed = lines.filter(({ corrects }) => corrects !== null).reduce((sum, line) => sum + points(line.points), 0);
        given.set(unit, (given.get(unit) ?? 0) + points(total) + fixed);
      }
    }
    const settled = world.facts.filter(({ verified }) => verified);
    const gone = new Set(settled.flatMap(({ cancels, replaces }) => [cancels, replaces]));
    const known = new Map(settled.map((fact) => [fact.id, fact]));
    const root = (id: string): string => {
      const fact = known.get(id);
      const before = fact?.replaces == null ? undefined : known.get(fact.replaces);
      return before === undefined ? (fact?.corrects ?? fact?.period ?? '') : root(before.id);
    };
    const final = settled
      .filter(({ id, cancels }) => cancels === null && !gone.has(id))
      .map(({ corrects: _, ...fact }) => ({ ...fact, period: root(fact.id), replaces: null }));
    const again = new Map<string, number>();
    for (const at of span) {
      for (const { unit, total } of run({ ...world, facts: final }, at).table)
        again.set(unit, (again.get(unit) ?? 0) + points(total));
    }
    for (const [unit, sum] of again) expect([unit, given.get(unit)]).toEqual([unit, sum]);
  };
  fc.assert(fc.property(world, check), rounds(200));
});

test('几个月连着算，与一个月一个月地算，一个字也不差', patient, () => {
  const span = ['2023-10', '2023-11', '2023-12', '2024-01', '2024-03', '2024-04'];
  const check = ({ scheme, units, facts, calendar }: World) => {
    const together = scoreMonths(scheme, units, facts, calendar, span);
    const apart = span.map((at) => score(scheme, units, facts, calendar, at));
    expect(JSON.stringify(together)).toBe(JSON.stringify(apart));
  };
  fc.assert(fc.property(world, check), rounds(200));
});

type Clause = World['scheme']['clauses'][number];
const noneBelow = (rows: readonly { points: string }[] = []) => rows.every((row) => points(row.points) >= 0);

/** More can only be better by it: it looks at no rate, vetoes nothing and takes nothing off for having much. */
function rises(clause: Clause): boolean {
  // which it then only does once the condition is met, as a cap or a rescaling of what is below zero does too
  const takesOff = 'of' in clause || ('missing' in clause && clause.missing !== undefined);
  if (clause.onlyIf?.some(({ atMost }) => takesOff || atMost !== undefined)) return false;
  switch (clause.kind) {
    case 'points':
      if (clause.sameArticle || clause.voidedBy || clause.firstReporterOnly || clause.repeats) return false;
      return noneBelow(clause.rates) && clause.sameOutletGroup === 'each';
    case 'quota':
      return clause.completion === undefined && noneBelow(clause.excess?.rates);
    case 'steps':
      return noneBelow(clause.steps);
    case 'rescale':
      return clause.full !== 'best' && clause.full !== 'average' && clause.by === undefined;
    default:
      return clause.kind === 'limit' || clause.kind === 'target' || clause.kind === 'highest';
  }
}

test('没有比率、记零的细则里，多一条核实的正分采用，分数不会变低', patient, () => {
  const extras = [
    { tier: 'county', carrier: '简报' },
    { tier: 'municipal', carrier: '日报', placement: 'front', words: 600 },
    { tier: 'provincial', form: 'repost', quantity: 3 },
    { tier: 'central', carrier: '日报', words: 300 },
  ] as const;
  const rising = fc.tuple(world, fc.array(scheme, { minLength: 4, maxLength: 4 })).map(([world, others]) => {
    const found = [world.scheme, ...others].flatMap(({ clauses }) => clauses.filter(rises));
    const onFacts = found.filter((clause) => !('of' in clause));
    const clauses: object[] = onFacts.map((clause, at) => ({ ...clause, no: `${at}` }));
    for (const [at, clause] of found.filter((clause) => 'of' in clause).entries()) {
      const of = 'of' in clause && clause.of === 'all' ? 'all' : [`${at % onFacts.length}`];
      const more = [...clauses, { ...clause, of, no: `${clauses.length}` }];
      if (Scheme.safeParse({ ...world.scheme, clauses: more }).success) clauses.push(more.at(-1) ?? {});
    }
    return { ...world, scheme: { ...world.scheme, clauses } as World['scheme'] };
  });
  const check = (world: World, month: string) => {
    const given = { unit: 'u甲', kind: 'adoption', day: `${month}-03`, period: month, verified: true } as const;
    const more = extras.map((attributes, at) => {
      return { ...given, id: `z${at}`, cancels: null, replaces: null, attributes, evidence: [] };
    });
    const totals = [0, 1, 2, 3, 4].map((count) => {
      const { table } = run({ ...world, facts: [...world.facts, ...more.slice(0, count)] }, month);
      return points(table.find(({ unit }) => unit === 'u甲')?.total ?? '0');
    });
    expect(totals).toEqual(totals.toSorted((a, b) => a - b));
  };
  fc.assert(fc.property(rising, month, check), rounds(100));
});

test('合作稿分给各家的加起来，一分不多、一分不少；份额大的不比份额小的少', patient, () => {
  const names = ['u甲', 'u乙', 'u丙', 'u𠮷', 'u丁', 'u戊', 'u己'];
  const given = fc.record({
    cents: fc.integer({ min: -99_999, max: 99_999 }),
    weights: fc.array(fc.integer({ min: 0, max: 50 }), { minLength: names.length, maxLength: names.length }),
    sharing: fc.constantFrom('shares', 'equal'),
  });
  const check = ({ cents, weights, sharing }: { cents: number; weights: number[]; sharing: string }) => {
    if (weights.every((weight) => weight === 0)) return;
    const clauses = [
      { no: '一', title: '一', kind: 'points', counts: 'report', rates: [{ points: formatPoints(cents as never) }], sharing },
    ];
    const scheme = Scheme.parse({
      id: '试',
      name: '试',
      mode: 'score',
      from: '2023-01-01',
      groups: [{ name: '县直', ranked: true }],
      clauses,
    });
    const units = names.map((id) => ({ id, name: id, group: '县直', from: '2023-01-01', to: null, exempt: [] }));
    const shares = Object.fromEntries(names.map((name, at) => [name, weights[at] ?? 0]));
    const fact = { id: 'f', unit: 'u甲', kind: 'report', day: '2023-10-09', period: '2023-10', verified: true } as const;
    const { table } = score(
      scheme,
      units,
      [{ ...fact, cancels: null, replaces: null, attributes: { shares }, evidence: [] }],
      [],
      '2023-10',
    );
    const parts = names.map((name) => points(table.find(({ unit }) => unit === name)?.total ?? ''));
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(cents);
    for (const [at, part] of parts.entries()) {
      const more = parts.filter((_, other) => (weights[other] ?? 0) > (weights[at] ?? 0));
      expect(sharing === 'equal' || more.every((each) => Math.abs(each) >= Math.abs(part))).toBe(true);
      if (weights[at] === 0) expect(part).toBe(0);
    }
  };
  fc.assert(fc.property(given, check), rounds(300));
});
