import type { Line } from '../reading.ts';

/** What any file format supplies: paragraphs and tables, each piece tied to its line (or ordinal) in the source. */
export type Paragraph = { kind: 'paragraph'; line: number; lastLine: number; text: string };
export type Cell = { text: string; line: number; lastLine: number };
export type Row = { line: number; cells: Cell[] };
export type Table = { kind: 'table'; line: number; lastLine: number; rows: Row[] };
export type Block = Paragraph | Table;

/** A block cut from the lines of a text; `next` is the first index after it, `joins` the lines joined with their next. */
export type Taken<B extends Block = Block> = { block: B; next: number; joins: number[] };
/** A person may have undone the joining of a line with the next. */
export type MayJoin = (line: Line) => boolean;
