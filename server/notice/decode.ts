import { type Refusal, refusal, refuse } from '../kernel/refusal.ts';
import { fileQuestions } from './format/doubt.ts';
import { type Format, type Lines, officeLines, pageLines } from './format/format.ts';
import { isPdf, pdfLines } from './format/pdf.ts';
import type { Told } from './progress.ts';
import { type Question, question } from './reading.ts';
import { firstBadGb18030, firstBadUtf8, firstBadUtf16 } from './source/encoding.ts';
import { gb18030Offset, implausibleFrom, utf8Offset } from './source/plausible.ts';
import { binaryKind, firstControl } from './source/wrong-kind.ts';

/** `whole`: every line is a paragraph or a row as the file has it, never half of one. */
export type Decoded = { text: string; encoding: Encoding | Format | 'pasted' | 'machine'; questions: Question[]; whole: boolean };
type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

/** Bytes of a file → its text. Throws `Refused`, naming the byte (from 0) where it goes wrong: never a guess. */
export function decode(bytes: Uint8Array, told?: Told): Decoded {
  const office = officeLines(bytes, told);
  if (office) return given(office, []);
  const kind = binaryKind(bytes);
  if (kind) refuse(refusals.wrongKind(kind));
  const mark = byteOrderMark(bytes);
  const decoded = mark ? decodeUtf16(bytes, mark) : decodeBytes(bytes);
  const page = pageLines(decoded.text);
  if (page) return given(page, decoded.questions);
  return decoded.text.trim() === '' ? refuse(refusals.empty) : { ...decoded, whole: false };
}

/** The same, also of a PDF, which takes longer to open. */
export async function decodeFile(bytes: Uint8Array, told?: Told): Promise<Decoded> {
  return isPdf(bytes) ? given({ format: 'pdf', lines: await pdfLines(bytes, told) }, []) : decode(bytes, told);
}

export const pasted = (text: string): Decoded => ({ text, encoding: 'pasted', questions: [], whole: false });

function given({ format, lines, doubts = [] }: Lines, questions: Question[]): Decoded {
  if (lines.length === 0) refuse(refusals.noText);
  return { text: lines.join('\n'), encoding: format, questions: [...questions, ...fileQuestions(doubts)], whole: true };
}
type Bare = Omit<Decoded, 'whole'>;

const byteOrderMark = ([first, second]: Uint8Array) =>
  first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null;

function decodeUtf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): Bare {
  const bad = firstBadUtf16(bytes, encoding === 'utf-16le');
  if (bad !== -1) refuse(refusals.badByte(bad, 'UTF-16'));
  return { text: new TextDecoder(encoding).decode(bytes), encoding, questions: [] };
}

function decodeBytes(bytes: Uint8Array): Bare {
  const text = fromUtf8(bytes);
  if (text === null || strangeControl.test(text)) {
    const control = firstControl(bytes);
    if (control !== -1) refuse(refusals.binary(control));
  }
  return text === null ? readGb18030(bytes, firstBadUtf8(bytes)) : checkedUtf8(bytes, text);
}

const strangeControl = /(?![\t\n\v\f\r])\p{Cc}/u;

function fromUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function checkedUtf8(bytes: Uint8Array, text: string): Bare {
  const garbled = implausibleFrom(text);
  if (garbled !== -1) refuse(refusals.mojibake(utf8Offset(bytes, text, garbled)));
  return { text, encoding: 'utf-8', questions: [] };
}

/** Not UTF-8. It is GB18030 only if it reads like Chinese from end to end, and then a person still confirms it. */
function readGb18030(bytes: Uint8Array, badUtf8: number): Bare {
  const bad = firstBadGb18030(bytes);
  const text = new TextDecoder('gb18030').decode(bad === -1 ? bytes : bytes.subarray(0, bad));
  const garbled = implausibleFrom(text);
  const readable = garbled === -1 ? bad : gb18030Offset(bytes, text, garbled);
  if (readable !== -1) refuse(refusals.badByte(Math.max(readable, badUtf8), 'UTF-8，也不是 GB18030'));
  const preview = text.split(/\r\n|\r|\n/).find((line) => line.trim() !== '') ?? '';
  const why = '文件不是 UTF-8 编码，按 GB18030 读出。请看这一行和全文是否通顺。';
  const asked = question('encoding', 1, preview.trim().slice(0, 60), why, ['文字无误，按 GB18030 读', '有乱码，换一份文件']);
  return { text, encoding: 'gb18030', questions: [asked] };
}

const placed = (at: number) => `第 ${at} 个字节（从 0 数起）`;
const again = '请用原件重新另存为 UTF-8 编码的 txt。';
const no = (code: string, message: string): Refusal => refusal(`notice.${code}`, 422, message);

export const refusals = {
  tooLong: refusal('notice.tooLong', 413, '来文超过 100 万字，请只交通知和附件的文字部分。'),
  noText: no('noText', '这份文件里没有文字，多半是扫描件或图片。请找起草人要可编辑的原件，或把文字识别出来后粘贴进来。'),
  empty: no('empty', '文件里没有文字。请检查是否选错了文件，或把全文粘贴进来。'),
  wrongKind: (kind: string) => no('wrongKind', `这是${kind}，读不出文字。请另存为 docx、pdf 或 txt，或复制全文粘贴进来。`),
  binary: (at: number) => no('binary', `${placed(at)}不是文字，这不像文本文件。请另存为 UTF-8 编码的 txt。`),
  mojibake: (at: number) => no('mojibake', `${placed(at)}起是乱码，文件已存坏。${again}`),
  badByte: (at: number, encoding: string) => no('badByte', `${placed(at)}读不出：此处不是 ${encoding}，或文件不完整。${again}`),
};
