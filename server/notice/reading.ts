import type { CountyDate } from '../kernel/dates.ts';

/** What a notice says, as far as it can be read. Lines count from 1; columns are UTF-16 units of the source line. */
export type Reading = {
  title: string | null;
  issuer: string | null;
  number: string | null;
  issuedOn: CountyDate | null;
  addressees: string[];
  campaigns: Campaign[];
  duties: Duty[];
  repairs: Repair[];
  questions: Question[];
  unread: { line: number; text: string }[];
  lines: Line[];
};

/** One row with one window. A row with two windows stands twice, under the same `no`. */
export type Campaign = {
  no: number | string | null;
  theme: string;
  projects: string[];
  units: CampaignUnit[];
  window: Window;
  line: number;
  lastLine: number;
  windowLine: number;
  notes: { head: string; text: string }[];
};
export type CampaignUnit = { name: string; role: 'lead' | 'support' | 'responsible' };

/** Both ends count. A fuzzy window's ends are suggestions that a person has still to settle. */
export type Window = {
  from: CountyDate | null;
  to: CountyDate | null;
  days: readonly CountyDate[];
  text: string;
  precision: Precision;
  rule: string | null;
};
export type Precision = 'day' | 'fuzzy';

export type Duty = {
  what: string;
  count: number | null;
  per: 'week' | 'month' | 'quarter' | 'year' | 'campaign' | null;
  each: 'unit' | 'county' | 'outlet';
  due: Window | null;
  clause: string | null;
  line: number;
  who: string | null;
  sentence: string;
};

/** What was changed before reading, so that a person can undo it: pass its id in `keep` and read again. */
export type Repair = {
  id: string;
  kind: 'pinyin' | 'simplify' | 'digit' | 'punctuation' | 'break';
  line: number;
  at: number;
  from: string;
  to: string;
};

/** A doubt for a person; its id is the same at every reading of the same text, so that an answer can be tied to it. */
export type Question = {
  id: string;
  kind: 'date' | 'damaged' | 'overlap' | 'weekend' | 'duty' | 'encoding' | 'structure';
  text: string;
  line: number;
  why: string;
  choices: string[];
};

/** A line before (`source`) and after its repairs (`text`). */
export type Line = { line: number; source: string; text: string };

/** `part` tells apart what is asked more than once about the same words. */
export const question = (
  kind: Question['kind'],
  line: number,
  text: string,
  why: string,
  choices: string[] = [],
  part?: string,
): Question => ({
  id: part === undefined ? `${kind}:${line}:${text}` : `${kind}:${line}:${text}:${part}`,
  kind,
  text,
  line,
  why,
  choices,
});
