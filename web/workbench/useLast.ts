import { useState } from 'react';

/** What was there last stays on the page while the next is on its way, and when it cannot be had. */
export function useLast<T>(found: T | undefined): T | undefined {
  const [last, setLast] = useState(found);
  if (found !== undefined && found !== last) setLast(found);
  return found ?? last;
}
