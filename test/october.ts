import { readFileSync } from 'node:fs';
import { exportMonth } from '../server/assessment/export.ts';
import { readSchemes } from '../server/assessment/files.ts';
import type { LedgerFact } from '../server/assessment/ledger.ts';
import type { Scheme } from '../server/assessment/scheme.ts';
import { type Bulletin, blank } from '../server/bulletin/bulletin.ts';
import { type About, type Planned, paperOf } from '../server/bulletin/paper.ts';
import type { FactAttributes, FactKind } from '../server/fact/fact.ts';
import { CountyDate } from '../server/kernel/dates.ts';
import type { Id } from '../server/kernel/ids.ts';
import { readNotice } from '../server/notice/notice.ts';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const [scheme] = readSchemes(read('../database/demo/scheme.json'));
if (!scheme) throw new Error('the demo has no scheme');

/** Submissions of each unit, and where what it wrote was taken: c 中央, p 省, m 市, b 县工作简报, w 门户网站. */
const lived: readonly (readonly [unit: string, submitted: number, taken: string])[] = [
  ['县人社局', 6, 'pmmbbw'],
  ['县卫健局', 5, 'pmmbb'],
  ['县民政局', 5, 'pmmmmb'],
  ['县水利局', 4, 'mmmbw'],
  ['县教育局', 4, 'mbbw'],
  ['县住建局', 4, 'mbbw'],
  ['县医保局', 3, 'mb'],
  ['县交通局', 3, 'bbw'],
  ['县妇联', 3, 'bb'],
  ['县行政审批服务局', 3, 'bw'],
  ['县电力公司', 3, 'w'],
  ['县住房保障中心', 2, 'b'],
  ['县残联', 0, ''],
];
const carriers = {
  c: ['人民日报', 'central'],
  p: ['红网', 'provincial'],
  m: ['邵阳日报', 'municipal'],
  b: ['县工作简报', 'county'],
  w: ['县政府门户网站', 'county'],
} as const;

const day = (at: number) => `2023-10-${String(9 + ((at * 3) % 22)).padStart(2, '0')}`;
export const fact = (unit: string, kind: FactKind, no: number, attributes: FactAttributes, period = '2023-10'): LedgerFact => ({
  id: `${unit} ${kind} ${no}`,
  ...{ unit, kind, day: day(no), period, verified: true, cancels: null, replaces: null, attributes, evidence: [] },
});
const factsOf = ([unit, submitted, taken]: (typeof lived)[number]) => [
  ...Array.from({ length: submitted }, (_, no) => fact(unit, 'submission', no, { article: `${unit}${no}` })),
  ...[...taken].map((sign, no) => {
    const [carrier, tier] = carriers[sign as keyof typeof carriers];
    const title = `${unit.slice(1)}把第${no + 1}件民生实事办到群众家门口`;
    return fact(unit, 'adoption', no, { article: `${unit}${no % 4}`, title, carrier, tier });
  }),
];

const unit = (id: string, group: string) => ({ id, name: id, group, from: '2023-01-01', to: null, exempt: [] });
const townships = ['塘渡口镇', '白仓镇', '长乐乡'];

export type Change = { facts?: readonly LedgerFact[]; scheme?: Partial<Scheme>; state?: 'open' | 'locked'; month?: string };

/** October of a county as the drawings have it, as one value; `facts` are added to what happened. */
export const october = ({ facts = [], scheme: other = {}, state = 'locked', month = '2023-10' }: Change = {}) =>
  exportMonth({
    ...{ county: 430523, month, state, calendar: [], evidence: [] },
    schemes: [{ ...scheme, listedOnly: ['县政府办'], ...other }],
    units: [
      ...lived.map(([name]) => unit(name, '县直')),
      unit('县政府办', '县直'),
      ...townships.map((name) => unit(name, '乡镇')),
    ],
    facts: [
      ...lived.flatMap(factsOf),
      ...factsOf(['塘渡口镇', 1, 'w']),
      fact('县民政局', 'commission', 1, { dueOn: '2023-10-20', deliveredOn: '2023-10-23' }),
      fact('县人社局', 'commission', 1, { dueOn: '2023-10-20', deliveredOn: '2023-10-18' }),
      ...facts,
    ],
  });

/** The real notice as the year's plan; a unit's id is its name. */
export function plannedYear(notice = read('../database/demo/notice-2023-10-08.txt')): Planned {
  const { title, duties, campaigns, lines, addressees } = readNotice(notice);
  const plan = { id: 'plan' as Id<'plan'>, year: 2023, title: title ?? '', number: null, version: 1 };
  return {
    plan: { ...plan, issuer: '邵阳县打好重点民生保障仗工作专班办公室', issuedOn: CountyDate.parse('2023-10-08') },
    duties: duties.map(({ due, sentence: _, ...duty }, no) => {
      const ends = { fromOn: due?.from ?? null, toOn: due?.to ?? null, dueText: due?.text ?? null };
      return { id: `${no}` as Id<'duty'> & string, place: no, ...duty, ...ends };
    }),
    campaigns: campaigns.map(({ no, theme, projects, units, window, line }) => ({
      ...{ id: `${no}` as Id<'campaign'>, no: `${no}`, theme, projects, line },
      ...{ fromOn: window.from, toOn: window.to, days: [...window.days], windowText: window.text, precision: window.precision },
      ...{ cancelledOn: null, cancelReason: null, version: 1 },
      units: units.map(({ name, role }) => ({ id: name, name, role })),
      ...{ cancelledOn: null, cancelReason: null, version: 1 },
    })),
    ...{ lines, addressees },
  };
}

export const issued: Bulletin = {
  ...blank('2023-10'),
  number: '邵民生办〔2023〕12号',
  issuedOn: CountyDate.parse('2023-11-03'),
  closing: '请各责任单位对照通报，按时报送信息。',
  version: 1,
};

export const octoberPaper = (change: Change = {}, about: Partial<About> = {}) =>
  paperOf({
    ...{ given: october(change), running: null, bulletin: issued, county: '邵阳县', planned: plannedYear(), objectUntil: null },
    ...about,
  });
