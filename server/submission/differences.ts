export type Piece = { kind: 'same' | 'added' | 'removed'; text: string };

/** What became of each paragraph, in reading order; an untouched one is a single piece. */
export function differences(before: string, after: string): Piece[][] {
  const steps = aligned(paragraphs(before), paragraphs(after));
  const found: Piece[][] = [];
  for (let at = 0; at < steps.length; ) {
    const end = steps.findIndex(({ kind }, place) => place >= at && kind === 'same');
    const until = end < 0 ? steps.length : end;
    found.push(...rewritten(steps.slice(at, until)));
    if (end >= 0) found.push([steps[end] as Piece]);
    at = until + 1;
  }
  return found;
}

/** How many characters came and went. */
export function extent(paragraphs: readonly (readonly Piece[])[]): { added: number; removed: number } {
  const count = (kind: Piece['kind']) =>
    paragraphs.flat().reduce((sum, piece) => sum + (piece.kind === kind ? [...piece.text].length : 0), 0);
  return { added: count('added'), removed: count('removed') };
}

const paragraphs = (text: string) => text.split('\n').filter((line) => line.trim() !== '');

/** Between two untouched paragraphs: the first that went against the first that came, and so on. */
function rewritten(steps: readonly Piece[]): Piece[][] {
  const gone = steps.filter(({ kind }) => kind === 'removed');
  const come = steps.filter(({ kind }) => kind === 'added');
  return Array.from({ length: Math.max(gone.length, come.length) }, (_, place) => {
    const [was, is] = [gone[place], come[place]];
    return was && is ? joined(aligned(tokens(was.text), tokens(is.text))) : [(was ?? is) as Piece];
  });
}

/** A run of letters or digits changes as a whole, so that 86 becoming 68 is not told as a moved digit. */
const tokens = (text: string) => text.match(/[\d.,%]+|[a-z]+|./giu) ?? [];

function joined(pieces: readonly Piece[]): Piece[] {
  const found: Piece[] = [];
  for (const { kind, text } of pieces) {
    const last = found.at(-1);
    if (last?.kind === kind) last.text += text;
    else found.push({ kind, text });
  }
  return found;
}

const mostCells = 9_000_000; // two paragraphs of 3,000 characters; longer ones are shown whole

/** The longest common subsequence, removals before additions. */
function aligned(before: readonly string[], after: readonly string[]): Piece[] {
  if (before.length * after.length > mostCells) return whole(before, after);
  const width = after.length + 1;
  const longest = new Uint16Array((before.length + 1) * width);
  const cell = (i: number, j: number) => longest[i * width + j] ?? 0;
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      longest[i * width + j] = before[i] === after[j] ? cell(i + 1, j + 1) + 1 : Math.max(cell(i + 1, j), cell(i, j + 1));
    }
  }
  const found: Piece[] = [];
  for (let [i, j] = [0, 0]; i < before.length || j < after.length; ) {
    if (i < before.length && j < after.length && before[i] === after[j]) {
      found.push({ kind: 'same', text: after[j++] as string });
      i++;
    } else if (i < before.length && (j === after.length || cell(i + 1, j) >= cell(i, j + 1))) {
      found.push({ kind: 'removed', text: before[i++] as string });
    } else found.push({ kind: 'added', text: after[j++] as string });
  }
  return found;
}

const whole = (before: readonly string[], after: readonly string[]): Piece[] => [
  ...before.map((text) => ({ kind: 'removed' as const, text })),
  ...after.map((text) => ({ kind: 'added' as const, text })),
];
