import type { Block, Document, Table } from './document.ts';
import { type DrawnBlock, layout } from './layout.ts';

/** The words of a paper, line by line, each table replaced by a pointer to its sheet. */
export function textLines(document: Document): string[] {
  const { marking, head, title, addressee, body, attachments, signature, annotation, imprint } = layout(document);
  const listed = attachments.map(({ label, title }) => `${label}：${title.join('')}`);
  const lines = [
    [marking, head?.copyNo, head?.secrecy, head?.urgency, head?.issuer, head?.number, title.join(''), addressee],
    body.map(lineOf),
    listed,
    [signature?.signer, signature?.date, annotation],
    attachments.flatMap(({ label, title, body }) => [`${label}　${title.join('')}`, ...body.map(lineOf)]),
    [imprint?.copies, imprint && `${imprint.issuer}　${imprint.printed}`],
  ];
  return lines.flat().filter((line) => line !== null && line !== undefined);
}

function lineOf(block: DrawnBlock): string {
  if (block.kind === 'table') return `（表格“${block.caption ?? untitled}”见另一工作表）`;
  if (block.kind === 'figure') return `（图：${block.caption}）`;
  return block.kind === 'heading' ? `${block.text}${block.runOn ?? ''}` : block.text;
}

const untitled = '表';

/** Every table with a name: its caption, else the attachment that it stands in. */
export function titledTables({ body, attachments }: Document): { title: string; table: Table }[] {
  const among = (blocks: readonly Block[], otherwise: string) =>
    blocks.filter((block) => block.kind === 'table').map((table) => ({ title: table.caption ?? otherwise, table }));
  return [...among(body, untitled), ...attachments.flatMap(({ title, body }) => among(body, title.join('')))];
}

/** Names as Excel wants them: without its signs, at most 31 characters, none twice. */
export function sheetNames(titles: readonly string[]): string[] {
  const names: string[] = [];
  for (const title of titles) {
    const plain = title.replace(/[[\]:*?/\\']/g, ' ').trim() || untitled;
    let name = plain.slice(0, 31);
    for (let again = 2; names.includes(name); again++) name = `${plain.slice(0, 26)}（${again}）`;
    names.push(name);
  }
  return names;
}
