import type { HonoRequest } from 'hono';
import { z } from 'zod';
import { refuse } from '../kernel/refusal.ts';
import { refusals } from './refusals.ts';

export type Shapes = { param?: z.ZodType; query?: z.ZodType; json?: z.ZodType };
export type Parsed<S extends Shapes> = { [Part in keyof S]: z.output<S[Part]> };

z.config(z.locales.zhCN());

const largestJson = 16 * 1024 * 1024;

/** Checks every part against its shape; what no shape names is refused too. `except` is a query key read elsewhere. */
export async function parse<S extends Shapes>(req: HonoRequest, input: S, except?: string): Promise<Parsed<S>> {
  const query = { ...req.query() };
  if (except !== undefined) delete query[except];
  const given = { param: req.param(), query, json: input.json && (await jsonOf(req)) };
  const shapes = { param: z.looseObject({}), query: z.strictObject({}), ...input };
  const parts = Object.entries(shapes) as [keyof Shapes, z.ZodType][];
  return Object.fromEntries(
    parts.map(([part, shape]) => [part, underName(part, shape).parse({ [part]: given[part] })[part]]),
  ) as Parsed<S>;
}

const underName = (part: string, shape: z.ZodType) => z.object({ [part]: shape });

async function jsonOf(req: HonoRequest): Promise<unknown> {
  if (Number(req.header('Content-Length') ?? 0) > largestJson) refuse(refusals.tooLarge);
  const text = await req.text();
  if (text.length > largestJson) refuse(refusals.tooLarge);
  try {
    return JSON.parse(text);
  } catch {
    return refuse(refusals.malformed);
  }
}

export const idempotencyKey = (req: HonoRequest): string =>
  z.uuid().safeParse(req.header('Idempotency-Key')).data ?? refuse(refusals.keyless);
