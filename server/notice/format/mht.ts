import { htmlLines } from './html.ts';

/** A page and its pictures in one file, as browsers and Word save it (mht, RFC 2557). */
export const isMht = (bytes: Uint8Array) => {
  const head = latin(bytes.subarray(0, 4000));
  return (
    /^(?:[\w-]+:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){1,20}/.test(head) &&
    /^MIME-Version:/im.test(head) &&
    /^Content-Type:\s*(?:multipart\/|text\/html)/im.test(head)
  );
};

/** The first page in it → a line for each paragraph and each row; null where there is none. */
export function mhtLines(bytes: Uint8Array): string[] | null {
  const page = pageIn(latin(bytes));
  return page === null ? null : htmlLines(page);
}

const latin = (bytes: Uint8Array) => new TextDecoder('latin1').decode(bytes);
const bytesOf = (text: string) => Uint8Array.from(text, (character) => latinBytes.get(character) ?? character.charCodeAt(0));
/** What the label latin1 makes of 80–9F, taken back. */
const latinBytes = new Map(Array.from({ length: 32 }, (_, at) => [latin(Uint8Array.of(0x80 + at)), 0x80 + at] as const));

function pageIn(message: string): string | null {
  const { head, body } = parted(message);
  const type = field(head, 'Content-Type');
  const boundary = /boundary="?([^";\r\n]+)"?/i.exec(type)?.[1];
  if (boundary !== undefined) {
    const parts = body.split(`--${boundary}`).slice(1);
    for (const part of parts) {
      const page = pageIn(part.replace(/^\r?\n/, ''));
      if (page !== null) return page;
    }
    return null;
  }
  if (!/text\/html/i.test(type)) return null;
  const content = unwrapped(body, field(head, 'Content-Transfer-Encoding'));
  return inCharset(
    content,
    /charset="?([\w-]+)/i.exec(type)?.[1] ?? /<meta[^>]+charset=["']?([\w-]+)/i.exec(latin(content))?.[1],
  );
}

function parted(message: string): { head: string; body: string } {
  const end = /\r?\n\r?\n/.exec(message);
  if (!end) return { head: message, body: '' };
  return { head: message.slice(0, end.index).replaceAll(/\r?\n[ \t]+/g, ' '), body: message.slice(end.index + end[0].length) };
}
const field = (head: string, name: string) => new RegExp(`^${name}:\\s*(.*)$`, 'im').exec(head)?.[1]?.trim() ?? '';

function unwrapped(body: string, encoding: string): Uint8Array {
  if (/base64/i.test(encoding)) return bytesOf(atob(body.replaceAll(/[^A-Za-z0-9+/]/g, '')));
  if (!/quoted-printable/i.test(encoding)) return bytesOf(body);
  const whole = body.replaceAll(/=[ \t]*\r?\n/g, '');
  return bytesOf(whole.replaceAll(/=([0-9A-F]{2})/gi, (_, hex: string) => latin(Uint8Array.of(Number.parseInt(hex, 16)))));
}

/** GB 2312 as pages say it is GB 18030 as browsers read it. */
function inCharset(content: Uint8Array, charset = 'utf-8'): string {
  try {
    return new TextDecoder(/^(?:gb2312|gbk|x-gbk)$/i.test(charset) ? 'gb18030' : charset).decode(content);
  } catch {
    return new TextDecoder().decode(content);
  }
}
