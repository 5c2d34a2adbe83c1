import { useNavigate, useSearch } from '@tanstack/react-router';

/** Narrows a list by any part of a word; it lives in the address, so that the list can be sent to a colleague. */
export function Wanted({ label }: { label: string }) {
  const { q } = useSearch({ strict: false });
  const navigate = useNavigate();
  const look = (wanted: string) =>
    navigate({ to: '.', search: (before) => ({ ...before, q: wanted || undefined }), replace: true, resetScroll: false });
  return (
    <input
      className="wanted"
      aria-label={label}
      placeholder={label}
      value={q ?? ''}
      onChange={({ target }) => look(target.value)}
    />
  );
}
