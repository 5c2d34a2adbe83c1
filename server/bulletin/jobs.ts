import type { Document } from '../render/document.ts';
import { renderDocx } from '../render/docx.ts';
import { renderPdf } from '../render/pdf.ts';
import { renderXlsx } from '../render/xlsx.ts';

const office = 'application/vnd.openxmlformats-officedocument';
export const kinds = {
  pdf: { mediaType: 'application/pdf', render: async (document: Document) => (await renderPdf(document)).pdf },
  docx: { mediaType: `${office}.wordprocessingml.document`, render: renderDocx },
  xlsx: { mediaType: `${office}.spreadsheetml.sheet`, render: renderXlsx },
} as const;
export type Kind = keyof typeof kinds;

/** The paper as a file, under a name that says what it is. Outside of any transaction: it takes its time. */
export async function printed({ document, month }: { document: Document; month: string }, kind: Kind) {
  const { mediaType, render } = kinds[kind];
  const name = `${document.marking ?? ''}${month}通报.${kind}`;
  return { content: await render(document), mediaType, name };
}

/** Characters that stand as empty boxes on the page. */
export const missingGlyphs = async (document: Document): Promise<{ pages: number; missing: string[] }> => {
  const { pages, missing } = await renderPdf(document);
  return { pages, missing };
};
