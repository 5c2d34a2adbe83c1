import { pagesOf, placedIn, sizeOf } from './doc-paragraphs.ts';

/** Characters that a reader of the paper does not see: deleted but not yet accepted as such, or hidden. */
export type Unseen = 'deleted' | 'hidden' | null;
type Stretch = { from: number; to: number; unseen: Unseen; inserted: boolean };
export type Runs = { unseenAt: (place: number) => Unseen; deleted: number; inserted: number; hidden: number };

const [DELETED, INSERTED, HIDDEN] = [0x0800, 0x0801, 0x083c];

/** What Word 97 keeps of its characters that matters here (MS-DOC 2.4.6.2), by place in the file. */
export function runsOfDoc(main: Uint8Array, table: Uint8Array): Runs {
  const marked = pagesOf(main, table, 0xfa).flatMap(stretchesIn);
  const at = placedIn(marked);
  const count = (wanted: (stretch: Stretch) => boolean) => marked.filter(wanted).length;
  return {
    unseenAt: (place) => at(place)?.unseen ?? null,
    deleted: count(({ unseen }) => unseen === 'deleted'),
    hidden: count(({ unseen }) => unseen === 'hidden'),
    inserted: count(({ inserted }) => inserted),
  };
}

function stretchesIn(page: Uint8Array): Stretch[] {
  const view = new DataView(page.buffer, page.byteOffset, page.byteLength);
  const count = Math.min(page.at(-1) ?? 0, 101);
  return Array.from({ length: count }, (_, at): Stretch => {
    const offset = 2 * (page[(count + 1) * 4 + at] ?? 0);
    const changes = offset === 0 ? page.subarray(0, 0) : page.subarray(offset + 1, offset + 1 + (page[offset] ?? 0));
    return { from: view.getUint32(at * 4, true), to: view.getUint32(at * 4 + 4, true), ...marksIn(changes) };
  }).filter(({ unseen, inserted }) => unseen !== null || inserted);
}

function marksIn(changes: Uint8Array): Pick<Stretch, 'unseen' | 'inserted'> {
  const view = new DataView(changes.buffer, changes.byteOffset, changes.byteLength);
  const found: Pick<Stretch, 'unseen' | 'inserted'> = { unseen: null, inserted: false };
  for (let at = 0; at + 2 < changes.length; ) {
    const [code, on] = [view.getUint16(at, true), changes[at + 2] === 1];
    if (code === DELETED && on) found.unseen = 'deleted';
    if (code === HIDDEN && on) found.unseen ??= 'hidden';
    if (code === INSERTED && on) found.inserted = true;
    at += 2 + sizeOf(code, view, at + 2);
  }
  return found;
}
