import { canonicalJson } from '../kernel/canonical.ts';
import { Refused } from '../kernel/refusal.ts';
import { digestsOf, drawUp, exportMonth, exportText, headOf, MonthExport, type Part, parts } from './export.ts';
import type { Json } from './json.ts';
import { jsonOf, readValue } from './reading.ts';

/** `ok` with what was found equal; else the first difference, in a sentence. */
export type Verdict = { ok: boolean; message: string; month: string | null; head: string | null };

/** A printed head as somebody typed or pasted it, however spaced; null when it is none. */
export function readHead(typed: string): string | null {
  const plain = typed.normalize('NFKC').replace(/\s/g, '').toLowerCase();
  return /^[0-9a-f]{64}$/.test(plain) ? plain : null;
}

/** The month in an exported file, as far as its shape goes; throws `Refused`. */
export const readMonth = (text: string): MonthExport => readValue(MonthExport, jsonOf(text, '导出文件'), '导出文件');

/**
 * Computes an exported month again, with no server and no database, and compares every byte. `head` is the one that the
 * 通报 printed: without it the file is only known to agree with itself.
 */
export const verifyExport = (text: string, head?: string): Verdict => examine(text, head).verdict;

/** The same with the month as the file has it; null where it has none. */
export function examine(text: string, head?: string): { verdict: Verdict; month: MonthExport | null } {
  const published = head === undefined ? undefined : (readHead(head) ?? head);
  const agreeing = agreement(text, published);
  if (agreeing !== undefined) return { verdict: agreed(agreeing, published), month: agreeing };
  let month: MonthExport | null = null;
  try {
    month = readMonth(text);
    return { verdict: verdictOn(month, text, published), month };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { verdict: { ok: false, message: error.refusal.message, month: null, head: null }, month };
  }
}

/**
 * The short way for a file in which all is right: its own values, written and scored again, give the same bytes. Whatever is
 * not so is for the long way, which finds where; undefined then.
 */
function agreement(text: string, published: string | undefined): MonthExport | undefined {
  const given = plainlyRead(text);
  if (given === undefined || (published !== undefined && published !== given.head)) return undefined;
  try {
    return drawUp(given).text === text ? given : undefined;
  } catch (error) {
    if (error instanceof Refused) return undefined;
    throw error;
  }
}

/** What `JSON.parse` takes and `parseJson` may not, a key twice or half a sign, never survives being written again. */
function plainlyRead(text: string): MonthExport | undefined {
  if (/\\u[dD][89a-fA-F]/.test(text)) return undefined;
  try {
    return MonthExport.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

function verdictOn(given: MonthExport, text: string, published: string | undefined): Verdict {
  const difference =
    partDifference(given) ??
    headDifference(given, published) ??
    recomputed(given, text) ??
    byteDifference(text, exportText(given));
  const { month, head } = given;
  return difference === undefined ? agreed(given, published) : { ok: false, message: difference, month, head };
}

function agreed({ month, head, table, lines, facts }: MonthExport, published: string | undefined): Verdict {
  const sum = `${month} 的 ${table.length} 个单位、${lines.length} 行得分、${facts.length} 条事实重算一致`;
  const compared = published === undefined ? '未与公布摘要核对' : '与公布摘要一致';
  return { ok: true, message: `${sum}；${compared}。`, month, head };
}

function partDifference(given: MonthExport): string | undefined {
  const digests = digestsOf(given);
  const changed = (Object.keys(parts) as Part[]).find((part) => digests[part] !== given.digests[part]);
  return changed && `${parts[changed]}与文件里记的摘要不符：内容被改动过，或摘要被改动过。`;
}

function headDifference(given: MonthExport, published: string | undefined): string | undefined {
  if (headOf(given) !== given.head) return '总摘要与各部分的摘要对不上：县、月份、状态或某个摘要被改动过。';
  if (published === undefined || published === given.head) return undefined;
  return `总摘要是 ${given.head}，与公布的 ${published} 不同：这不是通报所据的那个文件。`;
}

/** The file's own inputs scored again: names the first unit, line and field that comes out otherwise. */
function recomputed(given: MonthExport, text: string): string | undefined {
  const again = exportMonth(given);
  if (exportText(again) === text) return undefined;
  const order: Part[] = ['table', 'lines', 'evidence', 'schemes', 'units', 'calendar', 'facts'];
  return order.map((part) => firstDifference(part, again, given)).find((each) => each !== undefined);
}

function firstDifference(part: Part, again: MonthExport, given: MonthExport): string | undefined {
  const [should, is] = [rowsOf(again, part), rowsOf(given, part)];
  const length = Math.max(should.length, is.length);
  const at = Array.from({ length }, (_, place) => place).find(
    (place) => canonicalJson(should[place]) !== canonicalJson(is[place]),
  );
  if (at === undefined) return undefined;
  const [a, b] = [should[at], is[at]];
  const { unit, id, clause } = (b ?? a ?? {}) as Record<string, Json | undefined>;
  const place = `${parts[part]}第 ${at + 1} 行（${[unit ?? id, clause].filter(Boolean).join(' ')}）`;
  if (a === undefined) return `${place}是多出来的：重算没有这一行。`;
  if (b === undefined) return `${place}缺了：重算有这一行。`;
  const key = Object.keys({ ...a, ...b }).find((each) => canonicalJson(a[each] ?? null) !== canonicalJson(b[each] ?? null)) ?? '';
  return `${place}${key}：重算是 ${canonicalJson(a[key] ?? null)}，文件里是 ${canonicalJson(b[key] ?? null)}。`;
}

const rowsOf = (month: MonthExport, part: Part) => month[part] as readonly Record<string, Json>[];

/** What the shape lets through but the one way of writing does not: spaces, order of keys, a key left to its default. */
function byteDifference(text: string, should: string): string | undefined {
  if (text === should) return undefined;
  let at = 0;
  while (at < should.length && should[at] === text[at]) at++;
  return `内容一致，但第 ${at + 1} 个字符起的写法与规定的不同（空格、次序或多余的字符）：文件被改动过。`;
}
