import { SaxesParser } from 'saxes';
import type { Told } from '../progress.ts';

/** An element without its namespace prefixes; text stands among the children. */
export type Element = { name: string; attributes: Readonly<Record<string, string>>; children: (Element | string)[] };

const local = (name: string) => {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
};

/** By hand, since a notice of 200 pages has a million of them. */
function withoutPrefixes(attributes: Element['attributes']): Element['attributes'] {
  let named: Record<string, string> | null = null;
  for (const key in attributes) {
    named ??= {};
    named[local(key)] = attributes[key] ?? '';
  }
  return named ?? noAttributes;
}
const noAttributes: Element['attributes'] = {};

/** `without`: elements that are left out with all in them, since half of an office file tells how it looks; `met` takes the names of all others. */
export type Parsing = { told?: Told | undefined; without?: ReadonlySet<string>; met?: Set<string> };

const PIECE = 500_000;
/** Well-formed XML → its root element. Throws on anything else; entities of the file's own are never expanded. */
export function parseXml(bytes: Uint8Array, { told, without, met }: Parsing = {}): Element {
  const { parser, root } = treeOf(without, met);
  const text = new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-8').decode(bytes);
  for (let at = 0; at < text.length; at += PIECE) {
    told?.('认出段落和表格', at, text.length);
    parser.write(text.slice(at, at + PIECE));
  }
  parser.close();
  return elementsOf(root)[0] ?? root;
}

function treeOf(without: ReadonlySet<string> = new Set(), met?: Set<string>): { parser: SaxesParser; root: Element } {
  const root: Element = { name: '', attributes: {}, children: [] };
  const open: Element[] = [];
  let [inner, skipped] = [root, 0];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    const name = local(tag.name);
    if (skipped > 0 || without.has(name)) return void skipped++;
    met?.add(name);
    const element: Element = { name, attributes: withoutPrefixes(tag.attributes as Element['attributes']), children: [] };
    inner.children.push(element);
    open.push(inner);
    inner = element;
  });
  parser.on('closetag', () => {
    if (skipped > 0) return void skipped--;
    inner = open.pop() ?? root;
  });
  const say = (text: string) => skipped === 0 && inner.children.push(text);
  parser.on('text', say);
  parser.on('cdata', say);
  return { parser, root };
}

export const elementsOf = ({ children }: Element) => children.filter((child) => typeof child !== 'string');
export const childOf = (element: Element | undefined, name: string) =>
  element?.children.find((child): child is Element => typeof child !== 'string' && child.name === name);
export const childrenOf = (element: Element | undefined, name: string) =>
  element ? elementsOf(element).filter((child) => child.name === name) : [];

/** Every element of that name below, in the order of the text. */
export function allOf(element: Element | undefined, name: string): Element[] {
  if (!element) return [];
  return elementsOf(element).flatMap((child) => (child.name === name ? [child] : allOf(child, name)));
}

export function textOf({ children }: Element): string {
  let text = '';
  for (const child of children) text += typeof child === 'string' ? child : textOf(child);
  return text;
}
