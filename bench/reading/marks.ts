import type { Reading } from '../../server/notice/reading.ts';

export type Value = null | string | number | Value[] | { [key: string]: Value };
export type Fields = { [key: string]: Value };
export type Expected = Fields & { campaigns: Fields[]; duties: Fields[]; doubts: string[] };
/** One field of a notice: right, else open where a question or the unread list shows it, else wrong without a doubt. */
export type Mark = { field: string; right: boolean; open: boolean; expected: Value; actual: Value };

type Lines = readonly [from: number, to: number];
type Item = { fields: Fields; at: Lines };

/** Every field that the person wrote down against the reading. A campaign too many is a fault; a duty too many is none. */
export function marksOf(expected: Expected, reading: Reading): Mark[] {
  const { campaigns, duties, doubts, format: _, ...head } = expected;
  const actual = itemsOf(reading);
  const pairs = [...paired(campaigns, actual.campaigns, '场次'), ...paired(duties, actual.duties, '职责')];
  const extra = actual.campaigns.slice(campaigns.length).map(({ fields }) => ({
    ...{ field: '多出的场次', right: false, open: false },
    ...{ expected: null, actual: fields },
  }));
  return [
    ...Object.entries(head).map(([field, value]) => {
      const read = (reading as unknown as Fields)[field] ?? null;
      return markOf(field, value, read, shown(value, reading));
    }),
    ...pairs.flatMap(({ name, fields, item }) => itemMarks(name, fields, item, reading)),
    ...extra,
    ...doubts.map((text) => markOf(`疑点 ${text}`, text, asks(text, reading) ? text : null, false)),
  ];
}

const plain = (value: unknown): Fields => JSON.parse(JSON.stringify(value));

const itemsOf = ({ campaigns, duties }: Reading): { campaigns: Item[]; duties: Item[] } => ({
  campaigns: campaigns.map((each) => ({ fields: plain({ ...each, no: String(each.no) }), at: [each.line, each.lastLine] })),
  duties: duties.map((each) => ({
    fields: plain({ ...each, what: `${each.what} ${each.sentence}` }),
    at: [each.line, each.line],
  })),
});

type Pair = { name: string; fields: Fields; item: Item | null };

/** Each expected item with the one of the reading it agrees with most; none is taken twice. */
function paired(expected: readonly Fields[], actual: readonly Item[], kind: string): Pair[] {
  const free = new Set(actual);
  return expected.map((fields, at) => {
    const agreeing = (item: Item) =>
      leaves(fields).filter(([path, value]) => same(path, value, valueAt(item.fields, path))).length;
    const name = `${kind} ${at + 1}`;
    const [item = null] = [...free]
      .filter((item) => kind !== '职责' || same('what', fields.what ?? null, item.fields.what ?? null))
      .sort((a, b) => agreeing(b) - agreeing(a));
    if (item) free.delete(item);
    return { name, fields, item };
  });
}

function itemMarks(name: string, fields: Fields, item: Item | null, reading: Reading): Mark[] {
  const asked = item ? questioned(item.at, reading) : shown(fields, reading);
  return leaves(fields).map(([path, value]) =>
    markOf(
      `${name} ${path}`,
      value,
      item ? valueAt(item.fields, path) : null,
      asked,
      item !== null && same(path, value, valueAt(item.fields, path)),
    ),
  );
}

function markOf(field: string, expected: Value, actual: Value, asked: boolean, right = same(field, expected, actual)): Mark {
  return { field, right, open: !right && asked, expected, actual };
}

/** The fields of a campaign or duty; a window and a due date are taken apart into theirs. */
const leaves = (fields: Fields): [string, Value][] =>
  Object.entries(fields).flatMap(([key, value]): [string, Value][] =>
    (key === 'window' || key === 'due') && value && typeof value === 'object' && !Array.isArray(value)
      ? Object.entries(value).map(([inner, each]) => [`${key}.${inner}`, each])
      : [[key, value]],
  );

const valueAt = (fields: Fields, path: string): Value =>
  path
    .split('.')
    .reduce<Value>(
      (value, key) => (value && typeof value === 'object' && !Array.isArray(value) ? (value[key] ?? null) : null),
      fields,
    );

const same = (path: string, expected: Value, actual: Value): boolean =>
  path === 'what' ? String(actual).includes(String(expected)) : JSON.stringify(expected) === JSON.stringify(actual);

const questioned = ([from, to]: Lines, { questions }: Reading) => questions.some(({ line }) => line >= from && line <= to);

/** What was not read stands somewhere before the person's eyes: in a question or among the unread lines. */
function shown(value: Value, { questions, unread }: Reading): boolean {
  const texts = [...questions, ...unread].map(({ text }) => text);
  return wordsIn(value).some((word) => texts.some((text) => text.includes(word)));
}

const wordsIn = (value: Value): string[] =>
  typeof value === 'string' && value.length > 2
    ? [value]
    : value && typeof value === 'object'
      ? Object.values(value)
          .flatMap(wordsIn)
          .filter((word) => !['lead', 'support', 'responsible', 'fuzzy', 'unit'].includes(word))
      : [];

function asks(text: string, { questions, lines }: Reading): boolean {
  return questions.some((asked) => asked.text.includes(text) || lines[asked.line - 1]?.source.includes(text));
}
