import { AlignmentType, type FileChild, Table, TableCell, TableLayoutType, TableRow, VerticalAlign, WidthType } from 'docx';
import type { DrawnTable } from '../layout.ts';
import { centred, type Face, type Form, line, words } from './form.ts';

/** A caption and a table across the board, in twips; its head stands again on every page. */
export function drawTable(form: Form, it: DrawnTable, board: number): FileChild[] {
  const total = it.columns.reduce((sum, { width }) => sum + width, 0);
  const columnWidths = it.columns.map(({ width }) => Math.floor((board * width) / total));
  const width = { size: columnWidths.reduce((sum, each) => sum + each, 0), type: WidthType.DXA };
  const rows = [...headRows(form, it), ...bodyRows(form, it)];
  const table = new Table({ rows, columnWidths, width, layout: TableLayoutType.FIXED, margins });
  if (it.caption === null) return [table];
  const caption = words(form, it.caption, { face: 'hei', size: it.size * 2, characterSpacing: 0 });
  return [centred(form, [caption], { keepNext: true }), table];
}

const headRows = (form: Form, { head, size }: DrawnTable) =>
  head.map((cells) => {
    const children = cells.map(({ lines, across, down }) =>
      cell(form, { lines, face: 'hei', align: 'center', size, across, down }),
    );
    return new TableRow({ tableHeader: true, cantSplit: true, children });
  });

const bodyRows = (form: Form, { rows, columns, size }: DrawnTable) =>
  rows.map(({ texts, across, total }) => {
    const face = total ? 'hei' : 'fang';
    const children = texts.map((text, place) => {
      const align = across > 1 ? 'center' : (columns[place]?.align ?? 'left');
      return cell(form, { lines: [text], face, align, size, across, down: 1 });
    });
    return new TableRow({ cantSplit: true, children });
  });

type Cell = { lines: readonly string[]; face: Face; align: keyof typeof alignments; size: number; across: number; down: number };

/** `size` in points; lines a quarter higher, off the grid of the text. */
function cell(form: Form, { lines, face, align, size, across, down }: Cell): TableCell {
  const look = { face, size: size * 2, characterSpacing: 0 } as const;
  const runs = lines.map((text, place) => words(form, text, place > 0 ? { ...look, break: 1 } : look));
  const children = [line(form, runs, { alignment: alignments[align], spacing: { line: Math.round(size * 25) } })];
  return new TableCell({ columnSpan: across, rowSpan: down, verticalAlign: VerticalAlign.CENTER, children });
}

const alignments = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT };
const margins = { top: 40, bottom: 40, left: 60, right: 60 };
