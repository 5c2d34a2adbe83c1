import fc from 'fast-check';
import type { LedgerFact } from '../../server/assessment/ledger.ts';
import type { RosterUnit } from '../../server/assessment/roster.ts';
import { Scheme } from '../../server/assessment/scheme.ts';
import type { Calendar } from '../../server/assessment/workdays.ts';

/** Small worlds in which everything meets everything: few units, articles and carriers, many clauses. */
const some = <T>(...of: readonly T[]) => fc.constantFrom(...of);
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined, freq: 2 });
const seldom = <T>(of: fc.Arbitrary<T>) => fc.oneof({ weight: 4, arbitrary: some(undefined) }, { weight: 1, arbitrary: of });
const list = <T>(of: fc.Arbitrary<T>) => fc.uniqueArray(of, { minLength: 1, maxLength: 2 });
const clean = (value: object): object => Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined));
const record = (shape: Record<string, fc.Arbitrary<unknown>>) => fc.record(shape).map(clean);

const units = ['u甲', 'u乙', 'u丙', 'u𠮷'];
const groups = ['县直', '乡镇'];
export const months = ['2023-10', '2023-11', '2023-12', '2024-01', '2024-03'];
const kinds = ['submission', 'adoption', 'adoption', 'adoption', 'commission', 'error'] as const;
const points = some('1.00', '0.33', '5', '2.50', '-1.25', '0.01', '10.00', '-0.07');
const positive = some('1.00', '0.33', '5', '2.50', '10.00', '0.05');
const times = some('0.5', '2', '1/3', '1/7', '0.25');
const kind = some(...kinds);

const where = record({
  tier: maybe(list(some('central', 'provincial', 'municipal', 'county'))),
  carrier: maybe(list(some('日报', '简报'))),
  form: maybe(list(some('sole', 'merged', 'repost'))),
  placement: maybe(list(some('front', 'top', 'ordinary'))),
  kind: seldom(list(kind)),
  quantity: seldom(some({ from: 2 }, { to: 300 })),
  words: maybe(some({ from: 500 }, { to: 500 }, { from: 300, to: 800 })),
  timing: maybe(list(some('onTime', 'late', 'missing'))),
  daysLate: maybe(some({ from: 2 }, { to: 3 })),
  workdaysLate: maybe(some({ from: 2 }, { to: 3 })),
}).map((each) => Object.fromEntries(Object.entries(each).slice(0, 1)));
const same = some('article', 'carrier', 'issue', 'campaign', 'day');
const selector = { counts: kind, where: seldom(where), not: seldom(where) };
const counted = {
  ...selector,
  distinctArticles: fc.boolean(),
  distinctBy: seldom(same),
  countBy: seldom(some('facts', 'quantity')),
};
const whom = some({ groups: ['县直'] }, { groups: ['乡镇'] }, { units: ['u甲'] }, { groups: ['县直'], units: ['u𠮷'] });
const per = some('month', 'month', 'quarter', 'half', 'year');
const sharing = some('shares', 'equal', 'each', 'owner');
const condition = record({
  ...counted,
  atLeast: some(0, 1, 2),
  atMost: seldom(some(3, 5)),
  except: seldom(whom.map((row) => [{ ...row, atLeast: 1 }])),
});
const onlyIf = fc.oneof(
  { weight: 7, arbitrary: some(undefined) },
  { weight: 1, arbitrary: fc.array(condition, { minLength: 1, maxLength: 2 }) },
);
const common = { for: seldom(whom), from: seldom(some('2023-11', '2023-10')), title: some('条'), onlyIf };
const multiply = record({
  by: some('quantity', 'words', 'daysLate', 'workdaysLate', 'daysEarly'),
  every: some(1, 1, 7, 300),
  rest: some('drop', 'full', 'part'),
  atMost: maybe(some(1, 3)),
});
const repeat = record({
  ...{ by: same, where: seldom(where), full: some(1, 2), first: maybe(some('dearest', 'earliest')) },
  times: some('0', '0.5', '1/3'),
});
const rate = record({ where: maybe(where), not: seldom(where), points });

