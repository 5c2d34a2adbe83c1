import type { LeagueRow as Row } from '../../../server/assessment/league.ts';
import { formatPoints, type Hundredths, points } from '../../../server/kernel/quantity.ts';

type Unit = { id: string; name: string };
export type Group = { name: string; rows: readonly Row[]; ranked: boolean };

const last = 1e9;
const byName = new Intl.Collator('zh-CN', { numeric: true });

/** The groups in the scheme's order; what has no rank stands by name, since any other order would be read as one. */
export function groupsOf(table: readonly Row[], units: readonly Unit[], order: readonly { name: string }[]): Group[] {
  const names = new Map(units.map(({ id, name }) => [id, name]));
  const nameOf = ({ unit }: Row) => names.get(unit) ?? unit;
  const groups = [...Map.groupBy(table, ({ group }) => group)].map(([name, rows]) => ({
    name,
    ranked: rows.some(({ rank }) => rank !== null),
    rows: rows.toSorted((a, b) => (a.rank ?? last) - (b.rank ?? last) || byName.compare(nameOf(a), nameOf(b))),
  }));
  const place = ({ name }: Group) => order.findIndex((each) => each.name === name);
  return groups.toSorted((a, b) => place(a) - place(b));
}

export const isShared = ({ rank }: Row, rows: readonly Row[]) =>
  rank !== null && rows.filter((other) => other.rank === rank).length > 1;

/** The next better place in the same group and how far it is; null at the top and without a rank. */
export function toNext({ rank, total }: Row, rows: readonly Row[]): { rank: number; points: string } | null {
  const better = rows.filter((row) => rank !== null && row.rank !== null && row.rank < rank);
  const next = better.toSorted((a, b) => (b.rank ?? 0) - (a.rank ?? 0))[0];
  if (next?.rank == null) return null;
  return { rank: next.rank, points: formatPoints((points(next.total) - points(total)) as Hundredths) };
}

export const sumOf = (totals: readonly string[]) =>
  formatPoints(totals.reduce((sum, total) => sum + points(total), 0) as Hundredths);

/** What the table says at first sight. */
export function headline({ rows, ranked }: Group, { scored, running }: { scored: boolean; running: boolean }): string {
  const owing = rows.filter(({ rank }) => rank !== null || !ranked);
  const zero = owing.filter(({ submitted }) => submitted === 0).length;
  const short = owing.filter(({ short }) => short);
  const parts = [
    ranked
      ? running && scored
        ? '本月还没过完，名次是暂列的'
        : spread(rows)
      : rows.length > 1
        ? `${rows.length} 个单位按名称排列，不排名`
        : '只列出，不排名',
    scored && !running && short.length > 0 && `${short.length} 个单位有欠额`,
    zero > 0 && rows.length > 1 && `${zero} 个单位${running ? '还没有报送' : ranked ? '零报送' : '没有报送'}`,
  ];
  return parts.filter(Boolean).join('；');
}

function spread(rows: readonly Row[]): string {
  const [first, , third] = rows.filter(({ rank }) => rank !== null);
  if (!first || !third) return `${rows.length} 个单位`;
  const apart = points(first.total) - points(third.total);
  return apart === 0 ? '前三名同分' : `前三名相差 ${formatPoints(apart as Hundredths)} 分`;
}

/** A true minus, as it is printed; the hyphen of a day stays. */
export const minus = (words: string) => words.replace(/(?<!\d)-(?=\d)| - /g, (found) => found.replace('-', '−'));
export const signed = (points: string) => (points.startsWith('-') ? minus(points) : `+${points}`);
export const monthName = (month: string) => `${Number(month.slice(0, 4))}年${Number(month.slice(5, 7))}月`;
/** While the month runs a place is only for now. */
export const placeName = (row: Row, rows: readonly Row[], running = false) =>
  row.rank === null ? '不排名' : `${running ? '暂列' : ''}${isShared(row, rows) ? '并列' : ''}第 ${row.rank} 名`;

/** How far the next better place is, in words; who is level with it stands behind by the scheme's order. */
export const nextWords = (next: { rank: number; points: string }) =>
  next.points === '0.00' ? `与第 ${next.rank} 名同分，按细则的先后排在后` : `再得 ${next.points} 分到第 ${next.rank} 名`;

/** What the table shows as its figure: of a month that runs, what stands whatever comes. */
export const settledOf = ({ due, total }: Pick<Row, 'due' | 'total'>) => due?.settled ?? total;
export const waitingOf = ({ due }: Pick<Row, 'due'>) => due?.waiting ?? '0.00';
