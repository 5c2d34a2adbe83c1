import { z } from 'zod';
import { FactsFile } from './facts.ts';
import { Scheme } from './scheme.ts';

const asJsonSchema = (shape: z.ZodType, title: string) => ({ ...z.toJSONSchema(shape, { io: 'input' }), title });

/** What a stranger's editor checks a file against while he writes it; says less than reading it does. */
export const jsonSchemas = () => ({
  'scheme.schema.json': asJsonSchema(Scheme, '考核细则'),
  'facts.schema.json': asJsonSchema(FactsFile, '考核名单和事实'),
});
