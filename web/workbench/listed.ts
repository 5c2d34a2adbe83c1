import { z } from 'zod';

const words = z.coerce.string().optional().catch(undefined);

/** What is chosen in a list lives in its address: words looked for, a column that sorts, a kind, the row that lies open. */
export const listed = z.object({ q: words, sort: words, kind: words, open: words });
