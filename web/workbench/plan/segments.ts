/** A stretch of a source line: taken out before reading (`gone`), or what a doubt is about (`doubtful`). */
export type Segment = { at: number; text: string; gone: string | null; doubtful: boolean };
type Gone = { id: string; at: number; from: string };

/** Cuts a line at the ends of what was taken out of it and of what is in doubt; together the pieces are the line. */
export function segmentsOf(source: string, gone: readonly Gone[], doubts: readonly string[]): Segment[] {
  const out = gone
    .filter(({ at, from }) => source.startsWith(from, at))
    .map(({ id, at, from }) => ({ id, at, to: at + from.length }));
  const marked = doubts.flatMap((words) => placesOf(source, words));
  const cuts = [0, source.length, ...[...out, ...marked].flatMap(({ at, to }) => [at, to])];
  const ends = [...new Set(cuts)].sort((a, b) => a - b);
  return ends.slice(1).map((to, place) => {
    const at = ends[place] ?? 0;
    const inside = (span: { at: number; to: number }) => span.at <= at && to <= span.to;
    return { at, text: source.slice(at, to), gone: out.find(inside)?.id ?? null, doubtful: marked.some(inside) };
  });
}

/** A doubt about two windows names both; each is marked where it stands in this line. */
function placesOf(source: string, words: string) {
  const parts = source.includes(words) ? [words] : words.split('、');
  return parts
    .filter((part) => part !== '' && source.includes(part))
    .map((part) => ({ at: source.indexOf(part), to: source.indexOf(part) + part.length }));
}

/** A row of a table as its line has it, | a | b | → its cells and where each begins; null for any other line. */
export function rowCells(line: string): { at: number; text: string }[] | null {
  if (!/^\s*[|│].*[|│].*[|│]\s*$/.test(line)) return null;
  const [from, to] = [line.search(/[|│]/) + 1, line.trimEnd().length - 1];
  let at = from;
  return line
    .slice(from, to)
    .split(/[|│]/)
    .map((text) => {
      const cell = { at, text };
      at += text.length + 1;
      return cell;
    });
}
