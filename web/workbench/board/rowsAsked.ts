import { z } from 'zod';

const id = z.uuid().optional();
/** Which rows lie open behind a figure, and how they are called; it stands in the address. */
export const rowsAsked = z.object({
  what: z.string(),
  ...{ from: z.iso.date(), to: z.iso.date() },
  ...{ unit: id, campaign: id, project: z.union([z.literal('none'), z.uuid()]).optional() },
  family: z.enum(['screen', 'micro', 'site', 'paper', 'brief', 'unknown', 'public']).optional(),
  count: z.enum(['published', 'submitted']).optional(),
  mainstream: z.literal('only').optional(),
  topic: z.literal('only').optional(),
});
export type RowsAsked = z.infer<typeof rowsAsked>;
