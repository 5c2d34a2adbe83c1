import { Link } from '@tanstack/react-router';
import { Refused } from '../../../server/kernel/refusal.ts';
import { Said } from '../Said.tsx';

/** What the server said to the last try, with the places it means and, of a double, the way to the other claim. */
export function Errors({ error }: { error: Error | null }) {
  const { claim, ...places } = (error instanceof Refused && error.refusal.fields) || ({} as Record<string, string>);
  return (
    <>
      <Said error={error} />
      {claim && (
        <Link className="btn" to="/claims/$claimId" params={{ claimId: claim }}>
          打开那一条
        </Link>
      )}
      {Object.values(places).length > 0 && (
        <ul className="said">
          {Object.entries(places).map(([place, words]) => (
            <li key={place}>{words}</li>
          ))}
        </ul>
      )}
    </>
  );
}
