import { unzipSync } from 'fflate';
import { Refused, refuse } from '../../kernel/refusal.ts';
import { refusals } from './refusals.ts';
import { type Element, type Parsing, parseXml } from './xml.ts';

export type Archive = Readonly<Record<string, Uint8Array>>;

const LARGEST_UNPACKED = 32 * 1024 * 1024;
const wanted = /\.(?:xml|rels)$|(?:^|\/)vbaProject\.bin$/i;
/** Parts that say nothing of the text and may be large. */
const unwanted =
  /(?:^|\/)(?:theme|media|fontTable\.xml|settings\.xml|webSettings\.xml|docProps|customXml|printerSettings)(?:\/|$)/i;

/** The XML parts of a zip file. Refuses what is broken, and what would unpack to more than a notice can be. */
export function unpack(bytes: Uint8Array): Archive {
  let unpacked = 0;
  try {
    return unzipSync(bytes, {
      filter({ name, originalSize }) {
        if (!wanted.test(name) || unwanted.test(name)) return false;
        unpacked += originalSize;
        return unpacked <= LARGEST_UNPACKED || refuse(refusals.tooLarge);
      },
    });
  } catch (error) {
    if (error instanceof Refused) throw error;
    return refuse(refusals.broken);
  }
}

/** One part as XML; undefined where the archive has none. */
export function partOf(archive: Archive, name: string, parsing?: Parsing): Element | undefined {
  const bytes = archive[name] ?? archive[name.replace(/^\//, '')];
  if (!bytes) return undefined;
  try {
    return parseXml(bytes, parsing);
  } catch {
    return refuse(refusals.broken);
  }
}

/** Programs that came with the file. */
export const hasMacros = (archive: Archive) => Object.keys(archive).some((name) => /vbaProject\.bin$/i.test(name));
