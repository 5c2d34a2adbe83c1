import { SaxesParser } from 'saxes';

/** An element without its namespace prefixes; text stands among the children. */
export type Element = { name: string; attributes: Readonly<Record<string, string>>; children: (Element | string)[] };

const local = (name: string) => name.slice(name.indexOf(':') + 1);

/** Well-formed XML → its root element. Throws on anything else; entities of the file's own are never expanded. */
export function parseXml(bytes: Uint8Array): Element {
  const root: Element = { name: '', attributes: {}, children: [] };
  const open = [root];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const named = Object.fromEntries(Object.entries(attributes).map(([key, value]) => [local(key), value as string]));
    const element: Element = { name: local(name), attributes: named, children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => open.pop());
  parser.on('text', (text) => open.at(-1)?.children.push(text));
  parser.on('cdata', (text) => open.at(-1)?.children.push(text));
  parser.write(new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-8').decode(bytes)).close();
  return elementsOf(root)[0] ?? root;
}

export const elementsOf = ({ children }: Element) => children.filter((child) => typeof child !== 'string');
export const childOf = (element: Element | undefined, name: string) =>
  element && elementsOf(element).find((child) => child.name === name);
export const childrenOf = (element: Element | undefined, name: string) =>
  element ? elementsOf(element).filter((child) => child.name === name) : [];

/** Every element of that name below, in the order of the text. */
export function allOf(element: Element | undefined, name: string): Element[] {
  if (!element) return [];
  return elementsOf(element).flatMap((child) => (child.name === name ? [child] : allOf(child, name)));
}

export const textOf = (element: Element): string =>
  element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
