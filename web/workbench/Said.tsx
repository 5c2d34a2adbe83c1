/** What the server said to the last try: nothing while there is none. */
export const Said = ({ error }: { error: Error | null }) =>
  error && (
    <p className="said" role="alert">
      ! {error.message}
    </p>
  );

/** A page that waits, or cannot be had and says what is safe. */
export const Waiting = ({ error }: { error: Error | null }) => (
  <main className="page">{error ? <Said error={error} /> : <p role="status">正在读取……</p>}</main>
);
