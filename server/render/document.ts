import { z } from 'zod';
import { CountyDate } from '../kernel/dates.ts';
import { oneLine, printable } from './text.ts';

const Line = z.string().transform(oneLine);
const Words = Line.refine((text) => text !== '', '不能为空');
/** Lines broken by the writer, for a title whose words must stay together. */
const Lines = z
  .string()
  .transform((text) => printable(text).split('\n').map(oneLine).filter(Boolean))
  .refine((lines) => lines.length > 0, '不能为空');

/** An exact figure with its decimals, '12.50'; at most 15 digits, the most that a spreadsheet keeps. */
const Decimal = z.strictObject({ decimal: z.string().regex(/^-?(0|[1-9]\d{0,10})(\.\d{1,4})?$/) });
const Cell = z.union([Line, z.int(), Decimal]);

/** `group` is the upper level of a two-level head and spans its neighbours of the same group; `width` is relative. */
export const Column = z.strictObject({
  head: Words,
  group: Words.nullable().default(null),
  width: z.number().positive().default(1),
  align: z.enum(['left', 'center', 'right']).default('left'),
});

const Table = z
  .strictObject({
    kind: z.literal('table'),
    caption: Words.nullable().default(null),
    columns: z.array(Column).min(1).max(40),
    rows: z.array(z.array(Cell)),
    totals: z.array(z.array(Cell)).default([]),
    empty: Words.default('本表没有内容。'),
  })
  .refine(
    ({ columns, rows, totals }) => [...rows, ...totals].every((row) => row.length === columns.length),
    '每行的格数应与列数相同',
  );

const runsOrFetches = /<script|<foreignObject|<!|<\?xml-|@import|\son\w+\s*=|href\s*=\s*["'](?!#)|url\(\s*(?!["']?#)/i;

/** Nothing that runs or fetches: a picture of ours, not a page. */
const Svg = z
  .string()
  .transform(printable)
  .refine((svg) => /^\s*(<\?xml\s[^>]*>\s*)?<svg[\s>]/.test(svg), '图应是 SVG')
  .refine((svg) => !runsOrFetches.test(svg), '图里不能有脚本和外部引用');

/** `runOn` follows the heading on its line, in the face of the text. Levels: 一、 （一） 1. （1）; numbers are set by the renderer. */
const Heading = z.strictObject({
  kind: z.literal('heading'),
  level: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
  text: Words,
  runOn: Words.nullable().default(null),
});
const Paragraph = z.strictObject({ kind: z.literal('paragraph'), text: Line });
const Note = z.strictObject({ kind: z.literal('note'), text: Words });
const Figure = z.strictObject({
  kind: z.literal('figure'),
  svg: Svg,
  caption: Words,
  widthInMm: z.number().min(10).max(156).default(156),
});
const Block = z.discriminatedUnion('kind', [Heading, Paragraph, Table, Figure, Note]);

/** Begins on a page of its own; `landscape` for wide tables. */
const Attachment = z.strictObject({ title: Lines, body: z.array(Block), landscape: z.boolean().default(false) });

/** 发文机关标志, 发文字号, 份号, 密级, 紧急程度. */
const Head = z.strictObject({
  issuer: Words,
  number: Words.nullable().default(null),
  copyNo: Words.nullable().default(null),
  secrecy: Words.nullable().default(null),
  urgency: Words.nullable().default(null),
});

/** 署名 and 成文日期; `sealed` leaves room for a seal. */
const Signature = z.strictObject({ signer: Words, date: CountyDate, sealed: z.boolean().default(true) });

/** 版记: 抄送, 印发机关, 印发日期. */
const Imprint = z.strictObject({ copies: Words.nullable().default(null), issuer: Words, date: CountyDate });

/** A paper as a value. With a head it takes the official form of GB/T 9704, without one the plain form. */
export const Document = z
  .strictObject({
    title: Lines,
    marking: Words.nullable().default(null), // on every page: 预览
    head: Head.nullable().default(null),
    addressee: Words.nullable().default(null), // 主送, without its colon
    body: z.array(Block),
    attachments: z.array(Attachment).default([]),
    signature: Signature.nullable().default(null),
    annotation: Words.nullable().default(null), // 附注, without its brackets
    imprint: Imprint.nullable().default(null),
  })
  .refine(({ head, imprint }) => head !== null || imprint === null, '只有正式公文有版记')
  .brand<'Document'>();

export type Document = z.output<typeof Document>;
export type DocumentInput = z.input<typeof Document>;
export type Block = z.output<typeof Block>;
export type Table = z.output<typeof Table>;
export type Column = z.output<typeof Column>;
export type ColumnInput = z.input<typeof Column>;
export type Cell = z.output<typeof Cell>;

/** The one way to a paper. Throws ZodError: a paper that is wrongly made is the program's fault, not a person's. */
export const documentOf = (input: DocumentInput): Document => Document.parse(input);
