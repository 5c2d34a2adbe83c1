import { canonicalJson } from '../kernel/canonical.ts';
import { sha256 } from '../kernel/digest.ts';
import type { Fact } from './fact.ts';

/** A fact as a row or a file has it, as far as a receipt vouches for it; ids are any text. A file leaves out a `corrects` that is none. */
export type Receipted = { corrects?: string | null | undefined } & {
  [Name in Exclude<keyof Fact, 'corrects'>]: Fact[Name] extends string
    ? string
    : Fact[Name] extends string | null
      ? string | null
      : Fact[Name];
};

const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'; // Crockford's: none looks like another
const [nameLength, digestLength, checkLength] = [5, 23, 2];
const length = nameLength + digestLength + checkLength;

/** The first `count` signs of a text's SHA-256, five bits each. */
function signsOf(text: string, count: number): string {
  const bits = BigInt(`0x${sha256(text)}`);
  return Array.from({ length: count }, (_, at) => signs[Number((bits >> BigInt(251 - 5 * at)) & 31n)]).join('');
}

const nameOf = (county: number, id: string) => signsOf(`${county} ${id}`, nameLength);
const checkOf = (county: number, period: string, body: string) => signsOf(`${county} ${period} ${body}`, checkLength);

/**
 * 回执: '430523-202310-7K3QF-9M2XD-R4T6V-8WY1Z-A3C5E-G7J9M'. County and period in clear, 5 signs that find the fact again by its id,
 * 23 that bind every field of it (115 bits of SHA-256), 2 that notice a slip of the pen.
 */
export function receiptOf(county: number, fact: Receipted): string {
  const { id, unit, kind, day, period, verified, cancels, replaces, attributes, evidence } = fact;
  const corrects = fact.corrects ?? undefined; // absent where there is none, as receipts were before there could be one
  const bound = canonicalJson({
    county,
    id,
    unit,
    kind,
    day,
    period,
    verified,
    cancels,
    replaces,
    corrects,
    attributes,
    evidence,
  });
  const body = nameOf(county, id) + signsOf(bound, digestLength);
  const groups = (body + checkOf(county, period, body)).match(/.{5}/g) ?? [];
  return [county, period.replace('-', ''), ...groups].join('-');
}

export type Receipt = { code: string; county: number; period: string };

/** What somebody typed or pasted, however spaced and in whatever case; null when it is no receipt or was copied wrongly. */
export function readReceipt(typed: string): Receipt | null {
  const letters = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '');
  const plain = letters.replaceAll('O', '0').replace(/[IL]/g, '1');
  const [head, body] = [plain.slice(0, -length), plain.slice(-length)];
  const [, county = '', year = '', no = ''] = /^([1-9]\d{5,8})(\d{4})(0[1-9]|1[0-2])$/.exec(head) ?? [];
  if (county === '' || body.length < length || [...body].some((sign) => !signs.includes(sign))) return null;
  const [period, bound] = [`${year}-${no}`, body.slice(0, -checkLength)];
  if (checkOf(Number(county), period, bound) !== body.slice(-checkLength)) return null;
  return { code: [county, year + no, ...(body.match(/.{5}/g) ?? [])].join('-'), county: Number(county), period };
}

/** Whether a receipt was given for the fact with this id, whatever has become of the fact since. */
export const isNamedBy = ({ code, county }: Receipt, id: string) => code.split('-')[2] === nameOf(county, id);

/** The act whose audit entry keeps a receipt: sealed with the chain, the office cannot deny it and no unit can invent one. */
export const receipted = 'fact.record';
/** What that entry says: the receipt, and the module's row that the fact comes from. */
export const receiptReason = (county: number, fact: Receipted & { sourceId: string }) =>
  `${receiptOf(county, fact)} ${fact.sourceId}`;
/** What it says besides when the ledger is older than receipts: who recorded the fact, and when, is then not in the entry. */
export const givenLater = '补发';
/** Before every id. */
export const noFact = '00000000-0000-0000-0000-000000000000';
