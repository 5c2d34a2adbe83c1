import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { renderForm } from '../render/xlsx.ts';
import { formOf, type YearForm } from './yearForm.ts';

const inProject = (path: string) => readFile(join(import.meta.dirname, '../..', path), 'utf8');

/** A scheme to begin from, and how one is written: both lie beside the program. */
export const exampleScheme = () => inProject('database/demo/scheme.json');
export const schemeGuide = () => inProject('docs/scheme-guide.md');

/** The year as the sheet that the 县绩效办 takes. */
export async function renderYear(form: YearForm) {
  const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return { content: await renderForm(formOf(form)), mediaType, name: `${form.year.year}年度得分表.xlsx` };
}
