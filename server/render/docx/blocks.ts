import { type FileChild, ImageRun, Paragraph } from 'docx';
import type { DrawnBlock } from '../layout.ts';
import { centred, type Face, type Form, indented, line, words } from './form.ts';
import { drawTable } from './table.ts';

const levelFaces: Record<1 | 2 | 3 | 4, Face> = { 1: 'hei', 2: 'kai', 3: 'fang', 4: 'fang' };

/** `board`: the width of text on this page, in twips. */
export function drawBlock(form: Form, block: DrawnBlock, board: number): FileChild[] {
  if (block.kind === 'table') return drawTable(form, block, board);
  if (block.kind === 'figure') return drawFigure(form, block);
  if (block.kind === 'paragraph') return [indented(form, [words(form, block.text)])];
  if (block.kind === 'note') return [line(form, [words(form, block.text, { size: form.size * 0.75 })])];
  const { level, text, runOn } = block;
  const runs = [words(form, text, { face: levelFaces[level] }), ...(runOn === null ? [] : [words(form, runOn)])];
  return [indented(form, runs, runOn === null ? { outlineLevel: level, keepNext: true } : {})];
}

function drawFigure(form: Form, { svg, caption, widthInMm }: Extract<DrawnBlock, { kind: 'figure' }>): FileChild[] {
  const width = Math.round((widthInMm / 25.4) * 96);
  const transformation = { width, height: Math.round(width * heightToWidth(svg)) };
  const fallback = { type: 'png', data: Buffer.from(clearPixel, 'base64'), transformation } as const;
  const altText = { name: caption, description: caption };
  const picture = new ImageRun({ type: 'svg', data: Buffer.from(svg), transformation, fallback, altText });
  const name = words(form, caption, { face: 'hei', size: form.size * 0.75 });
  return [new Paragraph({ alignment: 'center', keepNext: true, children: [picture] }), centred(form, [name])];
}

// for programs of before 2016, which know no SVG
const clearPixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAAC0lEQVR42mNgAAIAAAUAAen63NgAAAAASUVORK5CYII=';

function heightToWidth(svg: string): number {
  const [, width, height] = /viewBox\s*=\s*["'][\d.-]+[\s,]+[\d.-]+[\s,]+([\d.]+)[\s,]+([\d.]+)/.exec(svg) ?? sides(svg);
  return Number(height) / Number(width) || 0.5;
}

const sides = (svg: string) =>
  ['', 'width', 'height'].map((side) => new RegExp(`<svg[^>]*\\s${side}\\s*=\\s*["']([\\d.]+)`).exec(svg)?.[1]);
