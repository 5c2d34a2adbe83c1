import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { type Filter, filters, meets } from './filtering.ts';
import type { MonthNow, Row } from './monthNow.ts';

/** The choices stand in the address; of what nobody meets there is nothing to choose. */
export function Filters({ data: { pending, limited }, rows }: { data: MonthNow; rows: readonly Row[] }) {
  const { q, only } = useSearch({ from: '/shell/assessment' });
  const navigate = useNavigate({ from: '/assessment' });
  const counts = (Object.keys(filters) as Filter[]).map((key) => ({
    key,
    count: rows.filter((row) => meets(row, key, pending)).length,
  }));
  const useful = limited ? [] : counts.filter(({ key, count }) => count > 0 || key === only);
  if (rows.length < 8 && useful.length === 0 && !q) return null;
  return (
    <search className="filters">
      <input
        className="wanted"
        type="search"
        aria-label="找单位"
        placeholder="找单位"
        defaultValue={q ?? ''}
        onChange={({ target }) =>
          navigate({ search: (before) => ({ ...before, q: target.value || undefined }), replace: true, resetScroll: false })
        }
      />
      <span className="tabs">
        {useful.map(({ key, count }) => (
          <Link
            key={key}
            from="/assessment"
            to="."
            search={(before) => ({ ...before, only: only === key ? undefined : key })}
            activeOptions={{ explicitUndefined: true }}
            aria-current={only === key ? 'true' : undefined}
            resetScroll={false}
          >
            {filters[key]} {count}
            {only === key && ' ×'}
          </Link>
        ))}
      </span>
    </search>
  );
}
