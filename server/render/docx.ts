import type { Document } from './document.ts';
import { layout } from './layout.ts';

/** An editable file for WPS and Word, in the fonts that the standard names. */
export async function renderDocx(document: Document): Promise<Uint8Array> {
  const [docx, { sections }] = await Promise.all([import('docx'), import('./docx/sections.ts')]); // slow to load, and few requests want it
  const paper = layout(document);
  const creator = paper.signature?.signer ?? paper.head?.issuer ?? '';
  const about = { title: paper.title.join(''), creator, lastModifiedBy: creator };
  const file = new docx.Document({ ...about, sections: sections(paper), evenAndOddHeaderAndFooters: true });
  return docx.Packer.toBuffer(file);
}
