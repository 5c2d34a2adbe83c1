const kinds: readonly (readonly [string, readonly number[]])[] = [
  ['PDF 文件', [0x25, 0x50, 0x44, 0x46]],
  ['压缩包或 Word、Excel、OFD 文件', [0x50, 0x4b, 0x03, 0x04]],
  ['旧版 Word、Excel 或 WPS 文件', [0xd0, 0xcf, 0x11, 0xe0]],
  ['图片', [0x89, 0x50, 0x4e, 0x47]],
  ['图片', [0xff, 0xd8, 0xff]],
  ['图片', [0x47, 0x49, 0x46, 0x38]],
  ['压缩包', [0x1f, 0x8b, 0x08]],
];

/** What the first bytes say it is, when it is certainly not text. */
export const binaryKind = (bytes: Uint8Array): string | null =>
  kinds.find(([, signature]) => signature.every((byte, at) => bytes[at] === byte))?.[0] ?? null;

/** The first NUL, or the first control character where they are more than a stray one in a hundred; else -1. */
export function firstControl(bytes: Uint8Array): number {
  let [first, count] = [-1, 0];
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === 0) return at;
    if (byte >= 0x20 || (byte >= 0x09 && byte <= 0x0d)) continue;
    if (first === -1) first = at;
    count++;
  }
  return count * 100 > bytes.length ? first : -1;
}
