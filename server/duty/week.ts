import { addDays, weekEnd } from '../assessment/months.ts';
import { mediaTiers, tierWords } from '../channel/channel.ts';
import type { CountyDate } from '../kernel/dates.ts';
import type { Campaign } from '../plan/plan.ts';
import type { DocumentInput } from '../render/document.ts';
import { type Board, owedBy } from './board.ts';
import type { Place } from './duty.ts';
import type { Quota } from './home.ts';
import type { Published } from './queries/week.ts';

export type Span = { from: CountyDate; to: CountyDate };
/** Monday to Sunday of the day's week. */
export function weekOf(day: string): Span {
  const to = weekEnd(day);
  return { from: addDays(to, -6) as CountyDate, to: to as CountyDate };
}

/** A figure that a leader reads, what it is counted from, and where its rows lie. */
export type Figure = { label: string; value: string; source: string; place: Place };
export type Owing = { id: string; unit: string; words: string };
export type Waiting = { words: string; count: number; place: Place };
export type Week = Span & {
  county: string;
  today: CountyDate;
  figures: Figure[];
  campaigns: Pick<Campaign, 'id' | 'no' | 'theme' | 'fromOn' | 'toOn' | 'units'>[];
  published: Published[];
  waiting: Waiting[];
  owing: Owing[];
};

type Given = Pick<Week, 'from' | 'to' | 'county' | 'today' | 'published'> & {
  campaigns: readonly Campaign[];
  submitted: { articles: number; units: number };
  quota: Quota | null;
  duties: Board;
  waits: { incoming: number; claims: number; overdue: number; filings: number; objections: number };
};

export function weekFrom(given: Given): Week {
  const { from, to, county, today, published, duties } = given;
  const inWeek = ({ fromOn, toOn, cancelledOn }: Campaign) =>
    cancelledOn === null && fromOn !== null && fromOn <= to && (toOn ?? fromOn) >= from;
  const owing = duties.rows
    .filter((row) => owedBy(row) > 0)
    .map((row) => ({ id: row.id, unit: row.name, words: owedIn(row, duties) }));
  const campaigns = given.campaigns
    .filter(inWeek)
    .map(({ id, no, theme, fromOn, toOn, units }) => ({ id, no, theme, fromOn, toOn, units }));
  return {
    from,
    to,
    county,
    today,
    published,
    owing,
    campaigns,
    waiting: waitingIn(given),
    figures: figuresIn(given, owing.length),
  };
}

const owedIn = ({ cells }: Board['rows'][number], { columns }: Board) =>
  cells.flatMap(({ state, words }, at) => (state === 'short' ? [`${columns[at]?.title} ${words}`] : [])).join('；');

/** 省市主流媒体, as the notice's 周周有新闻 means it: above the county's own. */
const above = ({ tier }: Published) => tier === 'central' || tier === 'provincial' || tier === 'municipal';

function figuresIn({ from, to, today, published, submitted, quota, duties }: Given, owing: number): Figure[] {
  const days = `${from.slice(5)}—${to.slice(5)}`;
  const news = published.filter(above).length;
  const full = quota?.units.filter(({ submitted }) => submitted >= quota.count).length ?? 0;
  const month = quota?.month ?? today.slice(0, 7);
  const items = duties.rows.reduce((sum, row) => sum + owedBy(row), 0);
  const figure = (label: string, value: string, source: string, to: string, search = {}): Figure => {
    return { label, value, source, place: { to, search } };
  };
  return [
    figure('本周报送', `${submitted.articles} 篇`, `稿件台账 ${days} 报送，${submitted.units} 个单位`, '/articles', {
      view: 'all',
      month,
    }),
    figure(
      '本周刊发',
      `${published.length} 条`,
      `采用台账 ${days} 刊发，含待核 ${published.filter(({ verified }) => !verified).length} 条`,
      '/claims',
    ),
    figure('市级以上媒体', `${news > 0 ? '✓' : '!'} ${news} 条`, '周周有新闻：中央、省、市级媒体，含待核，不含县级', '/claims'),
    ...(quota
      ? [
          figure(
            '本月报满',
            `${full}/${quota.units.length} 个单位`,
            `每月不少于 ${quota.count} 篇，还剩 ${quota.workdaysLeft} 个工作日`,
            '/duties',
            { month },
          ),
        ]
      : []),
    figure('欠办', `${owing} 个单位 ${items} 项`, `职责表 ${Number(month.slice(5))}月`, '/duties', { month, state: 'short' }),
  ];
}

