import { Link } from '@tanstack/react-router';

/** What the server said to the last try: nothing while there is none. */
export const Said = ({ error }: { error: Error | null }) =>
  error && (
    <p className="said" role="alert">
      ! {error.message}
    </p>
  );

/** A page that waits, or cannot be had and says what is safe. */
export const Waiting = ({ error }: { error: Error | null }) => (
  <main className="page">
    {error ? (
      <>
        <h1 className="sr">没有读到</h1>
        <Said error={error} />
        <Link to="/">回到工作台</Link>
      </>
    ) : (
      <p role="status">正在读取……</p>
    )}
  </main>
);
