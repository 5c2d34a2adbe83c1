import { refuse } from '../../kernel/refusal.ts';
import type { Told } from '../progress.ts';
import { type Archive, hasMacros, partOf } from './archive.ts';
import { type FileDoubt, macros } from './doubt.ts';
import { type GridCell, linesOfGrid, paragraphsOf } from './grid.ts';
import { type Numbering, numberingOf } from './numbering.ts';
import { refusals } from './refusals.ts';
import { isGone, isHidden, revisionDoubts, revisionsIn } from './revisions.ts';
import { allOf, childOf, childrenOf, type Element, elementsOf, textOf } from './xml.ts';

type Style = { numbering: Element | undefined; base: string | undefined };
type Document = { numbering: Numbering; styles: ReadonlyMap<string | undefined, Style> };

/** How it looks, which is half of the file. */
const looks = new Set(
  'rFonts sz szCs color lang b bCs i iCs u kern spacing w position shd highlight ind jc bidi snapToGrid widowControl keepNext keepLines autoSpaceDE autoSpaceDN adjustRightInd textAlignment outlineLvl tabs pBdr sectPr tblBorders tblW tblLook tblLayout tblCellMar tblInd tblGrid tcW tcBorders tcMar vAlign trHeight proofErr bookmarkStart bookmarkEnd'.split(
    ' ',
  ),
);

/** Word's and WPS's docx → a line for each paragraph and each row, with the numbers that Word counts itself. */
export function docxLines(archive: Archive, told?: Told): { lines: string[]; doubts: FileDoubt[] } {
  const met = new Set<string>();
  const body = childOf(partOf(archive, 'word/document.xml', { told, without: looks, met }), 'body') ?? refuse(refusals.broken);
  const styles = childrenOf(partOf(archive, 'word/styles.xml'), 'style').map((style): [string | undefined, Style] => {
    const base = childOf(style, 'basedOn')?.attributes.val;
    return [style.attributes.styleId, { numbering: childOf(childOf(style, 'pPr'), 'numPr'), base }];
  });
  const document = { numbering: numberingOf(partOf(archive, 'word/numbering.xml')), styles: new Map(styles) };
  const comments = allOf(partOf(archive, 'word/comments.xml'), 'comment').length;
  const doubts = [...(hasMacros(archive) ? [macros] : []), ...revisionDoubts(revisionsIn(body, met), comments)];
  return { lines: linesIn(body, document), doubts };
}

const wrappers = new Set(['sdt', 'sdtContent', 'customXml', 'ins', 'moveTo', 'smartTag']);

function linesIn(element: Element, document: Document): string[] {
  const lines: string[] = [];
  let before = ''; // of a paragraph whose end was deleted: it goes on in the next
  for (const child of elementsOf(element)) {
    if (child.name === 'p' && isGone(childOf(childOf(child, 'pPr'), 'rPr'))) before += saidIn(child, []);
    else if (child.name === 'p') lines.push(...paragraphLines(child, document, before));
    else if (child.name === 'tbl') lines.push(...tableLines(child, document));
    else if (wrappers.has(child.name)) lines.push(...linesIn(child, document));
    if (child.name === 'p' && !isGone(childOf(childOf(child, 'pPr'), 'rPr'))) before = '';
  }
  return before.trim() === '' ? lines : [...lines, ...paragraphsOf(before)];
}

/** A box that floats beside the paragraph, as a letterhead may, comes before it. */
function paragraphLines(paragraph: Element, document: Document, before = ''): string[] {
  const boxes: Element[] = [];
  const said = (before + saidIn(paragraph, boxes)).trim();
  return [
    ...boxes.flatMap((box) => linesIn(box, document)),
    ...paragraphsOf(said === '' ? '' : labelOf(paragraph, document) + said),
  ];
}

const drawn = new Set(['drawing', 'pict', 'AlternateContent', 'object']);
/** Word writes a box twice, the second time for old readers. */
function boxesIn(element: Element, boxes: Element[]): void {
  for (const child of elementsOf(element)) {
    if (child.name === 'txbxContent') boxes.push(child);
    else if (child.name !== 'Fallback') boxesIn(child, boxes);
  }
}

const silent = new Set(['pPr', 'rPr', 'del', 'moveFrom', 'instrText', 'delText', 'rt', 'footnoteReference', 'txbxContent']);
const marks: Readonly<Record<string, string>> = { tab: '\t', br: '\n', cr: '\n', noBreakHyphen: '-' };

/** What a reader sees: insertions are in, deletions are out, 拼音 above a word is left out; boxes met on the way are collected. */
function saidIn(element: Element, boxes: Element[]): string {
  let said = '';
  for (const child of element.children) {
    if (typeof child === 'string' || silent.has(child.name) || (child.name === 'r' && isHidden(child))) continue;
    if (child.name === 't') said += textOf(child);
    else if (drawn.has(child.name)) boxesIn(child, boxes);
    else if (!(child.name === 'br' && child.attributes.type)) said += marks[child.name] ?? saidIn(child, boxes);
  }
  return said;
}

function labelOf(paragraph: Element, { numbering, styles }: Document): string {
  const properties = childOf(paragraph, 'pPr');
  const list = childOf(properties, 'numPr') ?? inherited(childOf(properties, 'pStyle')?.attributes.val, styles);
  const id = childOf(list, 'numId')?.attributes.val;
  if (id === undefined || id === '0') return '';
  return numbering.labelOf(id, Number(childOf(list, 'ilvl')?.attributes.val ?? 0));
}

function inherited(style: string | undefined, styles: Document['styles'], depth = 0): Element | undefined {
  const found = styles.get(style);
  if (!found || depth > 10) return undefined;
  return found.numbering ?? inherited(found.base, styles, depth + 1);
}

function tableLines(table: Element, document: Document): string[] {
  const standing = allOf(table, 'tr').filter((row) => !isGone(childOf(row, 'trPr')));
  const rows = standing.map((row) => {
    const before = Number(childOf(childOf(row, 'trPr'), 'gridBefore')?.attributes.val ?? 0);
    const skipped = Array.from({ length: before }, (): GridCell => ({ text: '' }));
    return [...skipped, ...cellsOf(row).map((cell) => gridCell(cell, document))];
  });
  return linesOfGrid(rows);
}

const cellsOf = (row: Element) => allOf(row, 'tc').filter((cell) => !childOf(childOf(cell, 'tcPr'), 'cellDel'));

function gridCell(cell: Element, document: Document): GridCell {
  const properties = childOf(cell, 'tcPr');
  const merge = childOf(properties, 'vMerge');
  return {
    text: linesIn(cell, document).join('\n'),
    span: Number(childOf(properties, 'gridSpan')?.attributes.val ?? 1),
    continues: merge !== undefined && merge.attributes.val !== 'restart',
  };
}
