import { strToU8, zipSync } from 'fflate';

/** Files as an office's computer makes them, by hand, so that a test says what is in them. */
export const zipped = (files: Readonly<Record<string, string | Uint8Array>>) =>
  zipSync(
    Object.fromEntries(Object.entries(files).map(([name, said]) => [name, typeof said === 'string' ? strToU8(said) : said])),
  );

export const run = (text: string, looks = '') => `<w:r><w:rPr>${looks}</w:rPr><w:t>${text}</w:t></w:r>`;
export const paragraph = (inside: string, properties = '') => `<w:p><w:pPr>${properties}</w:pPr>${inside}</w:p>`;
export const wordDocument = (body: string) => `<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`;
export const docx = (body: string, more: Readonly<Record<string, string | Uint8Array>> = {}) =>
  zipped({ 'word/document.xml': wordDocument(body), ...more });

type Sheet = { name: string; state?: string; columns?: string; rows: string };
/** A workbook; style 1 shows days. */
export const xlsx = (sheets: readonly Sheet[], more: Readonly<Record<string, string | Uint8Array>> = {}) =>
  zipped({
    'xl/workbook.xml': `<workbook xmlns:r="r"><sheets>${sheets.map(({ name, state = 'visible' }, at) => `<sheet name="${name}" state="${state}" r:id="x${at}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${sheets.map((_, at) => `<Relationship Id="x${at}" Target="worksheets/sheet${at}.xml"/>`).join('')}</Relationships>`,
    'xl/styles.xml': '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
    ...Object.fromEntries(
      sheets.map(({ columns = '', rows }, at) => [
        `xl/worksheets/sheet${at}.xml`,
        `<worksheet><cols>${columns}</cols><sheetData>${rows}</sheetData></worksheet>`,
      ]),
    ),
    ...more,
  });
export const cell = (place: string, text: string) => `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;

const SECTOR = 512;
/** A compound file (MS-CFB) with one stream: what Word makes of a docx with a password. */
export function compoundWith(name: string, content: Uint8Array): Uint8Array {
  const sectors = Math.ceil(content.length / SECTOR);
  const file = new Uint8Array(SECTOR * (3 + sectors));
  const view = new DataView(file.buffer);
  file.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  view.setUint16(30, 9, true);
  view.setUint32(48, 1, true); // the directory stands in sector 1, the table in sector 0
  for (const at of [60, 68]) view.setUint32(at, 0xfffffffe, true);
  for (let at = 0; at < 109; at++) view.setUint32(76 + at * 4, at === 0 ? 0 : 0xffffffff, true);
  for (let at = 0; at < SECTOR / 4; at++) {
    const last = at === 1 || at === 1 + sectors;
    view.setUint32(SECTOR + at * 4, at === 0 ? 0xfffffffd : last ? 0xfffffffe : at + 1, true);
  }
  entry(view, 2 * SECTOR, { name: 'Root Entry', type: 5, start: 0xfffffffe, size: 0 });
  entry(view, 2 * SECTOR + 128, { name, type: 2, start: 2, size: content.length });
  file.set(content, 3 * SECTOR);
  return file;
}

type Entry = { name: string; type: number; start: number; size: number };
function entry(view: DataView, at: number, { name, type, start, size }: Entry): void {
  for (const [place, character] of Array.from(name).entries()) view.setUint16(at + place * 2, character.charCodeAt(0), true);
  view.setUint16(at + 64, (name.length + 1) * 2, true);
  view.setUint8(at + 66, type);
  view.setUint32(at + 116, start, true);
  view.setUint32(at + 120, size, true);
}

/** A PDF of so many empty pages; with `locked`, encrypted with a password that nobody tells. */
export function pdf(pages: number, locked = false): Uint8Array {
  const kids = Array.from({ length: pages }, (_, at) => `${at + 3} 0 R`).join(' ');
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${pages}/Kids[${kids}]>>`,
    ...Array.from({ length: pages }, () => '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>'),
  ];
  let text = '%PDF-1.4\n';
  const places = objects.map((object, at) => {
    const place = text.length;
    text += `${at + 1} 0 obj${object}endobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const id = '<00112233445566778899aabbccddeeff>';
  const secret = `<${'5a'.repeat(32)}>`;
  const encryption = locked ? `/Encrypt<</Filter/Standard/V 1/R 2/P -44/O ${secret}/U ${secret}>>` : '';
  const trailer = `trailer<</Size ${objects.length + 1}/Root 1 0 R${encryption}/ID[${id}${id}]>>`;
  return strToU8(
    `${text}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}${trailer}\nstartxref\n${text.length}\n%%EOF`,
  );
}

/** Text as Word 97 writes rich text in Chinese: every character beyond ASCII as its two bytes of GBK. */
export function richText(lines: readonly string[]): Uint8Array {
  const escaped = (text: string) =>
    Array.from(text, (each) =>
      each < '\u0080' ? each.replace(/[\\{}]/, '\\$&') : (gbk().get(each) ?? `\\u${each.charCodeAt(0)}?`),
    ).join('');
  const body = lines.map((line) => `\\pard\\plain\\f1 ${escaped(line)}\\par\n`).join('');
  return strToU8(
    `{\\rtf1\\ansi\\ansicpg936\\deff0{\\fonttbl{\\f0\\fcharset0 Times;}{\\f1\\fcharset134 \\'cb\\'ce\\'cc\\'e5;}}{\\*\\generator Msftedit;}${body}}`,
  );
}

let table: Map<string, string> | undefined;
function gbk(): Map<string, string> {
  if (table) return table;
  table = new Map();
  for (let lead = 0x81; lead < 0xff; lead++) {
    for (let trail = 0x40; trail < 0xff; trail++) {
      const character = new TextDecoder('gb18030').decode(Uint8Array.of(lead, trail));
      const hex = [lead, trail].map((byte) => `\\'${byte.toString(16)}`).join('');
      if (character.length === 1 && character !== '\ufffd') table.set(character, hex);
    }
  }
  return table;
}

/** A page with a picture beside it, as a browser saves both in one file. */
export function webArchive(page: Uint8Array, encoding: 'base64' | 'quoted-printable'): Uint8Array {
  const quoted = Array.from(page, (byte) =>
    byte > 0x7e || byte === 0x3d ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}` : String.fromCharCode(byte),
  );
  const broken = quoted.map((each, at) => (at % 70 === 69 ? `${each}=\r\n` : each)).join('');
  const content = encoding === 'base64' ? Buffer.from(page).toString('base64').replaceAll(/.{76}/g, '$&\r\n') : broken;
  return strToU8(
    [
      ...[
        'From: <Saved by Blink>',
        'Subject: page',
        'MIME-Version: 1.0',
        'Content-Type: multipart/related;',
        '\tboundary="----part"',
        '',
        '',
      ],
      ...['------part', 'Content-Type: image/png', 'Content-Transfer-Encoding: base64', '', 'iVBORw0KGgo=', ''],
      ...[
        '------part',
        'Content-Type: text/html; charset=utf-8',
        `Content-Transfer-Encoding: ${encoding}`,
        '',
        content,
        '------part--',
        '',
      ],
    ].join('\r\n'),
  );
}
