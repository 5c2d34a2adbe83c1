import { BorderStyle, type FileChild, LineRuleType } from 'docx';
import type { Layout } from '../layout.ts';
import { blanks, centred, type Form, line, twips, words } from './form.ts';

const red = 'D6000F';
const markingGrey = 'BFBFBF';

/** 份号, 密级, 紧急程度 at the left; 发文机关标志 35 mm below the board's upper edge, 发文字号, the red rule. */
export function drawHead(form: Form, { copyNo, secrecy, urgency, issuer, size, condensed, number }: NonNullable<Layout['head']>) {
  const marks = [
    ...(copyNo === null ? [] : [words(form, copyNo)]),
    ...[secrecy, urgency].filter((mark) => mark !== null).map((mark) => words(form, mark, { face: 'hei' })),
  ].map((mark) => line(form, [mark]));
  const look = { face: 'title', size: size * 2, scale: Math.round(condensed * 100), color: red, characterSpacing: 0 } as const;
  const before = Math.max(0, twips(35) - marks.length * form.line);
  const rule = { bottom: { style: BorderStyle.SINGLE, size: 8, color: red, space: 11 } };
  return [
    ...marks,
    centred(form, [words(form, issuer, look)], { spacing: { before, line: 240, lineRule: LineRuleType.AUTO } }),
    ...blanks(form, 2),
    centred(form, [words(form, number ?? '')], { border: rule }),
    ...blanks(form, 2),
  ] satisfies FileChild[];
}

/** What stands on every page, such as 预览. */
export const drawMarking = (form: Form, marking: string) =>
  centred(form, [words(form, marking, { face: 'hei', size: 72, color: markingGrey })], { spacing: { line: 900 } });
