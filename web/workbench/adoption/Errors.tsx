import { Refused } from '../../../server/kernel/refusal.ts';
import { Said } from '../Said.tsx';

/** What the server said to the last try, with the places it means. */
export function Errors({ error }: { error: Error | null }) {
  const places = error instanceof Refused ? Object.values(error.refusal.fields ?? {}) : [];
  return (
    <>
      <Said error={error} />
      {places.length > 0 && (
        <ul className="said">
          {places.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
    </>
  );
}
