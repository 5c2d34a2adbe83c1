import { refuse } from '../../kernel/refusal.ts';
import { type Archive, partOf } from './archive.ts';
import { linesOfPages } from './layout.ts';
import type { Glyphs, Page, Rule } from './page.ts';
import { refusals } from './refusals.ts';
import { allOf, childOf, type Element, textOf } from './xml.ts';

const inMillimetres = (text: string | undefined) => (text ?? '').trim().split(/\s+/).map(Number);

/** OFD (GB/T 33190), the official format: pages of placed text and drawn lines, measured in millimetres from the top left. */
export function ofdLines(archive: Archive): string[] {
  const root = allOf(partOf(archive, 'OFD.xml'), 'DocRoot')[0] ?? refuse(refusals.broken);
  const place = textOf(root).trim().replace(/^\//, '');
  const document = partOf(archive, place) ?? refuse(refusals.broken);
  const folder = place.replace(/[^/]*$/, '');
  const height = inMillimetres(textOf(allOf(document, 'PhysicalBox')[0] ?? root))[3] || 297;
  const pages = allOf(childOf(document, 'Pages'), 'Page').flatMap(({ attributes }) => {
    const name = attributes.BaseLoc ?? '';
    const page = partOf(archive, name.startsWith('/') ? name.slice(1) : folder + name);
    return page ? [pageOf(page, height)] : [];
  });
  return linesOfPages(pages);
}

const pageOf = (page: Element, height: number): Page => ({
  glyphs: allOf(page, 'TextObject').flatMap(glyphsOf),
  rules: allOf(page, 'PathObject').flatMap(ruleOf),
  height,
});

/** Each run of characters begins at its own place within its object; the steps between them are written out. */
function glyphsOf(object: Element): Glyphs[] {
  const [left = 0, top = 0] = inMillimetres(object.attributes.Boundary);
  const [a = 1, b = 0] = inMillimetres(object.attributes.CTM ?? '1 0 0 1 0 0');
  const scale = Math.hypot(a, b) || 1;
  const size = Number(object.attributes.Size ?? 4) * scale;
  return allOf(object, 'TextCode').map((code) => {
    const text = textOf(code);
    const steps = stepsIn(code.attributes.DeltaX);
    const width = steps.length > 0 ? steps.reduce((sum, step) => sum + step, 0) * scale + size : Array.from(text).length * size;
    const [x, y] = [Number(code.attributes.X ?? 0) * scale, Number(code.attributes.Y ?? 0) * scale];
    return { text, x: left + x, y: top + y, width, size };
  });
}

/** `g 3 5.2` stands for three steps of 5.2. */
function stepsIn(text: string | undefined): number[] {
  const words = (text ?? '').trim().split(/\s+/);
  const steps: number[] = [];
  for (let at = 0; at < words.length; at++) {
    if (words[at] !== 'g') steps.push(Number(words[at]));
    else {
      steps.push(...Array.from({ length: Math.min(Number(words[at + 1]) || 0, 2000) }, () => Number(words[at + 2])));
      at += 2;
    }
  }
  return steps.filter((step) => Number.isFinite(step));
}

const [THICKEST, SHORTEST] = [1, 2]; // mm

/** A path inside its boundary: M and L give its points, and what is long and thin is a rule. */
function ruleOf(object: Element): Rule[] {
  const [left = 0, top = 0] = inMillimetres(object.attributes.Boundary);
  const [a = 1, , , d = 1, e = 0, f = 0] = inMillimetres(object.attributes.CTM ?? '1 0 0 1 0 0');
  const data = textOf(childOf(object, 'AbbreviatedData') ?? { name: '', attributes: {}, children: [] });
  return data.split(/(?=[MS])/).flatMap((piece) => {
    const points = [...piece.matchAll(/[MSL]\s+([-\d.]+)\s+([-\d.]+)/g)].map(
      ([, x, y]) => [left + a * Number(x) + e, top + d * Number(y) + f] as const,
    );
    return points.slice(1).flatMap(([x, y], at) => {
      const [fromX, fromY] = points[at] ?? [x, y];
      const rule = { left: Math.min(x, fromX), right: Math.max(x, fromX), top: Math.min(y, fromY), bottom: Math.max(y, fromY) };
      const [width, tall] = [rule.right - rule.left, rule.bottom - rule.top];
      return Math.min(width, tall) < THICKEST && Math.max(width, tall) > SHORTEST ? [rule] : [];
    });
  });
}
