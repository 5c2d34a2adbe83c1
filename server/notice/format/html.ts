import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { type GridCell, linesOfGrid } from './grid.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;
type Counter = { next: number } | null;

const hidden = new Set([
  'del',
  'script',
  'style',
  'head',
  'title',
  'template',
  'noscript',
  'rt',
  'rp',
  'svg',
  'select',
  'button',
]);
const blocks = new Set(
  'address article aside blockquote body center dd div dl dt fieldset footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section ul'.split(
    ' ',
  ),
);
const opening =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!doctype html|<html|<!--StartFragment|<(?:meta|head|body|p|div|table|span|h[1-6]|article|section)[\s>])/i;
export const looksLikeHtml = (text: string) => opening.test(text);

/** A page, or what Word, WPS and browsers put on the clipboard → a line for each paragraph and each row. */
export const htmlLines = (html: string): string[] => linesOf(parse(html).childNodes);

function linesOf(nodes: readonly Node[]): string[] {
  const lines: string[] = [];
  let said = '';
  const close = () => {
    const line = tidy(said);
    if (line !== '') lines.push(line);
    said = '';
  };
  const walk = (node: Node, counter: Counter) => {
    if (node.nodeName === '#text' && 'value' in node) said += node.value;
    if (!('tagName' in node) || isHidden(node)) return;
    const block = blocks.has(node.tagName) || node.tagName === 'br' || node.tagName === 'table';
    if (block) close();
    if (node.tagName === 'table') lines.push(...tableLines(node));
    else {
      if (node.tagName === 'li' && counter) said += `${counter.next++}.`;
      const inside = countingIn(node, counter);
      for (const child of node.childNodes) walk(child, inside);
    }
    if (block) close();
  };
  for (const node of nodes) walk(node, null);
  close();
  return lines;
}

const attribute = ({ attrs }: Element, name: string) => attrs.find((each) => each.name === name)?.value ?? '';
const isHidden = (element: Element) => hidden.has(element.tagName) || /display\s*:\s*none/.test(attribute(element, 'style'));

function countingIn(element: Element, counter: Counter): Counter {
  if (element.tagName === 'ol') return { next: Number(attribute(element, 'start')) || 1 };
  return element.tagName === 'ul' ? null : counter;
}

/** As a browser shows it: breaks in the source are spaces, and between Han characters nothing. */
const tidy = (text: string) => {
  const inOne = /[\r\n]/.test(text) ? text.replaceAll(betweenHan, '') : text;
  return inOne.replaceAll(/[\s\u00a0]+/g, ' ').trim();
};
const betweenHan = /(?<=\p{Script=Han}|[，。；：、）”])[\s\u00a0]*[\r\n][\s\u00a0]*(?=\p{Script=Han}|[（“])/gu;

/** A table that holds tables lays out a page, and is no table of the notice. */
function tableLines(table: Element): string[] {
  const rows = rowsIn(table);
  const cells = rows.flat();
  if (cells.some((cell) => contains(cell, 'table'))) return cells.flatMap((cell) => linesOf(cell.childNodes));
  return linesOfGrid(spanned(rows));
}

function rowsIn(element: Element): Element[][] {
  return elementsIn(element).flatMap((child) => {
    if (child.tagName === 'tr') return [elementsIn(child).filter(({ tagName }) => tagName === 'td' || tagName === 'th')];
    return ['thead', 'tbody', 'tfoot'].includes(child.tagName) ? rowsIn(child) : [];
  });
}
const elementsIn = (element: Element) => element.childNodes.filter((child) => 'tagName' in child);
const contains = (element: Element, tag: string): boolean =>
  elementsIn(element).some((child) => child.tagName === tag || contains(child, tag));

const WIDEST = 60;
/** A cell that reaches down leaves its place in the rows below to what goes on with it. */
function spanned(rows: readonly (readonly Element[])[]): GridCell[][] {
  const below: (number | undefined)[] = [];
  return rows.map((row) => {
    const cells: GridCell[] = [];
    const waiting = [...row];
    for (let column = 0; column < WIDEST; column++) {
      const left = below[column] ?? 0;
      const cell = left > 0 ? undefined : waiting.shift();
      if (left > 0) below[column] = left - 1;
      else if (!cell) {
        if (waiting.length === 0 && !below.slice(column).some((more) => (more ?? 0) > 0)) break;
      } else {
        const across = Math.min(Number(attribute(cell, 'colspan')) || 1, WIDEST);
        for (let at = 0; at < across; at++) below[column + at] = (Number(attribute(cell, 'rowspan')) || 1) - 1;
        cells.push({ text: linesOf(cell.childNodes).join('\n'), span: across });
        column += across - 1;
        continue;
      }
      cells.push({ text: '', continues: left > 0 });
    }
    return cells;
  });
}
