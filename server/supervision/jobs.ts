import type { Document } from '../render/document.ts';
import { renderPdf } from '../render/pdf.ts';

/** The 督办单 to be printed; rendering takes a thread of its own and is waited for outside any transaction. */
export async function printOrder({ paper, name }: { paper: Document; name: string }) {
  return { content: (await renderPdf(paper)).pdf, mediaType: 'application/pdf', name };
}
