import { storable } from '../kernel/storable.ts';

/** What JSON can hold. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Says where a text stops being JSON; the same words on every machine. */
export class JsonFault extends Error {}

const scalar = /(?:null|true|false)\b|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|"[^"\\]*(?:\\.[^"\\]*)*"/y;
const deepest = 100;

/** Like JSON.parse, but a key that stands twice is refused instead of the first being lost. Throws `JsonFault`. */
export function parseJson(text: string): Json {
  const reader = new Reader(text);
  const value = reader.read(0);
  if (reader.skip() < text.length) reader.fail('后面还有多余的内容');
  return value;
}

function scalarOf(written: string): Json | undefined {
  try {
    const value = JSON.parse(written) as Json;
    return typeof value === 'string' && !storable(value) ? undefined : value;
  } catch {
    return undefined;
  }
}

class Reader {
  readonly text: string;
  at: number;
  constructor(text: string) {
    this.text = text;
    this.at = text.startsWith('\ufeff') ? 1 : 0;
  }

  fail(why: string): never {
    const before = this.text.slice(0, this.at).split('\n');
    throw new JsonFault(`第 ${before.length} 行第 ${(before.at(-1)?.length ?? 0) + 1} 个字符，${why}`);
  }
  skip(): number {
    while (' \t\r\n'.includes(this.text[this.at] ?? 'x')) this.at++;
    return this.at;
  }
  take(mark: string): boolean {
    const found = this.text[this.skip()] === mark;
    if (found) this.at++;
    return found;
  }

  read(depth: number): Json {
    if (depth > deepest) this.fail('一层套一层，太深了');
    if (this.take('{')) return this.object(depth);
    return this.take('[') ? this.array(depth) : this.scalar();
  }
  scalar(): Json {
    scalar.lastIndex = this.at;
    const wrong = this.at < this.text.length ? `“${this.text[this.at]}”不该在这里` : '到这里就断了';
    const [found] = scalar.exec(this.text) ?? this.fail(wrong);
    const value = scalarOf(found);
    if (value === undefined) this.fail('这段文字里有不能直接写的字符');
    this.at += found.length;
    return value;
  }
  array(depth: number): Json {
    const items: Json[] = [];
    if (this.take(']')) return items;
    do items.push(this.read(depth + 1));
    while (this.take(','));
    return this.take(']') ? items : this.fail('缺“,”或“]”');
  }
  object(depth: number): Json {
    const entries = new Map<string, Json>();
    if (this.take('}')) return {};
    do {
      this.skip();
      const key = this.text[this.at] === '"' ? String(this.scalar()) : this.fail('缺带引号的键');
      if (entries.has(key)) this.fail(`“${key}”前面已经写过`);
      if (!this.take(':')) this.fail('缺“:”');
      entries.set(key, this.read(depth + 1));
    } while (this.take(','));
    return this.take('}') ? Object.fromEntries(entries) : this.fail('缺“,”或“}”');
  }
}
