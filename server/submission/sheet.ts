import { roles } from '../identity/rights.ts';
import { type Document, documentOf } from '../render/document.ts';
import { dayInWords } from '../render/text.ts';
import { signerOf } from './review.ts';
import { type Article, type ArticleVersion, genres, type Level, levels, proofs } from './submission.ts';

type Printed = Pick<Article, 'unitName' | 'authorName' | 'projectName' | 'theme'> & { version: ArticleVersion };

/** What a printed sheet is found by: how the digest of its version begins. */
export const sheetCode = (digest: string) =>
  digest
    .slice(0, 8)
    .toUpperCase()
    .replace(/^(.{4})/, '$1-');

const blankDay = '　　年　　月　　日';

/** 审签单: what is to be signed, by whom, under a code, and the text itself behind it. */
export function signingSheet(printed: Printed): Document {
  const { title, body, pictures } = printed.version;
  const captions = pictures.map(({ caption }) => caption);
  return documentOf({
    title: '稿件三审三校审签单',
    body: [
      { kind: 'table', columns: [{ head: '项目' }, { head: '内容', width: 5 }], rows: about(printed) },
      { kind: 'table', columns: signed, rows: acts() },
      { kind: 'note', text: howToSign },
    ],
    attachments: [{ title, body: paragraphsOf(body, captions) }],
  });
}

const howToSign = '三级由三个人签，作者不签。签完拍照或扫描，交本单位信息员或专班办公室代录。非涉密系统，严禁处理国家秘密。';
const signed = [
  { head: '审校' },
  { head: '由谁签', width: 2 },
  { head: '意见', width: 3 },
  { head: '签名', width: 3 },
  { head: '日期', width: 3 },
];

const about = ({ unitName, authorName, projectName, theme, version }: Printed) => [
  ['单位', unitName],
  ['标题', version.title],
  ['作者', authorName],
  ['种类、字数', `${genres[version.genre]}　${version.words} 字　配图 ${version.pictures.length} 张`],
  ['实事项目', projectName ?? '—'],
  ['宣传主题', theme ?? '—'],
  ['版次', `第 ${version.no} 版，${dayInWords(version.madeOn)}送审`],
  ['编码', sheetCode(version.digest)],
];

const acts = () =>
  ([1, 2, 3] as const).flatMap((level: Level) => [
    [levels[level], roles[signerOf[level]], '审读通过', '', blankDay],
    [proofs[level], roles[signerOf[level]], '校对通过，改　　处', '', blankDay],
  ]);

const paragraphsOf = (body: string, captions: readonly string[]) => [
  ...body
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((text) => ({ kind: 'paragraph' as const, text })),
  ...captions.map((caption, at) => ({ kind: 'paragraph' as const, text: `配图 ${at + 1}：${caption}` })),
];
