import type { Json } from '../json.ts';
import { choiceWord, fits, type Node } from '../outline.ts';

/** One value of a scheme as a cell or the end of a line, and back: '市级、县级', '是', '没有'; what has no plain words as ＝JSON. */
export const empty = '（空）';
const nothing = '没有';
const asJson = '＝';
const reserved = new Set([empty, nothing, '是', '否', choiceWord('of', 'all'), choiceWord('rate', 'adoptionRate')]);

/** Cannot be understood; `message` says why. */
export class CellFault extends Error {}

const quoted = (text: string, mark: RegExp) =>
  text === '' || reserved.has(text) || /^["＝\s]|\s$/.test(text) || mark.test(text) ? JSON.stringify(text) : text;
const never = /(?!)/;

export function leafText(key: string, node: Node, value: Json, inLine: boolean): string {
  const option = node.is === 'either' ? node.options.find((each) => fits(each, value)) : node;
  if (option === undefined || !fits(option, value)) return asJson + JSON.stringify(value);
  switch (option.is) {
    case 'text':
      return quoted(value as string, inLine ? /[\r\n]/ : never);
    case 'choice':
      return choiceWord(key, value as string);
    case 'number':
      return String(value);
    case 'flag':
      return value ? '是' : '否';
    case 'nothing':
      return nothing;
    case 'list':
      return namesText(key, option.item, value as readonly Json[]);
    default:
      return asJson + JSON.stringify(value);
  }
}

function namesText(key: string, item: Node, values: readonly Json[]): string {
  if (values.length === 0) return empty;
  if (values.some((each) => !fits(item, each) || item.is === 'object')) return asJson + JSON.stringify(values);
  return values
    .map((each) => (item.is === 'choice' ? choiceWord(key, each as string) : quoted(each as string, /[、\r\n]/)))
    .join('、');
}

/** Throws `CellFault`. */
export function leafValue(key: string, node: Node, text: string): Json {
  if (text.startsWith(asJson)) return jsonIn(text.slice(1));
  if (node.is === 'either') return eitherValue(key, node.options, text);
  switch (node.is) {
    case 'text':
      return text.startsWith('"') ? jsonIn(text) : text;
    case 'choice':
      return choiceValue(key, node.values, text);
    case 'number':
      return /^-?\d{1,15}$/.test(text) ? Number(text) : fault(`应是整数，写的是“${text}”`);
    case 'flag':
      return text === '是' ? true : text === '否' ? false : fault(`应写“是”或“否”，写的是“${text}”`);
    case 'nothing':
      return text === nothing ? null : fault(`看不懂“${text}”`);
    case 'list':
      return text === empty ? [] : itemsIn(text).map((each) => leafValue(key, node.item, each));
    case 'object':
      return text === empty ? {} : fault(`看不懂“${text}”`);
  }
}

function eitherValue(key: string, options: readonly Node[], text: string): Json {
  for (const option of options) {
    if (option.is === 'nothing' && text === nothing) return null;
    if (option.is === 'choice' && option.values.some((value) => choiceWord(key, value) === text))
      return choiceValue(key, option.values, text);
  }
  const open = options.find(({ is }) => is === 'text' || is === 'list' || is === 'number') ?? fault(`看不懂“${text}”`);
  return leafValue(key, open, text);
}

const choiceValue = (key: string, values: readonly string[], text: string) =>
  values.find((value) => choiceWord(key, value) === text) ??
  fault(`没有“${text}”这一种，可以写：${values.map((value) => choiceWord(key, value)).join('、')}`);

/** '甲、"乙、丙"' is two. */
function itemsIn(text: string): string[] {
  const items = [...text.matchAll(/\s*("(?:[^"\\]|\\.)*"|[^、]+)\s*(?:、|$)/gy)].map(([, item = '']) => item.trim());
  return items.length > 0 ? items : fault(`看不懂“${text}”`);
}

function jsonIn(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return fault(`引号里的写法不完整：${text}`);
  }
}

export function fault(message: string): never {
  throw new CellFault(message);
}
