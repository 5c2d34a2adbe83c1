import { Link, useSearch } from '@tanstack/react-router';

type Props = {
  words: Readonly<Record<string, string>>;
  counts: readonly { state: string; count: number }[];
  by?: 'state' | 'standing';
};

/** How many there are in each state; the one that is looked at stands in the address, and what nobody meets is not offered. */
export function StateTabs({ words, counts, by = 'state' }: Props) {
  const now = (useSearch({ strict: false }) as Record<string, unknown>)[by];
  const countOf = (wanted: string) => counts.find(({ state }) => state === wanted)?.count ?? 0;
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const met = Object.keys(words).filter((state) => countOf(state) > 0);
  return (
    <nav className="tabs" aria-label="按状态看">
      {[undefined, ...met].map((state) => (
        <Link
          key={state ?? 'all'}
          to="."
          search={(before: object) => ({ ...before, [by]: state })}
          resetScroll={false}
          activeProps={{}}
          activeOptions={{ explicitUndefined: true }}
          aria-current={now === state ? 'true' : undefined}
        >
          {state === undefined ? `全部 ${total}` : `${words[state]} ${countOf(state)}`}
        </Link>
      ))}
    </nav>
  );
}
