import type { HonoRequest } from 'hono';
import { z } from 'zod';
import { type Refusal, refuse } from '../kernel/refusal.ts';
import { storable } from '../kernel/storable.ts';
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
  const parsed = partsOf(input).map(([part, shape]) => [part, shape.parse({ [part]: given[part] })[part]] as const);
  for (const [part, value] of parsed) {
    const place = unstorableIn(value, part);
    if (place !== undefined) refuse({ ...refusals.unstorable, fields: { [place]: refusals.unstorable.message } });
  }
  return Object.fromEntries(parsed) as Parsed<S>;
}

/** Where a text stands that the database cannot hold. */
function unstorableIn(value: unknown, place: string): string | undefined {
  if (typeof value === 'string') return storable(value) ? undefined : place;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, each] of Object.entries(value)) {
    const found = unstorableIn(key, place) ?? unstorableIn(each, `${place}.${key}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

type Part = [part: keyof Shapes, shape: z.ZodObject<Record<string, z.ZodType>>];
const known = new WeakMap<Shapes, Part[]>();

/** Each part under its name, so that a refusal says where; made once a route, because zod compiles a shape at its first use. */
function partsOf(input: Shapes): Part[] {
  const made =
    known.get(input) ?? Object.entries({ ...unnamed, ...input }).map(([part, shape]) => [part, underName(part, shape)] as Part);
  known.set(input, made);
  return made;
}
const unnamed = { param: z.looseObject({}), query: z.strictObject({}) };

const underName = (part: string, shape: z.ZodType) => z.object({ [part]: shape });

const utf8 = new TextDecoder('utf-8', { fatal: true }); // another encoding would be kept as rubbish

async function jsonOf(req: HonoRequest): Promise<unknown> {
  const body = await bodyOf(req, largestJson, refusals.tooLarge);
  try {
    return JSON.parse(utf8.decode(body));
  } catch {
    return refuse(refusals.malformed);
  }
}

const bodies = new WeakMap<Request, Promise<Buffer>>();

/** The bytes sent, read once; a longer body is refused before it is held, whatever length it claims. */
export function bodyOf(req: HonoRequest, most: number, tooLarge: Refusal): Promise<Buffer> {
  const known = bodies.get(req.raw) ?? readBody(req, most, tooLarge);
  bodies.set(req.raw, known);
  return known;
}

async function readBody(req: HonoRequest, most: number, tooLarge: Refusal): Promise<Buffer> {
  const told = req.header('Content-Length');
  if (Number(told ?? 0) > most) refuse(tooLarge);
  if (told !== undefined) return Buffer.from(await req.raw.arrayBuffer()); // HTTP itself holds a sender to the length it told
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of (req.raw.body ?? []) as AsyncIterable<Uint8Array>) {
    size += part.length;
    if (size > most) refuse(tooLarge);
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** What was sent, for telling a repeated request: the same key with another body is another intent. */
export const sentBody = (req: HonoRequest): Promise<Buffer> => bodies.get(req.raw) ?? Promise.resolve(Buffer.alloc(0));

const key = z.uuid();
export const idempotencyKey = (req: HonoRequest): string =>
  key.safeParse(req.header('Idempotency-Key')).data ?? refuse(refusals.keyless);
