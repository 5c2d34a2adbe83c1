/** Bytes of text in a rich text file, each run in the encoding of its font. */
export type Fonts = { charsets: Map<number, number>; ansi: number };

const labels: Readonly<Record<number, string>> = { 134: 'gb18030', 136: 'big5', 128: 'shift_jis', 129: 'euc-kr' };

/** One run → its characters. A font may claim to be western while its bytes are Chinese: then the document decides. */
export function textIn(bytes: readonly number[], font: number | null, { charsets, ansi }: Fonts): string {
  const given = Uint8Array.from(bytes);
  if (given.every((byte) => byte < 0x80)) return String.fromCharCode(...given);
  const own = labels[charsets.get(font ?? -1) ?? -1];
  const chinese = ansi === 936 || [...charsets.values()].includes(134) ? 'gb18030' : null;
  for (const label of [own, chinese, 'windows-1252'] as const) {
    const text = label ? decoded(given, label) : null;
    if (text !== null) return text;
  }
  return '';
}

function decoded(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
