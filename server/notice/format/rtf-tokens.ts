/** What a rich text file is made of: groups, control words with their number, bytes of text. */
export type Token =
  | { kind: 'open' }
  | { kind: 'close' }
  | { kind: 'word'; word: string; value: number | null }
  | { kind: 'star' }
  | { kind: 'byte'; byte: number };

const [BACKSLASH, OPEN, CLOSE, SPACE, MINUS] = [0x5c, 0x7b, 0x7d, 0x20, 0x2d];
const isLetter = (byte: number) => (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a);
const isDigit = (byte: number) => byte >= 0x30 && byte <= 0x39;
/** `\~`, `\-`, `\_` and an escaped brace or backslash; a backslash before a line's end is a paragraph's. */
const symbols: Readonly<Record<number, Token>> = {
  126: { kind: 'byte', byte: SPACE },
  95: { kind: 'byte', byte: MINUS },
  42: { kind: 'star' },
  10: { kind: 'word', word: 'par', value: null },
  13: { kind: 'word', word: 'par', value: null },
};

/** Calls `take` for each token in order; binary data and line ends between tokens are passed over. */
export function eachToken(bytes: Uint8Array, take: (token: Token) => void): void {
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at] ?? 0;
    if (byte === BACKSLASH) at = control(bytes, at + 1, take);
    else {
      if (byte === OPEN) take({ kind: 'open' });
      else if (byte === CLOSE) take({ kind: 'close' });
      else if (byte !== 0x0a && byte !== 0x0d && byte !== 0) take({ kind: 'byte', byte });
      at++;
    }
  }
}

function control(bytes: Uint8Array, start: number, take: (token: Token) => void): number {
  const first = bytes[start] ?? 0;
  if (first === 0x27) {
    take({ kind: 'byte', byte: Number.parseInt(latin(bytes, start + 1, start + 3), 16) || 0x3f });
    return start + 3;
  }
  if (!isLetter(first)) {
    const escaped = first === BACKSLASH || first === OPEN || first === CLOSE;
    const token = escaped ? ({ kind: 'byte', byte: first } as const) : symbols[first];
    if (token) take(token);
    return start + 1;
  }
  let at = start;
  while (isLetter(bytes[at] ?? 0)) at++;
  const word = latin(bytes, start, at);
  const digits = at;
  if (bytes[at] === MINUS) at++;
  while (isDigit(bytes[at] ?? 0)) at++;
  const value = at > digits ? Number(latin(bytes, digits, at)) : null;
  if (bytes[at] === SPACE) at++;
  if (word === 'bin') return at + Math.max(0, value ?? 0);
  take({ kind: 'word', word, value });
  return at;
}

const latin = (bytes: Uint8Array, from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to));
