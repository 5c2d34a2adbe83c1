import { type Pace, paces } from '../../../../server/project/schedule.ts';
import { percent } from '../../../../server/project/words.ts';

/** How many projects go at which pace and what share of all that is; those without an accepted report stand apart. */
export function paceCounts(counts: readonly { pace: Pace | null; count: number }[], total: number) {
  const of = (wanted: Pace | null) => counts.find(({ pace }) => pace === wanted)?.count ?? 0;
  const share = (count: number) => (total === 0 ? '—' : percent(count, total));
  const known = (Object.keys(paces) as Pace[]).map((pace) => ({
    pace,
    label: paces[pace],
    count: of(pace),
    share: share(of(pace)),
  }));
  return [...known, { pace: 'none' as const, label: '没收月报', count: of(null), share: share(of(null)) }];
}
