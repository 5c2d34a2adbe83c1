import { spawn } from 'node:child_process';

const patience = 60_000; // ms for a page
const [MOST_PAGES, LARGEST] = [20, 32 * 1024 * 1024];

/** Is Debian's tesseract with Chinese on this machine? Asked each time a scan arrives, so that installing it is enough. */
export async function canRecognise(): Promise<boolean> {
  const languages = await outputOf('tesseract', ['--list-langs']);
  return /^chi_sim\s*$/m.test(new TextDecoder().decode(languages ?? new Uint8Array()));
}

/** A picture, or the pages of a PDF drawn by poppler → the text that tesseract makes of it; empty where it makes none. */
export async function recognise(bytes: Uint8Array, isPdf: boolean): Promise<string> {
  const texts: string[] = [];
  for (let page = 1; page <= (isPdf ? MOST_PAGES : 1); page++) {
    const drawing = ['-f', `${page}`, '-l', `${page}`, '-r', '200', '-png', '-'];
    const picture = isPdf ? await outputOf('pdftoppm', drawing, bytes) : bytes;
    if (!picture || picture.length === 0) break;
    const text = await outputOf('tesseract', ['stdin', 'stdout', '-l', 'chi_sim', '--psm', '6'], picture);
    texts.push(new TextDecoder().decode(text ?? new Uint8Array()));
  }
  return texts
    .join('\n')
    .replaceAll('\f', '\n')
    .replaceAll(/(?<=\p{Script=Han}) +(?=\p{Script=Han})/gu, '') // tesseract parts Chinese words
    .trim();
}

/** What a program writes; null where it is not there, fails, or takes too long. */
function outputOf(program: string, given: readonly string[], input?: Uint8Array): Promise<Uint8Array | null> {
  return new Promise((resolve) => {
    const child = spawn(program, given, { stdio: ['pipe', 'pipe', 'ignore'], timeout: patience });
    const parts: Buffer[] = [];
    let size = 0;
    child.on('error', () => resolve(null));
    child.stdout.on('data', (part: Buffer) => {
      size += part.length;
      if (size > LARGEST) child.kill();
      else parts.push(part);
    });
    child.on('close', (code) => resolve(code === 0 ? new Uint8Array(Buffer.concat(parts)) : null));
    child.stdin.on('error', () => undefined); // it may end before it has read everything
    child.stdin.end(input);
  });
}
