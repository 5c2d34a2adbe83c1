import type { Document } from '../render/document.ts';
import { renderPdf } from '../render/pdf.ts';

/** The 审签单 to be printed; rendering takes a thread of its own and is waited for outside any transaction. */
export async function printSheet({ sheet, name }: { sheet: Document; name: string }) {
  return { content: (await renderPdf(sheet)).pdf, mediaType: 'application/pdf', name };
}
