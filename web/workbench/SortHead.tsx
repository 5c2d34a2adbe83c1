import { useNavigate, useSearch } from '@tanstack/react-router';
import { nextSort } from './sorting.ts';

/** The head of a column that sorts; the choice lives in the address. */
export function SortHead({ column, label }: { column: string; label: string }) {
  const { sort } = useSearch({ strict: false }) as { sort?: string };
  const navigate = useNavigate();
  const way = sort === column ? 'ascending' : sort === `-${column}` ? 'descending' : undefined;
  const choose = () =>
    navigate({ to: '.', search: (before) => ({ ...before, sort: nextSort(sort, column) }), replace: true, resetScroll: false });
  return (
    <th scope="col" aria-sort={way}>
      <button type="button" className="sorts" onClick={choose}>
        {label}
        <span aria-hidden="true">{way === 'ascending' ? ' ↑' : way === 'descending' ? ' ↓' : ''}</span>
      </button>
    </th>
  );
}