const pointsClause = {
  ...common,
  ...selector,
  kind: some('points'),
  per,
  rates: fc.array(rate, { minLength: 1, maxLength: 3 }),
  factors: fc.array(record({ where: maybe(where), times }), { maxLength: 3 }),
  sameArticle: maybe(record({ keep: some('each', 'highest', 'topTiers'), top: some(1, 2), within: some('period', 'year') })),
  sameOutletGroup: some('each', 'once'),
  firstReporterOnly: some(false, false, false, true),
  voidedBy: seldom(record({ counts: some('error') })),
  alsoCounts: seldom(list(kind)),
  multiply: seldom(multiply),
  repeats: seldom(fc.array(repeat, { minLength: 1, maxLength: 2 })),
  sharing,
  countAtMost: seldom(some(1, 2)),
  cap: maybe(positive),
  floor: maybe(some('-1.00', '-0.50')),
};
const except = fc.array(
  fc.tuple(whom, some(0, 1, 4)).map(([row, atLeast]) => ({ ...row, atLeast })),
  { maxLength: 2 },
);
const ratioBand = record({
  ...{ from: seldom(some('0.3', '1/2')), above: seldom(some('0.5', '0')) },
  ...{ below: maybe(some('0.5', '1')), upTo: seldom(some('1', '1/2')), points },
});
const need = record({ ...counted, atLeast: some(0, 1, 2, 3), except });
const quotaClause = {
  ...common,
  kind: some('quota'),
  per: fc.oneof(per, some('week', 'toDate')),
  needs: fc.array(need, { minLength: 1, maxLength: 2 }),
  met: maybe(positive),
  completion: seldom(fc.array(ratioBand, { minLength: 1, maxLength: 3 })),
  progress: seldom(
    some(
      [
        { month: 10, times: '0.5' },
        { month: 12, times: '1' },
      ],
      [{ month: 11, times: '2/3' }],
    ),
  ),
  prorated: seldom(fc.boolean()),
  partly: some('nothing', 'proportion'),
  missing: maybe(record({ each: maybe(positive), flat: maybe(positive), atMost: maybe(positive) })),
  excess: maybe(record({ rates: fc.array(rate, { minLength: 1, maxLength: 2 }), atMost: maybe(positive) })),
  exempt: some('owes', 'free'),
  sharing: fc.oneof(some('owner'), sharing),
};
const band = record({ count: some({ to: 0 }, { from: 1, to: 2 }, { from: 2 }), points });
const stretch = some({ every: 2 }, { above: 1 }, { above: 1, upTo: 3 }).chain((ends) =>
  points.map((each) => ({ ...ends, points: each })),
);
const places = fc.array(
  some({ to: 1 }, { from: 2, to: 2 }, { from: 2 }).chain((place) => points.map((each) => ({ place, points: each }))),
  { minLength: 1, maxLength: 2 },
);
const others = [
  {
    ...common,
    ...counted,
    kind: some('steps'),
    per: fc.oneof(per, some('week', 'toDate')),
    steps: fc.array(stretch, { minLength: 1, maxLength: 2 }),
    cap: maybe(positive),
    floor: seldom(some('-0.50')),
  },
  { ...common, kind: some('placement'), per, by: record(counted), among: some('group', 'all'), places, last: maybe(places) },
  {
    ...common,
    ...counted,
    kind: some('bands'),
    per: fc.oneof(per, some('week', 'toDate')),
    bands: fc.array(band, { minLength: 1, maxLength: 3 }),
  },
  {
    ...common,
    kind: some('rate'),
    per: fc.oneof(per, some('toDate')),
    every: seldom(some('0.01', '1/3')),
    minimum: some(1, 3),
    proportion: maybe(positive),
    rate: fc.oneof(some('adoptionRate'), record({ part: record(counted), whole: record(counted) })),
    bands: fc.array(ratioBand, { maxLength: 2 }),
  },
  {
    ...common,
    ...selector,
    kind: some('streak'),
    per: seldom(some('month', 'quarter')),
    months: some(2, 3),
    fewerThan: some(1, 2),
    points,
  },
  { ...common, ...selector, kind: some('streak'), per: seldom(some('quarter')), months: some(2, 3), atLeast: some(1, 2), points },
];
const totals = (numbers: string[]) => {
  const about = { ...common, per, of: numbers.length === 0 ? some('all') : fc.oneof(some('all'), list(some(...numbers))) };
  const exceptPoints = fc.array(
    fc.tuple(whom, positive).map(([row, atLeast]) => ({ ...row, atLeast })),
    { maxLength: 1 },
  );
  const gap = maybe(record({ times, every: seldom(positive), atMost: maybe(positive) }));
  return [
    {
      ...about,
      kind: some('target'),
      atLeast: positive,
      except: exceptPoints,
      met: maybe(positive),
      partly: some('nothing', 'proportion'),
      missing: gap,
      excess: gap,
      exempt: some('owes', 'free'),
    },
    {
      ...about,
      kind: some('limit'),
      per: fc.oneof(per, some('toDate')),
      atMost: maybe(positive),
      atLeast: maybe(some('0.00', '-2.00')),
    },
    {
      ...about,
      kind: some('zero'),
      when: fc.array(record({ ...selector, atLeast: some(1, 2), atMost: seldom(some(0, 1)) }), { minLength: 1, maxLength: 2 }),
    },
    {
      ...about,
      kind: some('rescale'),
      full: some('100.00', '7.00'),
      worth: some('6.00', '0.00', '30.00'),
      by: seldom(some('difference')),
    },
    {
      ...about,
      kind: some('rescale'),
      full: some('best', 'average'),
      worth: some('6.00', '30.00'),
      by: seldom(some('ratio', 'difference')),
    },
    { ...about, kind: some('placement'), among: some('group', 'all'), places, last: maybe(places) },
    {
      ...about,
      kind: some('percent'),
      percent: some('-20', '10', '-33.33'),
      each: maybe(fc.boolean()),
      when: maybe(
        fc.array(record({ ...selector, atLeast: some(1, 2), atMost: seldom(some(0, 1)) }), { minLength: 1, maxLength: 2 }),
      ),
    },
    { ...about, kind: some('average'), per: some('quarter', 'half', 'year') },
    ...(numbers.length < 2
      ? []
      : [
          {
            ...about,
            kind: some('highest'),
            of: fc.uniqueArray(some(...numbers), { minLength: 2, maxLength: 3 }),
            keep: some(1, 2),
          },
        ]),
  ];
};

