import { hanNumber } from './han.ts';
import { allOf, childOf, childrenOf, type Element } from './xml.ts';

export type Level = { start: number; format: string; text: string };
/** Word keeps 一、（二） 3. out of the text: a list and a level, counted as they come. */
export type Numbering = { labelOf: (list: string, level: number) => string };

const value = (element: Element | undefined, name: string) => childOf(element, name)?.attributes.val;

/** `numbering.xml` → what stands before each numbered paragraph, asked once for each in the order of the text. */
export function numberingOf(part: Element | undefined): Numbering {
  const abstracts = new Map(childrenOf(part, 'abstractNum').map((each) => [each.attributes.abstractNumId, levelsOf(each)]));
  const lists = new Map(childrenOf(part, 'num').map((each) => [each.attributes.numId, listOf(each, abstracts)]));
  return countingOf(lists);
}

/** A list by its name; lists with one `counter` go on counting together. */
export type List = { levels: (Level | undefined)[]; counter: string };

export function countingOf(lists: ReadonlyMap<string | undefined, List>): Numbering {
  const counted = new Map<string, (number | undefined)[]>();
  return {
    labelOf(list, level) {
      const found = lists.get(list);
      const own = found?.levels[level];
      if (!found || !own) return '';
      const counts = counted.get(found.counter) ?? [];
      counts[level] = (counts[level] ?? own.start - 1) + 1;
      counts.length = level + 1;
      counted.set(found.counter, counts);
      return own.text.replaceAll(/%(\d)/g, (_, place: string) => numberIn(found.levels, counts, Number(place) - 1));
    },
  };
}

function numberIn(levels: readonly (Level | undefined)[], counts: readonly (number | undefined)[], place: number): string {
  const { start = 1, format = 'decimal' } = levels[place] ?? {};
  return formatted(counts[place] ?? start, format);
}

const levelsOf = (element: Element) => {
  const levels: (Level | undefined)[] = [];
  for (const level of allOf(element, 'lvl')) {
    const format = value(level, 'numFmt') ?? 'decimal';
    const text = format === 'bullet' || format === 'none' ? '' : (value(level, 'lvlText') ?? '');
    levels[Number(level.attributes.ilvl)] = { start: Number(value(level, 'start') ?? 1), format, text };
  }
  return levels;
};

/** A list that starts anew counts for itself; lists of one kind that do not, go on counting together. */
function listOf(element: Element, abstracts: ReadonlyMap<string | undefined, (Level | undefined)[]>) {
  const kind = value(element, 'abstractNumId') ?? '';
  const levels = [...(abstracts.get(kind) ?? [])];
  const overrides = childrenOf(element, 'lvlOverride');
  for (const override of overrides) {
    const place = Number(override.attributes.ilvl);
    const start = value(override, 'startOverride');
    const base = childOf(override, 'lvl') ? levelsOf(override)[place] : levels[place];
    if (base) levels[place] = { ...base, start: start === undefined ? base.start : Number(start) };
  }
  const anew = overrides.some((override) => childOf(override, 'startOverride'));
  return { levels, counter: anew ? `list ${element.attributes.numId}` : kind };
}

function formatted(count: number, format: string): string {
  if (/chinese|ideograph|japanese|taiwanese|korean/i.test(format)) return hanNumber(count);
  if (format === 'decimalEnclosedCircle' && count <= 20) return String.fromCodePoint(0x2460 + count - 1);
  if (format === 'upperLetter' || format === 'lowerLetter') {
    const letter = String.fromCharCode(65 + ((count - 1) % 26));
    return format === 'upperLetter' ? letter : letter.toLowerCase();
  }
  return String(count);
}
