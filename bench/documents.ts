import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { documentOf } from '../server/render/document.ts';
import { renderDocx } from '../server/render/docx.ts';
import { closePdf, renderPdf } from '../server/render/pdf.ts';
import { fivePages } from '../test/paper.ts';
import { row, timed } from './measure.ts';
import type { Row } from './row.ts';

/** A 通报 of five pages, its first line another each time, as when somebody edits it. Cold: the first since the start of the process. */
export async function run(): Promise<Row[]> {
  const cold: number[] = [];
  for (let round = 0; round < 10; round++) cold.push(await firstPdf());
  let draft = 0;
  const paper = () => documentOf(fivePages(`第${++draft}稿：现将2023年10月的情况通报如下。`));
  const pdf = async () => {
    const { pages } = await renderPdf(paper());
    if (pages !== 5) throw new Error(`${pages} pages instead of five`);
  };
  await pdf();
  const warm = await timed(50, pdf);
  await closePdf();
  await renderDocx(paper());
  const docx = await timed(30, () => renderDocx(paper()));
  return [
    row('pdf warm', warm),
    row(
      'pdf cold',
      cold.sort((a, b) => a - b),
    ),
    row('docx', docx),
  ];
}

async function firstPdf(): Promise<number> {
  const { stdout } = await promisify(execFile)(process.execPath, [new URL('./documents-cold.ts', import.meta.url).pathname]);
  return Number(stdout);
}
