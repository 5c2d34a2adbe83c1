import type { CountyDate } from '../kernel/dates.ts';
import type { MonthExport } from './export.ts';
import { exemptIn, partlyIn, versionIn } from './league.ts';
import { firstDay, lastDay, type Month } from './months.ts';

/** One thing to look at before locking. `count` 0: in order; `blocking`: it stands in the way now; `to`: the page to settle it on. */
export type Check = { key: string; words: string; blocking: boolean; count: number; to: string | null };

export type Checked = {
  month: Month;
  day: CountyDate;
  given: MonthExport | null; // null: no scheme
  pending: number;
  overdue: number;
  unconfirmed: number;
  told: readonly Check[]; // by modules below
  earlierOpen: readonly Month[];
  uncounted: readonly Month[]; // with facts from before the first scheme
  laterLocked: Month | null;
};

export const checksIn = (checked: Checked): Check[] => [
  ...calendarChecks(checked),
  ...workChecks(checked),
  ...checked.told,
  ...sideChecks(checked),
];

function check(
  key: string,
  count: number,
  words: readonly [fine: string, wrong: string],
  blocks: boolean,
  to: string | null,
): Check {
  return { key, words: count === 0 ? words[0] : words[1], blocking: blocks && count > 0, count, to: count === 0 ? null : to };
}

function calendarChecks({ month, day, given, earlierOpen, laterLocked }: Checked): Check[] {
  const end = lastDay(month);
  const [first = ''] = earlierOpen;
  const order =
    laterLocked === null ? `${earlierOpen.join('、')} 还没有锁定，要按月份先后来` : `${laterLocked} 已经锁定，它之前的月份不再锁`;
  const before = laterLocked === null ? earlierOpen.length : 1;
  return [
    check('ended', Number(day <= end), ['这个月已经结束', `这个月还没有结束，${end} 之后才能锁定`], true, null),
    check('scheme', Number(given === null), ['细则只有一版在施行', '没有在这个月整月施行的考核细则'], true, '/scheme'),
    check('earlier', before, ['前面的月份都锁定了', order], true, laterLocked === null ? `/assessment?month=${first}` : null),
  ];
}

const workChecks = ({ month, pending, overdue, unconfirmed }: Checked): Check[] => [
  check('unverified', pending, ['采用认领都核验了', `还有 ${pending} 条没有核验`], true, `/claims?period=${month}&state=pending`),
  check(
    'commissions',
    overdue,
    ['约稿都办结了', `还有 ${overdue} 件约稿过了期限没有办结`],
    true,
    '/commissions?standing=overdue',
  ),
  check(
    'vouchers',
    unconfirmed,
    ['登记的批示、差错都确认了', `登记的批示、差错还有 ${unconfirmed} 条等第二个人确认`],
    true,
    '/vouchers',
  ),
];

/** What does not stand in the way, but should be known before. */
function sideChecks({ given, month, day, uncounted }: Checked): Check[] {
  if (given === null) return [];
  const silent = silentUnits(given);
  const undecided = undecidedOutlets(given);
  const zero = day <= lastDay(month) ? '还没有报送' : '零报送';
  return [
    check('silent', silent.length, ['每个排名单位都有报送', `${zero}：${silent.join('、')}`], false, null),
    check(
      'outlets',
      undecided.length,
      ['采用的媒体都认定了层级', `媒体待认定、不计分：${undecided.join('、')}`],
      false,
      '/outlets',
    ),
    check(
      'uncounted',
      uncounted.length,
      ['记过事实的月份都有细则', `${uncounted.join('、')} 记过事实而没有细则，锁定这个月之后不再计分`],
      false,
      '/scheme',
    ),
    ...changeChecks(given),
  ];
}

/** What of the roster and the scheme changed within the month or with it. */
function changeChecks(given: MonthExport): Check[] {
  const partly = partlyUnits(given);
  const version = versionIn(given);
  const changed = version?.from === firstDay(given.month) && given.schemes.length > 1;
  return [
    check(
      'partly',
      partly.length,
      ['没有单位在月中新设、撤销、换组', `月中有变动的单位照算照排：${partly.join('、')}；不该排名的，请先办豁免`],
      false,
      '/exemptions',
    ),
    check('changed', Number(changed), ['细则这个月没有换', `这个月起换用“${version?.name}”（${version?.id}）`], false, '/scheme'),
  ];
}

function silentUnits(given: MonthExport): string[] {
  const version = versionIn(given);
  const ranked = new Set(version?.groups.filter(({ ranked }) => ranked).map(({ name }) => name));
  const silent = given.table.filter(
    ({ unit, group, submitted }) =>
      submitted === 0 && ranked.has(group) && !version?.listedOnly.includes(unit) && exemptIn(given, unit) === null,
  );
  return silent.map(({ unit }) => given.units.find(({ id }) => id === unit)?.name ?? unit);
}

const partlyUnits = (given: MonthExport): string[] =>
  given.table.flatMap(({ unit }) => {
    const words = exemptIn(given, unit) === null ? partlyIn(given, unit) : null;
    return words === null ? [] : [`${given.units.find(({ id }) => id === unit)?.name ?? unit}（${words}）`];
  });

/** Adoptions that stand and count for nothing, because nobody has decided their outlet's tier. */
export function undecidedIn({ facts, month }: Pick<MonthExport, 'facts' | 'month'>): MonthExport['facts'] {
  const gone = new Set(facts.map(({ cancels, replaces }) => cancels ?? replaces));
  return facts.filter(
    ({ id, period, kind, cancels, attributes }) =>
      period === month && kind === 'adoption' && attributes.tier === null && cancels === null && !gone.has(id),
  );
}

const undecidedOutlets = (given: MonthExport): string[] => [
  ...new Set(undecidedIn(given).map(({ attributes }) => attributes.carrier ?? '没有写名称的')),
];