const clauseAt = (at: number): fc.Arbitrary<object> => {
  const numbers = Array.from({ length: 6 }, (_, other) => `第${other}条`).filter((_, other) => other !== at);
  const shapes = [pointsClause, pointsClause, pointsClause, quotaClause, ...others, ...totals(numbers)];
  return fc.oneof(...shapes.map((shape) => record(shape))).map((clause) => ({ ...clause, no: `第${at}条` }));
};

export const scheme: fc.Arbitrary<Scheme> = fc
  .record({
    clauses: fc.integer({ min: 1, max: 6 }).chain((count) => fc.tuple(...Array.from({ length: count }, (_, at) => clauseAt(at)))),
    mode: some('score', 'score', 'countOnly'),
    deadlines: some('asPrinted', 'nextWorkday'),
    ties: some(['tierCounts', 'adoptionRate'], ['adoptionRate'], [], [{ of: ['第0条'] }, 'submitted'], ['adoptions']),
    afterTies: seldom(some('skip', 'dense')),
    rankedFrom: seldom(fc.array(condition, { minLength: 1, maxLength: 2 })),
    listedOnly: some([], ['u丙']),
    from: some('2023-01-01', '2023-10-01'),
  })
  .map(clean)
  .map((rest) =>
    Scheme.safeParse({
      id: '试',
      name: '试',
      groups: [
        { name: '县直', ranked: true },
        { name: '乡镇', ranked: true },
      ],
      ...rest,
    }),
  )
  .filter(({ success }) => success)
  .map(({ data }) => data as Scheme);

