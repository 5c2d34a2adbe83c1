import { hash } from 'node:crypto';
import { imageSize } from 'image-size';
import { refusal, refuse } from './refusal.ts';

/** A file that may be kept: what it is was told by its bytes, never by its name. */
export type Upload = { sha256: string; mediaType: MediaType; name: string; size: number; content: Buffer };

export const largestFile = 20 * 1024 * 1024;
const mostPixels = 100_000_000; // a page scanned at 600 dpi has 35 million

const signs = {
  'image/png': /^\x89PNG\r\n/,
  'image/jpeg': /^\xff\xd8\xff/,
  'image/webp': /^RIFF.{4}WEBP/s,
  'application/pdf': /^%PDF-\d/,
} as const;
export type MediaType = keyof typeof signs;
const foreign: readonly (readonly [RegExp, string])[] = [
  [/^.{4}ftyp(heic|heix|mif1|hevc)/s, 'HEIC 图片'],
  [/^PK/, '压缩包或 Word、Excel 文件'],
  [/^\xd0\xcf/, '旧版 Word、Excel 文件'],
  [/^\s*<(\?xml|svg|!doctype|html)/i, '网页或 SVG 图'],
  [/^GIF8/, 'GIF 图'],
];

export const refusals = {
  empty: refusal('file.empty', 422, '文件是空的，没有收下；请检查后重新选。'),
  tooLarge: refusal('file.tooLarge', 413, '文件超过 20 MB，没有收下；请压缩图片，或只截要用的版面。'),
  wrongKind: (found: string) => refusal('file.wrongKind', 422, `这是${found}，没有收下；请交 JPG、PNG、WebP 图片或 PDF。`),
  broken: refusal('file.broken', 422, '图片打不开，可能没有传完整；请重新选一次。'),
  manyPixels: refusal('file.manyPixels', 422, '图片的长宽太大，没有收下；请缩小到一亿像素以内。'),
} as const;

/** Told by its first bytes; a picture also says its size, which must be one that a browser can open. Throws `Refused`. */
export function accepted(content: Buffer, name: string): Upload {
  if (content.length === 0) refuse(refusals.empty);
  if (content.length > largestFile) refuse(refusals.tooLarge);
  const start = content.toString('latin1', 0, 64);
  const mediaType = (Object.keys(signs) as MediaType[]).find((type) => signs[type].test(start));
  if (!mediaType) return refuse(refusals.wrongKind(foreign.find(([sign]) => sign.test(start))?.[1] ?? '不认识的文件'));
  if (mediaType !== 'application/pdf') checkPicture(content);
  return { sha256: hash('sha256', content), mediaType, name: plainName(name), size: content.length, content };
}

function checkPicture(content: Buffer): void {
  const { width, height } = sizeOf(content) ?? refuse(refusals.broken);
  if (width < 1 || height < 1) refuse(refusals.broken);
  if (width * height > mostPixels) refuse(refusals.manyPixels);
}

function sizeOf(content: Buffer) {
  try {
    return imageSize(content);
  } catch {
    return undefined;
  }
}

/** The last part of a path, without what a name cannot hold: it is shown and offered for saving, nothing is opened by it. */
const plainName = (name: string) =>
  (name.split(/[\\/]/).at(-1) ?? '')
    .replace(/[\p{C}"<>|:*?]/gu, '')
    .replace(/^\.+/, '')
    .slice(-100) || '未命名';
