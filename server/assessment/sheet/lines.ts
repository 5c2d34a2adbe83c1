import type { Json } from '../json.ts';
import { type Field, fits, type Node } from '../outline.ts';
import { wordOf } from '../words.ts';
import { empty, fault, leafText, leafValue } from './leaf.ts';

type Loose = { readonly [key: string]: Json };
export type Line = { path: string; text: string };

/** An object as lines, each a place and what stands there: '任务1·不少于：3'. Nothing is left out. */
export function linesOf(fields: readonly Field[], value: Loose, before = ''): Line[] {
  return Object.entries(value).flatMap(([key, each]) => {
    const field = fields.find((one) => one.key === key);
    const path = before + (field ? wordOf(key) : key);
    return field ? valueLines(field, each, path) : [{ path, text: `＝${JSON.stringify(each)}` }];
  });
}

function valueLines({ key, node }: Field, value: Json, path: string): Line[] {
  const option = node.is === 'either' ? (node.options.find((each) => fits(each, value)) ?? node) : node;
  if (option.is === 'object' && fits(option, value)) {
    const lines = linesOf(option.fields, value as Loose, `${path}·`);
    return lines.length > 0 ? lines : [{ path, text: empty }];
  }
  if (option.is === 'list' && option.item.is === 'object' && isObjects(value)) {
    const { fields } = option.item;
    return value.flatMap((each, at) => {
      const lines = linesOf(fields, each, `${path}${at + 1}·`);
      return lines.length > 0 ? lines : [{ path: `${path}${at + 1}`, text: empty }];
    });
  }
  return [{ path, text: leafText(key, node, value, true) }];
}

export const isObjects = (value: Json | undefined): value is readonly Loose[] =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every((each) => typeof each === 'object' && each !== null && !Array.isArray(each));

type Writable = { [key: string]: Json };

/** Puts what a line says into the object; throws `CellFault`. */
export function takeLine(fields: readonly Field[], into: Writable, { path, text }: Line): void {
  const [head = '', ...rest] = path.split('·');
  const field = fields.find(({ key }) => wordOf(key) === head);
  if (field) {
    takeField(field, into, rest, text);
    return;
  }
  const [, name = '', number = ''] = /^(.*?)(\d+)$/.exec(head) ?? [];
  const list = fields.find(({ key }) => wordOf(key) === name);
  const node = list && objectsIn(list.node);
  if (list && node) takeItem(list.key, node, into, Number(number), rest, text);
  else if (text.startsWith('＝') && rest.length === 0) into[head] = leafValue(head, { is: 'text', pattern: null }, text);
  else fault(`没有“${head}”这一项`);
}

function takeField({ key, node }: Field, into: Writable, rest: readonly string[], text: string): void {
  if (rest.length === 0) {
    const inner = text === empty ? objectIn(node) : undefined;
    into[key] = inner ? {} : leafValue(key, node, text);
    return;
  }
  const inner = objectIn(node) ?? fault(`“${wordOf(key)}”下面不能再分`);
  const object = (into[key] ?? {}) as Writable;
  into[key] = object;
  takeLine(inner.fields, object, { path: rest.join('·'), text });
}

type ObjectNode = Extract<Node, { is: 'object' }>;
function takeItem(key: string, node: ObjectNode, into: Writable, number: number, rest: readonly string[], text: string): void {
  const list = (into[key] ?? []) as Writable[];
  if (number < 1 || number > list.length + 1) fault(`“${wordOf(key)}”的第 ${number} 项前面还缺`);
  into[key] = list;
  list[number - 1] ??= {};
  if (rest.length > 0) takeLine(node.fields, list[number - 1] ?? {}, { path: rest.join('·'), text });
}

const objectIn = (node: Node): ObjectNode | undefined =>
  node.is === 'object' ? node : node.is === 'either' ? node.options.find((each) => each.is === 'object') : undefined;
const objectsIn = (node: Node): ObjectNode | undefined =>
  node.is === 'list' && node.item.is === 'object' ? node.item : undefined;

/** A cell of lines, and back. */
export const cellOf = (lines: readonly Line[]) => lines.map(({ path, text }) => `${path}：${text}`).join('\n');
export const linesIn = (cell: string): Line[] =>
  cell.split(/\r?\n/).flatMap((line) => {
    if (line.trim() === '') return [];
    const at = line.indexOf('：');
    if (at < 0) fault(`“${line}”要写成“哪一项：是什么”`);
    return [{ path: line.slice(0, at).trim(), text: line.slice(at + 1).trim() }];
  });
