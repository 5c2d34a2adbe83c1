/** ■■□ 2: how many of how many. */
export const Boxes = ({ done, of }: { done: number; of: number | null }) => (
  <span className="boxes">
    {of !== null && (
      <span aria-hidden="true">
        {'■'.repeat(Math.min(done, of))}
        {'□'.repeat(Math.max(0, of - done))}
      </span>
    )}
    <b className={of !== null && done >= of ? 'full' : undefined}>{of !== null && done >= of ? `✓ ${done}` : done}</b>
  </span>
);
