import { getDocumentProxy, getResolvedPDFJS } from 'unpdf';
import { Refused, refuse } from '../../kernel/refusal.ts';
import type { Told } from '../progress.ts';
import { linesOfPages } from './layout.ts';
import type { Glyphs, Page, Rule } from './page.ts';
import { refusals } from './refusals.ts';

type Document = Awaited<ReturnType<typeof getDocumentProxy>>;
type PdfPage = Awaited<ReturnType<Document['getPage']>>;
type Matrix = readonly [number, number, number, number, number, number];

const MOST_PAGES = 200;
export const isPdf = (bytes: Uint8Array) => new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).includes('%PDF-');

/** A PDF with text in it → its lines; a scan gives none. Throws `Refused` for what is broken or locked. */
export async function pdfLines(bytes: Uint8Array, told?: Told): Promise<string[]> {
  try {
    const document = await getDocumentProxy(Uint8Array.from(bytes));
    if (document.numPages > MOST_PAGES) refuse(refusals.tooManyPages(document.numPages, MOST_PAGES));
    const pages: Page[] = [];
    for (let no = 1; no <= document.numPages; no++) {
      told?.('逐页认出文字和表格', no - 1, document.numPages);
      pages.push(await pageOf(await document.getPage(no)));
    }
    return linesOfPages(pages);
  } catch (error) {
    if (error instanceof Refused) throw error;
    return refuse((error as Error).name === 'PasswordException' ? refusals.locked : refusals.broken);
  }
}

async function pageOf(page: PdfPage): Promise<Page> {
  const [left = 0, bottom = 0, , top = 0] = page.view;
  const { items } = await page.getTextContent();
  const glyphs = items.flatMap((item): Glyphs[] => {
    if (!('str' in item) || item.str === '') return [];
    const [, b = 0, , d = 0, x = 0, y = 0] = item.transform as number[];
    return [{ text: item.str, x: x - left, y: top - y, width: item.width, size: Math.hypot(b, d) || item.height }];
  });
  return { glyphs, rules: await rulesOf(page, top, left), height: top - bottom };
}

const THICKEST = 3;
const same: Matrix = [1, 0, 0, 1, 0, 0];

/** Every drawn path, piece by piece; what is long and thin is a rule, whether it was stroked or filled. */
async function rulesOf(page: PdfPage, top: number, left: number): Promise<Rule[]> {
  const { OPS } = await getResolvedPDFJS();
  const { fnArray, argsArray } = await page.getOperatorList();
  const rules: Rule[] = [];
  let [matrix, kept]: [Matrix, Matrix[]] = [same, []];
  for (const [at, operation] of fnArray.entries()) {
    const given = argsArray[at] as unknown[] | null;
    if (operation === OPS.save) kept.push(matrix);
    else if (operation === OPS.restore) matrix = kept.pop() ?? same;
    else if (operation === OPS.transform) matrix = times(matrix, given as unknown as Matrix);
    else if (operation === OPS.constructPath) {
      const boxes = boxesOf((given?.[1] as ArrayLike<number>[] | undefined)?.[0]);
      rules.push(...boxes.map((box) => ruleOf(box, matrix, top, left)).filter(isThin));
    }
  }
  return rules;
}

const times = ([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix => [
  a * g + c * h,
  b * g + d * h,
  a * i + c * j,
  b * i + d * j,
  a * k + c * l + e,
  b * k + d * l + f,
];

type Box = { x: [number, number]; y: [number, number] };
/** Codes of a path and how many numbers follow each: move, line, curve, quadratic curve, close. */
const numbers = [2, 2, 6, 4, 0];

/** A straight piece is a box of its own, and so is a closed shape as a whole. */
function boxesOf(path: ArrayLike<number> | undefined): Box[] {
  const boxes: Box[] = [];
  let shape: [number, number][] = [];
  for (let at = 0; path && at < path.length; ) {
    const code = path[at] ?? 4;
    const count = numbers[code] ?? 0;
    const point: [number, number] = [path[at + count - 1] ?? 0, path[at + count] ?? 0];
    if (code === 0) shape = [point];
    else if (code === 4) boxes.push(boxOf(shape));
    else {
      const before = shape.at(-1);
      if (code === 1 && before) boxes.push(boxOf([before, point]));
      shape.push(point);
    }
    at += count + 1;
  }
  return boxes;
}

function boxOf(points: readonly (readonly [number, number])[]): Box {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return { x: [Math.min(...xs), Math.max(...xs)], y: [Math.min(...ys), Math.max(...ys)] };
}

function ruleOf({ x: [x1, x2], y: [y1, y2] }: Box, [a, b, c, d, e, f]: Matrix, top: number, left: number): Rule {
  const xs = [a * x1 + c * y1 + e, a * x2 + c * y2 + e].map((x) => x - left);
  const ys = [b * x1 + d * y1 + f, b * x2 + d * y2 + f].map((y) => top - y);
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

function isThin({ left, right, top, bottom }: Rule): boolean {
  const [width, height] = [right - left, bottom - top];
  return Math.min(width, height) < THICKEST && Math.max(width, height) > 2 * THICKEST;
}
