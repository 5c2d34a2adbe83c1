import { documentOf } from '../server/render/document.ts';
import { closePdf, renderPdf } from '../server/render/pdf.ts';
import { fivePages } from '../test/paper.ts';
import { timed } from './measure.ts';

/** In a process of its own, because Typst remembers across threads: the first paper since the start, in milliseconds. */
const paper = documentOf(fivePages('第1稿：现将2023年10月的情况通报如下。'));
const [first] = await timed(1, () => renderPdf(paper));
process.stdout.write(`${first}`);
await closePdf();
