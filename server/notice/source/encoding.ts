/** Offset of the first byte that UTF-8 does not allow, or -1. A character cut off is reported where it begins. */
export function firstBadUtf8(bytes: Uint8Array): number {
  for (let at = 0; at < bytes.length; ) {
    const length = utf8Length(bytes, at);
    if (length === 0) return neverUtf8(bytes, at);
    at += length;
  }
  return -1;
}

function utf8Length(bytes: Uint8Array, at: number): number {
  const [lead = 0, second = 0] = [bytes[at], bytes[at + 1]];
  if (lead < 0x80) return 1;
  const length = lead < 0xc2 || lead > 0xf4 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  const least = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const most = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  if (length === 0 || second < least || second > most) return 0;
  for (let next = at + 2; next < at + length; next++) if (((bytes[next] ?? 0) & 0xc0) !== 0x80) return 0;
  return length;
}

/** Within a broken character, a byte that UTF-8 never uses is the culprit rather than the lead before it. */
function neverUtf8(bytes: Uint8Array, at: number): number {
  if ((bytes[at] ?? 0) < 0xc2) return at;
  for (let next = at; next < Math.min(at + 4, bytes.length); next++) {
    const byte = bytes[next] ?? 0;
    if (byte === 0xc0 || byte === 0xc1 || byte > 0xf4) return next;
    if (next > at && (byte & 0xc0) !== 0x80) return at;
  }
  return at;
}

/** Walks GB18030 by its structure: how many bytes each character takes, 0 where none can begin. */
export function gb18030Length(bytes: Uint8Array, at: number): 0 | 1 | 2 | 4 {
  const [lead = 0, second = 0, third = 0, fourth = 0] = [bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]];
  if (lead < 0x80) return 1;
  if (lead === 0x80 || lead === 0xff) return 0;
  if (second >= 0x40 && second !== 0x7f && second !== 0xff) return 2;
  const four = digit(second) && third > 0x80 && third < 0xff && digit(fourth);
  return four ? 4 : 0;
}
const digit = (byte: number) => byte >= 0x30 && byte <= 0x39;

export function firstBadGb18030(bytes: Uint8Array): number {
  for (let at = 0; at < bytes.length; ) {
    const length = gb18030Length(bytes, at);
    if (length === 0) return at;
    at += length;
  }
  return -1;
}

/** Offset of the first half pair, or of a last odd byte; -1 when the text is whole. The two bytes of the mark are counted. */
export function firstBadUtf16(bytes: Uint8Array, little: boolean): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const surrogate = (at: number) => (at + 1 < bytes.length ? view.getUint16(at, little) >> 10 : 0);
  for (let at = 2; at + 1 < bytes.length; at += 2) {
    if (surrogate(at) === 0x37) return at;
    if (surrogate(at) !== 0x36) continue;
    if (surrogate(at + 2) !== 0x37) return at;
    at += 2;
  }
  return bytes.length % 2 === 0 ? -1 : bytes.length - 1;
}
