import { useIsFetching, useIsMutating } from '@tanstack/react-query';

/** What is on the page stays while something is on its way; the bar comes after 300 ms (the style sheet's delay). */
export function Waits() {
  const busy = useIsFetching() + useIsMutating() > 0;
  return busy ? <div className="waits" role="progressbar" aria-label="正在读取或保存" /> : null;
}
