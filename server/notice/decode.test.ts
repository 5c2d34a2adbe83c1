import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Refused } from '../kernel/refusal.ts';
import { decode } from './decode.ts';

const seed = new Uint8Array(readFileSync(new URL('../../database/demo/notice-2023-10-08.txt', import.meta.url)));
const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, little: boolean) => {
  const bytes = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at++) bytes.setUint16(at * 2, text.charCodeAt(at), little);
  return new Uint8Array(bytes.buffer);
};
const joined = (...parts: ArrayLike<number>[]) => Uint8Array.from(parts.flatMap((part) => Array.from(part)));
const notice = [0xb8, 0xf7, 0xd4, 0xf0, 0xc8, 0xce, 0xb5, 0xa5, 0xce, 0xbb]; // 各责任单位 in GB 18030
const traditional = [0xbf, 0x68, 0x96, 0x7c, 0xd4, 0x9a, 0x9f, 0x95]; // 縣東冊煙 … in GBK's extension
const codeOf = (bytes: Uint8Array) => {
  try {
    return `read as ${decode(bytes).encoding}`;
  } catch (error) {
    if (error instanceof Refused)
      return `${error.refusal.code} ${/第 (\d+) 个字节/.exec(error.refusal.message)?.[1] ?? ''}`.trim();
    throw error;
  }
};

test.each([
  ['没有标记的 UTF-8', utf8('各责任单位'), 'utf-8'],
  ['有标记的 UTF-8', joined([0xef, 0xbb, 0xbf], utf8('各责任单位')), 'utf-8'],
  ['有标记的 UTF-16，低位在前', utf16('\ufeff各责任单位', true), 'utf-16le'],
  ['有标记的 UTF-16，高位在前', utf16('\ufeff各责任单位', false), 'utf-16be'],
])('%s 直接读', (_, bytes, encoding) => {
  expect(decode(bytes)).toEqual({ text: '各责任单位', encoding, questions: [], whole: false });
});

test('GB18030 读得通，也要人看过预览再用', () => {
  const { text, encoding, questions } = decode(joined(notice, [0x0a], notice));
  expect([text, encoding]).toEqual(['各责任单位\n各责任单位', 'gb18030']);
  expect(questions).toMatchObject([{ kind: 'encoding', line: 1, text: '各责任单位' }]);
});

test('种子原样读出，不问编码', () => {
  expect(decode(seed)).toMatchObject({ encoding: 'utf-8', questions: [] });
});

const before = utf8('各责任单位每月报送信息不少于三篇，');
test.each([
  ['空文件', new Uint8Array(), 'notice.empty'],
  ['只有空行的文件', utf8(' \r\n\t\n　'), 'notice.empty'],
  ['坏了的 Word 文件', joined([0x50, 0x4b, 0x03, 0x04], notice), 'notice.brokenFile'],
  ['图片改了后缀', joined([0x89, 0x50, 0x4e, 0x47], notice), 'notice.wrongKind'],
  ['夹着零字节的文件', joined(before, [0]), `notice.binary ${before.length}`],
  ['没有标记的 UTF-16', utf16('各责任单位\n', true), 'notice.binary 11'],
  ['尾字被切断的 UTF-8', before.subarray(0, -1), `notice.badByte ${before.length - 3}`],
  ['中间坏了一个字节的 UTF-8', joined(before, [0xff], before), `notice.badByte ${before.length}`],
  ['前半 UTF-8、后半 GB18030', joined(before, notice), `notice.badByte ${before.length}`],
  ['尾字被切断的 GB18030', Uint8Array.from(notice).subarray(0, -1), 'notice.badByte 8'],
  ['尾字被切断的 UTF-16', utf16('\ufeff各责任', true).subarray(0, -1), 'notice.badByte 6'],
  ['落单的半个 UTF-16 字', utf16('\ufeff各\ud842任', true), 'notice.badByte 4'],
  ['存坏的乱码', utf8('鍚勮矗浠诲崟浣嶆瘡鏈堟姤閫佷俊鎭笉灏戜簬涓夌瘒'), 'notice.mojibake 0'],
])('%s 不猜，说出从哪个字节起读不出', (_, bytes, code) => {
  expect(codeOf(bytes)).toBe(code);
});

test('全是繁体字的 GB18030 不算乱码', () => {
  expect(codeOf(Uint8Array.from(traditional))).toBe('read as gb18030');
});
