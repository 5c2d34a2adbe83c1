import { documentOf } from '../render/document.ts';
import { renderDocx } from '../render/docx.ts';
import { renderPdf } from '../render/pdf.ts';
import { type Week, weekPaper } from './week.ts';

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
export type Kind = 'pdf' | 'docx';

/** The page as a file. Outside of any transaction: it takes its time. */
export async function printedWeek(week: Week, kind: Kind) {
  const document = documentOf(weekPaper(week));
  const name = `本周一页纸 ${week.from}.${kind}`;
  if (kind === 'docx') return { content: await renderDocx(document), mediaType: word, name };
  return { content: (await renderPdf(document)).pdf, mediaType: 'application/pdf', name };
}
