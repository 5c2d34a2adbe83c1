import type { Block, Column, Document } from './document.ts';
import { headingNumbers } from './headings.ts';
import { headLines } from './headLines.ts';
import { bodyRows, headRows } from './table.ts';
import { dayInWords, widthInCharacters } from './text.ts';

/** What PDF, docx and HTML share: everything worded, numbered and measured, so that they only draw. Widths in characters of the text. */
export function layout({ addressee, body, attachments, signature, annotation, imprint, head, ...rest }: Document) {
  return {
    ...rest,
    head: head && { ...head, ...issuerType(head.issuer) },
    addressee: addressee && `${addressee}：`,
    body: drawn(body, false),
    attachments: attachments.map(({ title, body, landscape }, place) => {
      const no = attachments.length > 1 ? `${place + 1}` : '';
      return { label: `附件${no}`, listed: no && `${no}. `, title, landscape, body: drawn(body, landscape) };
    }),
    signature: signature && signatureLines(signature),
    annotation: annotation && `（${annotation}）`,
    imprint: imprint && imprintLines(imprint),
  };
}

export type Layout = ReturnType<typeof layout>;
export type DrawnBlock = Layout['body'][number];
export type DrawnTable = Extract<DrawnBlock, { kind: 'table' }>;

function drawn(blocks: readonly Block[], landscape: boolean) {
  const numbers = headingNumbers(blocks);
  return blocks.map((block, place) => {
    if (block.kind === 'heading') return { ...block, text: `${numbers[place]}${block.text}` };
    if (block.kind !== 'table') return block;
    const { kind, caption, columns } = block;
    const size = typeSize(columns.length, landscape);
    return { kind, caption, columns, head: headsOf(columns, size, landscape), rows: bodyRows(block), size };
  });
}

/** The head with its lines, as far as the columns under it are wide. */
function headsOf(columns: readonly Column[], size: number, landscape: boolean) {
  const point = (landscape ? lyingBoardInPoints : boardInPoints) / columns.reduce((sum, { width }) => sum + width, 0);
  return headRows(columns).map((cells) =>
    cells.map((cell) => {
      const across = columns.slice(cell.column, cell.column + cell.across).reduce((sum, { width }) => sum + width, 0);
      return { ...cell, lines: headLines(cell.text, (across * point - cellMargins) / size) };
    }),
  );
}

/** Points of the type in a table: 小四, 五号, 小五 as columns grow. */
function typeSize(columns: number, landscape: boolean): number {
  const room = landscape ? 10 : 6;
  return columns <= room ? 12 : columns <= room + 4 ? 10.5 : 9;
}

const boardInPoints = 442.2; // 版心 156 mm; of the plain form wider
const lyingBoardInPoints = 637.8; // 225 mm
const cellMargins = 7; // 3 points on both sides, and the line between
const issuerHeight = 45; // below the 15 mm that the standard's model keeps to
const narrowest = 0.55;

/** 发文机关标志 on one line: a long name is first condensed, then set smaller. */
function issuerType(issuer: string) {
  const fit = boardInPoints / (widthInCharacters(issuer) * issuerHeight);
  const condensed = Math.min(1, Math.max(narrowest, fit));
  return { size: issuerHeight * Math.min(1, fit / condensed), condensed };
}

/** Indents from the right. Sealed: the date keeps four characters and the name is centred on it; else the date begins two after the name. */
function signatureLines({ signer, date: day, sealed }: NonNullable<Document['signature']>) {
  const date = dayInWords(day);
  const longer = widthInCharacters(signer) - widthInCharacters(date);
  const shift = Math.max(0, longer / 2 - 2); // a long name keeps two characters, and takes the date along
  if (sealed) return { signer, date, signerIndent: 4 - longer / 2 + shift, dateIndent: 4 + shift };
  return { signer, date, signerIndent: longer >= 0 ? 2 : 4 - longer, dateIndent: longer >= 0 ? longer : 2 };
}

function imprintLines({ copies, issuer, date }: NonNullable<Document['imprint']>) {
  return { copies: copies && `抄送：${copies.replace(/。$/, '')}。`, issuer, printed: `${dayInWords(date)}印发` };
}