export const roster: fc.Arbitrary<RosterUnit[]> = fc.tuple(
  ...units.map((id) =>
    fc.record({
      id: some(id),
      name: some(id),
      group: some(...groups),
      from: some('2023-01-01', '2023-01-01', '2023-11-08'),
      to: some(null, null, '2023-11-30'),
      exempt: some([], [], [{ from: '2023-10-31', to: '2023-11-02', reason: '机构改革' }]),
    }),
  ),
);

export const calendar: fc.Arbitrary<Calendar> = some(
  [],
  [
    { day: '2023-10-07', works: true },
    { day: '2023-10-09', works: false },
  ],
);

const attributes = record({
  article: some('a', 'a', 'a', 'b', 'c', undefined),
  tier: maybe(some('central', 'provincial', 'municipal', 'county', 'county', 'municipal', null)),
  carrier: maybe(some('日报', '简报')),
  outletGroup: maybe(some('集团')),
  form: maybe(some('sole', 'merged', 'repost')),
  placement: maybe(some('front', 'top', 'frontTop')),
  quantity: maybe(some(0, 2, 9, 65)),
  issue: maybe(some('一', '二')),
  campaign: maybe(some('周')),
  words: maybe(fc.integer({ min: 0, max: 1000 })),
  dueOn: maybe(some('2023-10-06', '2023-10-07', '2023-10-20', '2023-11-30')),
  deliveredOn: maybe(some('2023-10-06', '2023-10-09', '2023-11-20', null)),
  shares: maybe(some({ u甲: 1, u乙: 1, u丙: 1 }, { u乙: 3, u𠮷: 2 }, { u甲: 0, u丙: 7, u乙: 2 })),
});
const bare = fc.record({
  unit: some(...units),
  kind,
  month: some(0, 0, 0, 1, 1, 2, 2, 3, 4),
  day: fc.integer({ min: 1, max: 28 }),
  late: some(0, 0, 0, 1),
  verified: some(true, true, true, true, false),
  undoes: some(null, null, null, null, 'cancels', 'replaces'),
  which: fc.nat(),
  missed: some(0, 0, 0, 0, 1),
  attributes,
});

/** Facts whose changes of mind point back at something that can still be undone. */
export const facts: fc.Arbitrary<LedgerFact[]> = fc.array(bare, { minLength: 5, maxLength: 32, size: 'max' }).map((list) => {
  const made: LedgerFact[] = [];
  const replaced = new Set<string>();
  for (const [at, { unit, kind, month, day, late, verified, undoes, which, missed, attributes }] of list.entries()) {
    const period = months[month] ?? '';
    const open = made.filter((fact) => fact.cancels === null && !replaced.has(fact.id) && fact.period <= period);
    const target = undoes === null ? undefined : open[which % (open.length || 1)];
    if (target && undoes === 'replaces') replaced.add(target.id);
    const id = `f${String(at).padStart(2, '0')}`;
    const happened = `${late && month > 0 ? months[month - 1] : period}-${String(day).padStart(2, '0')}`;
    const undoing = {
      cancels: undoes === 'cancels' ? (target?.id ?? null) : null,
      replaces: undoes === 'replaces' ? (target?.id ?? null) : null,
    };
    const corrects =
      missed && month > 0 && !undoing.cancels && !undoing.replaces ? { corrects: months[which % month] ?? '' } : {};
    made.push({ id, unit, kind, day: happened, period, verified, ...undoing, ...corrects, attributes, evidence: [] });
  }
  return made;
});
