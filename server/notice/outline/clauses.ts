import type { Paragraph } from '../block/block.ts';

/** A numbered piece of the text. `no` is its whole way down, 三（二）7; `text` goes without its number. */
export type Clause = Paragraph & { no: string | null; level: number; section: string; parent: boolean };

type Piece = Pick<Clause, 'level' | 'text'>;

export const UNNUMBERED = 9;
type Numbering = { level: number; pattern: RegExp; label: (number: string) => string; under?: true };
const han = '[一二三四五六七八九十百]{1,4}';
const numberings: readonly Numbering[] = [
  { level: 0, pattern: new RegExp(`^第(${han})[章节编]\\s*`), label: () => '' },
  { level: 1, pattern: new RegExp(`^第(${han}|\\d{1,3})条\\s*[:：]?`), label: (number) => `第${number}条` },
  { level: 1, pattern: new RegExp(`^(${han})\\s*[、．.]\\s*`), label: (number) => number },
  { level: 2, pattern: new RegExp(`^[（(](${han})[）)]\\s*[、.]?\\s*`), label: (number) => `（${number}）` },
  { level: 2, pattern: /^([㈠-㈩])\s*/, label: (number) => number },
  { level: 3, pattern: /^(\d{1,2})\s*[.．、](?:(?!\d)|(?=\d{1,4}\s*[年月]))\s*/, label: (number) => number },
  {
    level: 3.5,
    pattern: /^(\d{1,2}\.\d{1,2})(?=\s*[\p{Script=Han}“《])(?!\s*[万亿元米公吨倍个件项条人％%])\s*/u,
    label: (number) => number,
    under: true,
  },
  { level: 4, pattern: /^[（(](\d{1,2})[）)]\s*/, label: (number) => `（${number}）` },
  { level: 4, pattern: /^(\d{1,2})[）)]\s*/, label: (number) => `（${number}）` },
  { level: 5, pattern: /^([①-⑳])\s*/, label: (number) => number },
];

/** Numbers inside a paragraph open a clause too, where a sentence ends before them. */
const inside = new RegExp(`(?<=[。；;])\\s*(?=${han}、|第${han}阶段[:：（(]|[（(]${han}[）)]|\\d{1,2}[.．、](?!\\d)[^\\d\\s])`);

/** Paragraphs → clauses in order; one without a number belongs to the clause before it. */
export function clausesOf(paragraphs: readonly Paragraph[]): Clause[] {
  const open: { level: number; label: string }[] = [];
  let section = '';
  const clauses = paragraphs.flatMap(pieces).map((piece): Clause => {
    const found = numbered(piece.text, open.findLast(({ level }) => level === 3)?.label);
    if (found) {
      while ((open.at(-1)?.level ?? -1) >= found.level) open.pop();
      open.push(found);
      if (open.length === 1) section = headingOf(found.text);
    }
    const no = open.map(({ label }) => label).join('') || null;
    return { ...piece, text: found?.text ?? piece.text, no, level: found?.level ?? UNNUMBERED, section, parent: false };
  });
  return clauses.map((clause, index) => ({
    ...clause,
    parent: clause.level < UNNUMBERED && leads(clause, clauses[index + 1]),
  }));
}

const LONGEST_SLOGAN = 12;
/** A deeper number makes a heading of what stands above it; a mere paragraph does so only of what says nothing by itself. */
const leads = (clause: Piece, next: Piece | undefined) =>
  (next?.level ?? 0) > clause.level &&
  (next?.level !== UNNUMBERED || !/[。；]$/.test(clause.text) || clause.text.length <= LONGEST_SLOGAN);

const pieces = (paragraph: Paragraph) => paragraph.text.split(inside).map((text) => ({ ...paragraph, text: text.trim() }));

/** 2.1 counts only under 2: elsewhere it is a number or a day. */
function numbered(text: string, above: string | undefined): { level: number; label: string; text: string } | null {
  for (const { level, pattern, label, under } of numberings) {
    const [said, number = ''] = pattern.exec(text) ?? [];
    if (said === undefined || (under && !number.startsWith(`${above}.`))) continue;
    const own = under ? number.slice(`${above}`.length) : label(number);
    return { level, label: own, text: text.slice(said.length) };
  }
  return null;
}

const LONGEST_HEADING = 40;
/** The clause's own title: up to its first stop, if that is short. */
export function headingOf(text: string): string {
  const stop = text.search(/[。：:；]/);
  const heading = (stop === -1 ? text : text.slice(0, stop)).trim();
  return heading.length <= LONGEST_HEADING ? heading : '';
}
