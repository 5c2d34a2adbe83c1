import { useState } from 'react';
import type { Written } from '../../../server/submission/submission.ts';
import { dropAt, keepAt, keptAt } from './keeping.ts';

/** Words that had to give way to others; they lie beside, on this computer, until somebody drops them. */
export function useAside(place: string) {
  const at = `${place}:aside`;
  const [aside, setAside] = useState(() => keptAt(at)?.written ?? null);
  const put = (written: Written | null) => {
    setAside(written);
    if (written) keepAt(at, { version: 0, written });
    else dropAt(at);
  };
  return { aside, put };
}
