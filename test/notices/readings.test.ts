import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { Refused } from '../../server/kernel/refusal.ts';
import { readDates } from '../../server/notice/date/dates.ts';
import { decode } from '../../server/notice/decode.ts';
import { readNotice } from '../../server/notice/notice.ts';
import { differences, type Json, labelOf, matching } from './compare.ts';

/** The certain facts of one notice. `none` = what must not be read; counts are per `kind`; `mentions` may stand anywhere. */
type Expectation = {
  name: string;
  file: string;
  encoding?: { name: string; question: boolean };
  exact: string[];
  expect: { [part: string]: Json };
  repairsOfKind?: { [kind: string]: number };
  countOfQuestions?: { [kind: string]: number };
  mentions?: string[];
  none?: { [part: string]: Json[] };
};
type DateExpectation = {
  texts: string[];
  year: number;
  items?: Json[];
  atLeast?: boolean;
  covers?: { from: string; to: string };
  none?: Json[];
};

const here = (name: string) => new URL(name, import.meta.url);
const bytesOf = (name: string) => new Uint8Array(readFileSync(here(name)));
const load = <Shape>(name: string) => JSON.parse(readFileSync(here(name), 'utf8')) as Shape;
const asJson = (value: unknown) => JSON.parse(JSON.stringify(value)) as { [key: string]: Json };

/** Passes when no sentence is left; otherwise the sentences are the failure. */
const expectAgreement = (sentences: string[]) => expect(sentences, sentences.join('\n')).toEqual([]);

const isReading = (name: string) => name.endsWith('.expected.json') && !name.startsWith('dates.');
const notices = readdirSync(here('.'))
  .filter(isReading)
  .map(load<Expectation>);

describe.each(notices)('$name', ({ name, file, exact, ...certain }) => {
  const reading = () => asJson(readNotice(decode(bytesOf(file)).text));
  const ofKind = (part: string, kind: string) => matching({ kind }, reading()[part]).length;
  const counts = (part: string, expected: { [kind: string]: number }) =>
    Object.keys(expected).flatMap((kind) => {
      const read = ofKind(part, kind);
      return read === expected[kind] ? [] : [`${name} ${labelOf(part)} ${kind}：应有 ${expected[kind]} 处，读出 ${read} 处`];
    });

  const parts = Object.entries(certain.expect).map(([part, expected]) => ({ part, label: labelOf(part), expected }));
  test.each(parts)('读出的 $label 与原文一致', ({ part, label, expected }) => {
    expectAgreement(differences(expected, reading()[part], { where: `${name} ${label}`, list: part, exact }));
  });

  test('修补和疑点的数目与原文一致', () => {
    expectAgreement(counts('repairs', certain.repairsOfKind ?? {}));
    expectAgreement(counts('questions', certain.countOfQuestions ?? {}));
  });

  test('没有读出原文没有的东西', () => {
    const wrong = Object.entries(certain.none ?? {}).flatMap(([part, patterns]) =>
      patterns.flatMap((pattern) =>
        matching(pattern, reading()[part]).map((item) => `${name} ${labelOf(part)}不应有：${JSON.stringify(item)}`),
      ),
    );
    expectAgreement(wrong);
  });

  test('读不准的字句也不丢', () => {
    const all = JSON.stringify(reading());
    expectAgreement((certain.mentions ?? []).filter((text) => !all.includes(text)).map((text) => `${name} 丢了“${text}”`));
  });

  test('文件的编码认得对，猜的要问', () => {
    const { encoding, questions } = decode(bytesOf(file));
    const expected = certain.encoding ?? { name: 'utf-8', question: false };
    expect(encoding.toLowerCase()).toContain(expected.name);
    expect(matching({ kind: 'encoding' }, asJson({ questions }).questions).length > 0).toBe(expected.question);
  });
});

/** The sentence a person reads when a file is refused, or what was wrongly read of it. */
function refusalOf(bytes: Uint8Array): string {
  try {
    return `当作 ${decode(bytes).encoding} 读了`;
  } catch (error) {
    if (error instanceof Refused) return error.refusal.message;
    throw error;
  }
}
const numbersIn = (text: string) => (text.replace(/[,，]/g, '').match(/\d+/g) ?? []).map(Number);

describe('读不了的文件说出从第几个字节起', () => {
  const seed = bytesOf('seed.txt');
  const half = seed.subarray(0, 3 * 1000);

  test('最后一个汉字只剩两个字节的 UTF-8', () => {
    const cut = seed.subarray(0, seed.lastIndexOf(0x9d));
    const message = refusalOf(cut);
    expect(
      numbersIn(message).some((at) => at >= cut.length - 2 && at <= cut.length),
      message,
    ).toBe(true);
  });

  test('前一半 UTF-8、后一半 GB18030', () => {
    const text = new TextDecoder().decode(half, { stream: true });
    const whole = new TextEncoder().encode(text);
    const message = refusalOf(new Uint8Array([...whole, ...bytesOf('06-gb18030.txt')]));
    expect(
      numbersIn(message).some((at) => at >= whole.length && at <= whole.length + 3),
      message,
    ).toBe(true);
  });

  test.each([
    [
      '图片',
      new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52, 0xff, 0xfe, 0x80]),
    ],
    ['空文件', new Uint8Array()],
  ])('%s 不当作文字读', (_, bytes) => {
    expect(() => decode(bytes)).toThrow(Refused);
  });
});

const expressions = load<DateExpectation[]>('dates.expected.json').flatMap(({ texts, ...rest }) =>
  texts.map((text) => ({ text, ...rest })),
);

test.each(expressions)('$year 年的“$text”', ({ text, year, items, atLeast, covers, none }) => {
  const read = asJson(readDates(text, { year })).items ?? null;
  const place = { where: `“${text}”`, list: 'items', exact: atLeast ? [] : ['items', 'days'] };
  expectAgreement(items === undefined ? [] : differences(items, read, place));
  expectAgreement((none ?? []).flatMap((pattern) => matching(pattern, read)).map((item) => `不应读出 ${JSON.stringify(item)}`));
  if (covers) expect(ends(read)).toEqual(covers);
});

function ends(items: Json): { from: string | undefined; to: string | undefined } {
  const days = (key: 'from' | 'to') =>
    (Array.isArray(items) ? items : []).flatMap((item) => {
      const day = typeof item === 'object' && item !== null && !Array.isArray(item) ? item[key] : null;
      return typeof day === 'string' ? [day] : [];
    });
  return { from: days('from').sort()[0], to: days('to').sort().at(-1) };
}
