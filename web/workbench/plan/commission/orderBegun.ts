import { z } from 'zod';

/** A 约稿 as another page begins it, in the address; the office still reads and changes it. */
export const orderBegun = z.object({
  ...{ unit: z.uuid().optional(), project: z.uuid().optional(), campaign: z.uuid().optional() },
  ...{ title: z.string().max(200).optional(), angle: z.string().max(1900).optional() },
  ...{ due: z.iso.date().optional(), words: z.int().optional(), elements: z.array(z.string()).optional() },
});
export type OrderBegun = z.infer<typeof orderBegun>;
