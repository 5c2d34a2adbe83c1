import { byCodePoint } from '../kernel/order.ts';

/** What JSON can hold. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Says where a text stops being JSON; the same words on every machine. */
export class JsonFault extends Error {}

const scalar = /(?:null|true|false)\b|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|"[^"\\]*(?:\\.[^"\\]*)*"/y;
const deepest = 100;

/** Like JSON.parse, but a key that stands twice is refused instead of the first being lost. Throws `JsonFault`. */
export function parseJson(text: string): Json {
  let at = text.startsWith('\ufeff') ? 1 : 0;
  const value = read(0);
  if (skip() < text.length) fail('后面还有多余的内容');
  return value;

  function fail(why: string): never {
    const before = text.slice(0, at).split('\n');
    throw new JsonFault(`第 ${before.length} 行第 ${(before.at(-1)?.length ?? 0) + 1} 个字符，${why}`);
  }
  function skip(): number {
    while (' \t\r\n'.includes(text[at] ?? 'x')) at++;
    return at;
  }
  function take(mark: string): boolean {
    const found = text[skip()] === mark;
    if (found) at++;
    return found;
  }
  function read(depth: number): Json {
    if (depth > deepest) fail('一层套一层，太深了');
    if (take('{')) return readObject(depth);
    if (take('[')) return readArray(depth);
    return readScalar();
  }
  function readScalar(): Json {
    scalar.lastIndex = at;
    const [found] = scalar.exec(text) ?? fail(at < text.length ? `“${text[at]}”不该在这里` : '到这里就断了');
    try {
      return JSON.parse(found) as Json;
    } catch {
      return fail('这段文字里有不能直接写的字符');
    } finally {
      at += found.length;
    }
  }
  function readArray(depth: number): Json {
    const items: Json[] = [];
    if (take(']')) return items;
    do items.push(read(depth + 1));
    while (take(','));
    if (!take(']')) fail('缺“,”或“]”');
    return items;
  }
  function readObject(depth: number): Json {
    const entries = new Map<string, Json>();
    if (take('}')) return {};
    do {
      skip();
      const key = text[at] === '"' ? String(readScalar()) : fail('缺带引号的键');
      if (entries.has(key)) fail(`“${key}”前面已经写过`);
      if (!take(':')) fail('缺“:”');
      entries.set(key, read(depth + 1));
    } while (take(','));
    if (!take('}')) fail('缺“,”或“}”');
    return Object.fromEntries(entries);
  }
}

/** The one way to write a value: keys by code point, no spaces, whole numbers only. Absent is the same as undefined. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, each]) => each !== undefined);
    entries.sort(([a], [b]) => byCodePoint(a, b));
    return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${canonicalJson(each)}`).join(',')}}`;
  }
  if (typeof value === 'number' && !Number.isSafeInteger(value)) throw new RangeError(`not a whole number: ${value}`);
  return JSON.stringify(value);
}
