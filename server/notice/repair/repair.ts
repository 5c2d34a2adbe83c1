import { type Line, type Question, question, type Repair } from '../reading.ts';
import { damagedRuns } from './damage.ts';
import { applyEdits, type Edit, repairId, sourceColumn } from './edit.ts';
import { glosses } from './gloss.ts';
import { simplify } from './script.ts';
import { widths } from './width.ts';

export type Repaired = { lines: Line[]; repairs: Repair[]; questions: Question[] };
type Edited = { line: number; source: string; text: string; edits: Edit[] };

const SIMPLIFY = 'simplify';

/** Numbered lines as they came → lines fit to be read. Repairs named in `keep` are left undone; damage is asked about, not mended. */
export function repairLines(sources: readonly string[], keep: ReadonlySet<string>): Repaired {
  const edited = sources.map((source, index) => edit(source, index + 1, keep));
  const lines = keep.has(SIMPLIFY) ? edited : simplified(edited);
  const repairs = edited.flatMap(({ line, edits }) =>
    edits.map((each) => ({ id: repairId(each.kind, line, each.at), line, ...each })),
  );
  const changed = lines.findIndex(({ text }, index) => text !== edited[index]?.text);
  if (changed !== -1) repairs.unshift(simplification(edited[changed], lines[changed]));
  return { lines: lines.map(({ line, source, text }) => ({ line, source, text })), repairs, questions: edited.flatMap(damage) };
}

function edit(source: string, line: number, keep: ReadonlySet<string>): Edited {
  const found = [...glosses(source), ...widths(source)].sort((a, b) => a.at - b.at);
  const edits = found.filter(({ kind, at }, index) => {
    const before = found[index - 1];
    return !keep.has(repairId(kind, line, at)) && !(before && before.at + before.from.length > at);
  });
  return { line, source, text: edits.length > 0 ? applyEdits(source, edits) : source, edits };
}

/** In one go, so that words are known by their neighbours and the whole document counts as one repair. */
function simplified(lines: readonly Edited[]): Edited[] {
  const texts = simplify(lines.map(({ text }) => text).join('\n')).split('\n');
  return lines.map((line, index) => ({ ...line, text: texts[index] ?? line.text }));
}

function simplification(before: Edited | undefined, after: Edited | undefined): Repair {
  const [from, to] = [before?.text ?? '', after?.text ?? ''];
  return { id: SIMPLIFY, kind: 'simplify', line: before?.line ?? 1, at: 0, from, to };
}

const reversing = /[\u202b\u202e\u2067]/;
const reversed = '这一行夹着从右往左排字的记号，看到的先后和文件里的可能不同。请对照纸质原件。';

function damage({ line, source, text, edits }: Edited): Question[] {
  const choices = ['照原件填写', '留着，注明“原件损坏”'];
  if (reversing.test(source)) return [question('damaged', line, text.trim(), reversed, choices)];
  return damagedRuns(text).map(({ from, to }) => {
    const quoted = source.slice(sourceColumn(edits, from), sourceColumn(edits, to));
    return question('damaged', line, quoted, '这里有损坏的字，读不出。请照纸质原件填写。', choices);
  });
}