function waitingIn({ waits }: Given): Waiting[] {
  const all: Waiting[] = [
    { words: '来稿等留用', count: waits.incoming, place: { to: '/articles', search: {} } },
    { words: '采用等核验', count: waits.claims, place: { to: '/claims', search: { state: 'pending' } } },
    { words: '约稿逾期没交', count: waits.overdue, place: { to: '/commissions', search: { standing: 'overdue' } } },
    { words: '报备等收下', count: waits.filings, place: { to: '/filings', search: { standing: 'filed' } } },
    { words: '异议等复核', count: waits.objections, place: { to: '/objections', search: {} } },
  ];
  return all.filter(({ count }) => count > 0);
}

const named = (day: string) => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;
export const spanWords = ({ from, to }: Span) => `${from.slice(0, 4)}年${named(from)}—${named(to)}`;
export const daysOf = ({ fromOn, toOn }: Pick<Campaign, 'fromOn' | 'toOn'>) =>
  fromOn === null ? '日期待定' : toOn === null || toOn === fromOn ? named(fromOn) : `${named(fromOn)}—${named(toOn)}`;

type Blocks = DocumentInput['body'];
const paragraph = (text: string) => ({ kind: 'paragraph' as const, text });
const heading = (text: string) => ({ kind: 'heading' as const, level: 1 as const, text });
const column = (head: string, width = 1) => ({ head, width });

/** The page as a paper, with the same figures. */
export function weekPaper(week: Week): DocumentInput {
  const { county, today, figures } = week;
  const columns = [column('指标'), column('数'), column('从哪里数的', 2.4)];
  const tiers = Object.values(mediaTiers).join('、');
  return {
    title: `${county}重点民生实事宣传\n本周一页纸（${spanWords(week)}）`,
    body: [
      { kind: 'table', columns, rows: figures.map(({ label, value, source }) => [label, value, source]) },
      ...campaignPart(week),
      heading('见了什么'),
      publishedTable(week),
      ...owingPart(week),
      { kind: 'note', text: `数字都由系统按${named(today)}的台账算出，媒体层级分${tiers}。内部使用。` },
    ],
  };
}

const campaignPart = ({ campaigns }: Week): Blocks => [
  heading('本周宣传'),
  ...(campaigns.length === 0 ? [paragraph('本周没有集中宣传。')] : []),
  ...campaigns.map(({ no, theme, units, ...window }) =>
    paragraph(`第${no}场 ${theme}（${daysOf(window)}）：${units.map(({ name }) => name).join('、')}。`),
  ),
];

const publishedTable = ({ published }: Week): Blocks[number] => ({
  kind: 'table',
  columns: [column('日期', 0.7), column('媒体', 1.3), column('层级', 0.9), column('题目', 3), column('单位', 1.2)],
  rows: published.map(({ day, outlet, tier, title, unit, verified }) => {
    return [day.slice(5), outlet, verified ? tierWords(tier) : `${tierWords(tier)}，待核`, title, unit];
  }),
  empty: '本周还没有刊发。',
});

function owingPart({ waiting, owing, today }: Week): Blocks {
  const waits = waiting.map(({ words, count }) => `${words}${count}件`).join('，');
  return [
    heading('等什么、谁欠着'),
    paragraph(waits === '' ? '专班没有积着的事。' : `截至${named(today)}：${waits}。`),
    ...(owing.length === 0 ? [paragraph('没有单位欠办。')] : owing.map(({ unit, words }) => paragraph(`${unit}：${words}。`))),
  ];
}
