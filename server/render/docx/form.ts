import { AlignmentType, type IParagraphOptions, type IRunOptions, LineRuleType, Paragraph, TextRun } from 'docx';

/** The fonts of the standard, named and not embedded: the offices have them, and they may not be passed on. */
const faces = { fang: '仿宋_GB2312', kai: '楷体_GB2312', hei: '黑体', song: '宋体', title: '方正小标宋简体' };
export type Face = keyof typeof faces;

/** Sizes in half-points, lengths in twips (a twentieth of a point). */
export type Form = { size: number; title: number; line: number; characterSpacing: number; board: number; lyingBoard: number };
export const official: Form = { size: 32, title: 44, line: 560, characterSpacing: -5, board: 8845, lyingBoard: 12757 };
export const plain: Form = { size: 24, title: 36, line: 400, characterSpacing: 0, board: 9411, lyingBoard: 14372 };

export const twips = (millimetres: number) => Math.round((millimetres * 1440) / 25.4);

export type Look = Omit<IRunOptions, 'font'> & { face?: Face };

export function words(form: Form, text: string, { face = 'fang', ...look }: Look = {}): TextRun {
  const name = faces[face];
  const font = { ascii: name, hAnsi: name, eastAsia: name, cs: name, hint: 'eastAsia' } as const;
  return new TextRun({ text, size: form.size, characterSpacing: form.characterSpacing, ...look, font });
}

/** A line or paragraph at the exact pitch of the form; nothing is indented unless told. */
export function line(form: Form, children: readonly TextRun[], options: IParagraphOptions = {}): Paragraph {
  const spacing = { line: form.line, lineRule: LineRuleType.EXACT, ...options.spacing };
  return new Paragraph({ autoSpaceEastAsianText: false, ...options, spacing, children });
}

/** Running text: the first line two characters in. */
export const indented = (form: Form, children: readonly TextRun[], options: IParagraphOptions = {}) =>
  line(form, children, { alignment: AlignmentType.BOTH, indent: { firstLine: form.size * 20 }, ...options });

export const centred = (form: Form, children: readonly TextRun[], options: IParagraphOptions = {}) =>
  line(form, children, { alignment: AlignmentType.CENTER, ...options });

export const blanks = (form: Form, count: number) => Array.from({ length: count }, () => line(form, []));

/** 标题: its lines as the writer broke them. */
export const title = (form: Form, lines: readonly string[], size = form.title) =>
  lines.map((text) =>
    centred(form, [words(form, text, { face: 'title', size, characterSpacing: 0 })], { spacing: { line: size * 10 + 240 } }),
  );
