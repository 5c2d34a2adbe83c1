/** One byte a code point: 1 where some font can draw it. */
export const noCharacters = () => new Uint8Array(0x110000);

/** Marks what an OpenType font can draw, by its table `cmap`: format 4 holds the first plane, 12 all of them. */
export function markCharacters(cmap: DataView, has: Uint8Array): void {
  for (let entry = 0; entry < cmap.getUint16(2); entry++) {
    const at = cmap.getUint32(8 + entry * 8);
    const format = cmap.getUint16(at);
    if (format === 4) markSegments(cmap, at, has);
    if (format === 12) markGroups(cmap, at, has);
  }
}

/** Four parallel arrays, of ends, starts, deltas and offsets; glyph 0 means that there is none. */
function markSegments(cmap: DataView, at: number, has: Uint8Array): void {
  const size = cmap.getUint16(at + 6);
  for (let end = at + 14; end < at + 14 + size; end += 2) {
    const [start, delta, offset] = [end + size + 2, end + size * 2 + 2, end + size * 3 + 2];
    const [first, far] = [cmap.getUint16(start), cmap.getUint16(offset)];
    for (let character = first; character <= Math.min(cmap.getUint16(end), 0xfffe); character++) {
      const glyph = far === 0 ? character + cmap.getUint16(delta) : cmap.getUint16(offset + far + (character - first) * 2);
      if ((glyph & 0xffff) !== 0) has[character] = 1;
    }
  }
}

function markGroups(cmap: DataView, at: number, has: Uint8Array): void {
  for (let group = 0; group < cmap.getUint32(at + 12); group++) {
    const [first, last] = [cmap.getUint32(at + 16 + group * 12), cmap.getUint32(at + 20 + group * 12)];
    has.fill(1, first, last + 1);
  }
}

/** Where a font file of this beginning keeps a table. */
export function tableIn(start: DataView, tag: string): { offset: number; length: number } {
  for (let record = 12; record < 12 + start.getUint16(4) * 16; record += 16) {
    const name = [0, 1, 2, 3].map((place) => String.fromCharCode(start.getUint8(record + place))).join('');
    if (name === tag) return { offset: start.getUint32(record + 8), length: start.getUint32(record + 12) };
  }
  throw new RangeError(`the font has no table ${tag}`);
}

/** The characters of a text that no font has, each once. Controls, joiners and selectors have no shape of their own. */
export function missingFrom(has: Uint8Array, text: string): string[] {
  const drawn = text.replace(/\p{Cc}|\p{Cf}|\p{Variation_Selector}/gu, '');
  return [...new Set(drawn)].filter((character) => !has[character.codePointAt(0) ?? 0]);
}
