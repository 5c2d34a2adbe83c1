import {
  AlignmentType,
  BorderStyle,
  type FileChild,
  type IParagraphOptions,
  type ITableFloatOptions,
  type Paragraph,
  Table,
  TableCell,
  TableRow,
  TabStopType,
  WidthType,
} from 'docx';
import type { Layout } from '../layout.ts';
import { type Form, line, words } from './form.ts';

/** 附件说明: names hang behind their numbers. */
export function drawList(form: Form, attachments: Layout['attachments']): Paragraph[] {
  const em = form.size * 10;
  return attachments.map(({ listed, title }, place) => {
    const hanging = em * (listed === '' ? 3 : 4) - (place > 0 ? em * 3 : 0);
    const indent = { left: em * (listed === '' ? 5 : 6), hanging };
    return line(form, [words(form, `${place > 0 ? '' : '附件：'}${listed}${title.join('')}`)], { indent });
  });
}

/** 署名 and 成文日期, from the right. */
export function drawSignature(form: Form, { signer, date, signerIndent, dateIndent }: NonNullable<Layout['signature']>) {
  const at = (text: string, indent: number) => {
    const right = Math.round(indent * form.size * 10);
    return line(form, [words(form, text)], { alignment: AlignmentType.RIGHT, indent: { right }, keepLines: true });
  };
  return [at(signer, signerIndent), at(date, dateIndent)];
}

/** 版记: a table at the foot of the page on which it is anchored. */
export function drawImprint(form: Form, { copies, issuer, printed }: NonNullable<Layout['imprint']>): FileChild[] {
  const tabStops = [{ type: TabStopType.RIGHT, position: form.board - small }];
  const last = row(form, `${issuer}\t${printed}`, { tabStops, indent: { left: small, right: small } });
  const hanging = { left: small * 4, right: small, hanging: small * 3 };
  const rows = copies === null ? [last] : [row(form, copies, { indent: hanging }), last];
  const width = { size: form.board, type: WidthType.DXA };
  const anchor = () => line(form, [], { spacing: { line: 20 } }); // also keeps two tables from growing together
  return [anchor(), new Table({ rows, borders, float, width, columnWidths: [form.board] }), anchor()];
}

const small = 280; // twips of 4号

function row(form: Form, text: string, options: IParagraphOptions): TableRow {
  const run = words(form, text, { size: small / 10, characterSpacing: 0 });
  return new TableRow({ children: [new TableCell({ children: [line(form, [run], { ...options, spacing: { line: 420 } })] })] });
}

const none = { style: BorderStyle.NONE };
const thick = { style: BorderStyle.SINGLE, size: 8 }; // eighths of a point: 0.35 mm
const thin = { style: BorderStyle.SINGLE, size: 6 }; // 0.25 mm
const borders = { top: thick, bottom: thick, insideHorizontal: thin, left: none, right: none, insideVertical: none };
const float: ITableFloatOptions = {
  horizontalAnchor: 'margin',
  verticalAnchor: 'margin',
  relativeHorizontalPosition: 'center',
  relativeVerticalPosition: 'bottom',
  overlap: 'never',
};
