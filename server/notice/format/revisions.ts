import type { FileDoubt } from './doubt.ts';
import { childOf, type Element, elementsOf } from './xml.ts';

/** Deleted or moved away, as the properties of a row or of a paragraph's end say. */
export const isGone = (properties: Element | undefined) =>
  childOf(properties, 'del') !== undefined || childOf(properties, 'moveFrom') !== undefined;

/** Text that its writer hid: nobody sees it on paper. */
export function isHidden(run: Element): boolean {
  const vanish = childOf(childOf(run, 'rPr'), 'vanish');
  return vanish !== undefined && !['0', 'false', 'off'].includes(vanish.attributes.val ?? '');
}

type Revisions = { deleted: number; inserted: number; hidden: number };
const none: Revisions = { deleted: 0, inserted: 0, hidden: 0 };

const marks = ['del', 'ins', 'moveFrom', 'moveTo', 'cellDel', 'vanish'];
/** How many stretches of the text are changes that nobody has accepted yet, and how many are hidden; few files have any. */
export const revisionsIn = (body: Element, met: ReadonlySet<string>): Revisions =>
  marks.some((mark) => met.has(mark)) ? countedIn(body, { ...none }) : none;

function countedIn(element: Element, found: Revisions): Revisions {
  for (const child of elementsOf(element)) {
    if (child.name === 'del' || child.name === 'moveFrom' || child.name === 'cellDel') found.deleted++;
    else if (child.name === 'ins' || child.name === 'moveTo') found.inserted++;
    else if (child.name === 'r' && isHidden(child)) found.hidden++;
    countedIn(child, found);
  }
  return found;
}

/** Asked once for the whole file: what stands there is not what everybody sees. */
export function revisionDoubts({ deleted, inserted, hidden }: Revisions, comments: number): FileDoubt[] {
  const changed = deleted + inserted > 0;
  const said = [
    ...(changed ? [`有没接受的修订（插入 ${inserted} 处，删去 ${deleted} 处）：插入的读了，删去的没有读`] : []),
    ...(hidden > 0 ? [`有 ${hidden} 处隐藏文字，没有读`] : []),
    ...(comments > 0 ? [`有 ${comments} 条批注，没有读`] : []),
  ];
  return said.length === 0
    ? []
    : [{ line: 1, part: changed ? '修订' : '批注', why: `文件里${said.join('；')}。请确认这是定稿。` }];
}
