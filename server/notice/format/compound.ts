import { refuse } from '../../kernel/refusal.ts';
import { refusals } from './refusals.ts';

const END = 0xfffffffa; // from here on, numbers of sectors mean something else than a sector
const ENTRY = 128;

export type Compound = (name: string) => Uint8Array | undefined;

/** The file system inside Word 97's files (MS-CFB): streams by name. Refuses what is cut or runs in circles. */
export function compound(bytes: Uint8Array): Compound {
  if (bytes.length < 1536) refuse(refusals.broken);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = 1 << view.getUint16(30, true);
  const sectorAt = (sector: number) =>
    (sector + 1) * size < bytes.length ? bytes.subarray((sector + 1) * size, (sector + 2) * size) : refuse(refusals.broken);
  const table = tableOf(view, size, bytes.length);
  const chain = (first: number, next: readonly number[], each: (sector: number) => Uint8Array) => {
    const parts: Uint8Array[] = [];
    for (let sector = first; sector < END; sector = next[sector] ?? END) {
      if (parts.length > next.length) refuse(refusals.broken);
      parts.push(each(sector));
    }
    return joined(parts);
  };
  const directory = entriesOf(chain(view.getUint32(48, true), table, sectorAt));
  const root = directory.find(({ type }) => type === 5);
  const small = root ? chain(root.start, table, sectorAt) : new Uint8Array();
  const smallTable = numbers(chain(view.getUint32(60, true), table, sectorAt));
  const limit = view.getUint32(56, true);
  return (name) => {
    const entry = directory.find((each) => each.type === 2 && each.name === name);
    if (!entry) return undefined;
    const smallAt = (sector: number) => small.subarray(sector * 64, sector * 64 + 64);
    const found = entry.size < limit ? chain(entry.start, smallTable, smallAt) : chain(entry.start, table, sectorAt);
    return found.subarray(0, entry.size);
  };
}

/** Which sector follows which; the first 109 places of the table itself stand in the head, the rest in sectors of their own. */
function tableOf(view: DataView, size: number, length: number): number[] {
  const places = Array.from({ length: 109 }, (_, at) => view.getUint32(76 + at * 4, true));
  for (let more = view.getUint32(68, true), left = view.getUint32(72, true); more < END && left > 0; left--) {
    const start = (more + 1) * size;
    if (start + size > length) refuse(refusals.broken);
    for (let at = 0; at < size / 4 - 1; at++) places.push(view.getUint32(start + at * 4, true));
    more = view.getUint32(start + size - 4, true);
  }
  return places
    .filter((sector) => sector < END && (sector + 2) * size <= length)
    .flatMap((sector) => Array.from({ length: size / 4 }, (_, at) => view.getUint32((sector + 1) * size + at * 4, true)));
}

type Entry = { name: string; type: number; start: number; size: number };
function entriesOf(directory: Uint8Array): Entry[] {
  const view = new DataView(directory.buffer, directory.byteOffset, directory.byteLength);
  return Array.from({ length: Math.floor(directory.length / ENTRY) }, (_, index) => {
    const at = index * ENTRY;
    const name = new TextDecoder('utf-16le').decode(directory.subarray(at, at + Math.max(0, view.getUint16(at + 64, true) - 2)));
    return { name, type: directory[at + 66] ?? 0, start: view.getUint32(at + 116, true), size: view.getUint32(at + 120, true) };
  });
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function numbers(bytes: Uint8Array): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: Math.floor(bytes.length / 4) }, (_, at) => view.getUint32(at * 4, true));
}
