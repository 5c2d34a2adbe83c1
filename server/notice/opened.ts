import { type CalendarDay, workingCalendar } from '../calendar/calendar.ts';
import { refuse } from '../kernel/refusal.ts';
import { type Decoded, decodeFile, pasted, refusals } from './decode.ts';
import { readNotice } from './notice.ts';
import type { Told } from './progress.ts';
import type { Reading } from './reading.ts';

/** Text that was pasted, or the bytes of a file (`machine`: a scan may be read by the machine); the calendar as rows, since a thread takes no functions. */
export type Task = {
  source: { text: string } | { bytes: Uint8Array; machine?: boolean };
  year: number | null;
  keep: readonly string[];
  days: readonly CalendarDay[];
};
export type Opened = Decoded & { reading: Reading };

const longestNotice = 1_000_000;

/** Whatever arrives → its text and what it says. Throws `Refused` for what cannot be read. */
export async function opened({ source, year, keep, days }: Task, told: Told): Promise<Opened> {
  const decoded = 'text' in source ? pasted(source.text) : await decodeFile(source.bytes, told);
  const { text, questions: asked, whole } = decoded;
  if (text.length > longestNotice) refuse(refusals.tooLong);
  told('认出安排和职责', 0, 1);
  return { ...decoded, reading: readNotice(text, { calendar: workingCalendar(days), year, keep, asked, whole }) };
}

const [LIGHT_TEXT, LIGHT_FILE] = [50_000, 100_000]; // characters, bytes: read in a few milliseconds

/** Plain and short: not worth a thread. What is packed may be of any size inside. */
export const isLight = ({ source }: Task) =>
  'text' in source
    ? source.text.length <= LIGHT_TEXT
    : source.bytes.length <= LIGHT_FILE && !packed.some((mark) => mark.every((byte, at) => source.bytes[at] === byte));

const packed = [
  [0x50, 0x4b], // zip
  [0xd0, 0xcf], // Word 97
  [0x25, 0x50], // PDF
  [0x7b, 0x5c], // rich text
];
