import type { LeagueRow } from '../../../server/assessment/league.ts';
import { minus } from './places.ts';

type Row = Omit<LeagueRow, 'parts' | 'short' | 'due'>;

type Seen = {
  units: readonly { id: string; name: string }[];
  table: readonly Row[];
  version: number; // how many facts its period has
};

/** What moved between two looks at a month, so that nobody freezes figures that he has not seen. */
export function changesBetween(before: Seen, after: Seen): string[] {
  const earlier = new Map(before.table.map((row) => [row.unit, row]));
  const names = new Map(after.units.map(({ id, name }) => [id, name]));
  const moved = after.table.flatMap((row) => {
    const was = earlier.get(row.unit);
    const words = was === undefined ? ['新列入名单'] : movedIn(was, row);
    return words.length === 0 ? [] : [`${names.get(row.unit) ?? row.unit}：${words.join('，')}`];
  });
  const fresh = after.version - before.version;
  const all = [...(fresh > 0 ? [`新记了 ${fresh} 条事实`] : []), ...moved];
  return all.length > 0 ? all : ['分数和名次都没有变，动的是细则、名单或佐证'];
}

function movedIn(was: Row, is: Row): string[] {
  const place = (rank: number | null) => (rank === null ? '不排名' : `第 ${rank} 名`);
  return [
    ...(was.total === is.total ? [] : [`${minus(was.total)} 分变为 ${minus(is.total)} 分`]),
    ...(was.rank === is.rank ? [] : [`${place(was.rank)}变为${place(is.rank)}`]),
    ...(was.submitted === is.submitted ? [] : [`报送 ${was.submitted} 篇变为 ${is.submitted} 篇`]),
  ];
}
