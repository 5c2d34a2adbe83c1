import { z } from 'zod';
import { monthShown } from './month.ts';
import { el, part } from './parts.ts';
import { toldShown, verdictOn } from './verdict.ts';

z.config({ jitless: true }); // the page forbids itself to make code out of texts

const [file, head, receipt] = [
  part<HTMLInputElement>('file'),
  part<HTMLTextAreaElement>('head'),
  part<HTMLTextAreaElement>('receipt'),
];
const [result, month] = [part('result'), part('month')];
let text: string | null = null;

/** The bytes as they are: a mark at the beginning counts as a change too. */
async function take(given: File | undefined): Promise<void> {
  if (given === undefined) return;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await given.arrayBuffer());
  } catch {
    text = null;
    month.hidden = true;
    const words = `“${given.name}”不是 UTF-8 编码的文本，请用原件，不要另存。`;
    result.replaceChildren(toldShown({ tone: 'bad', title: '! 读不出来', words }));
    return;
  }
  check();
}

/** Says that it works first, so that the page is not silent meanwhile. */
function check(): void {
  if (text === null) return;
  const asked = { text, head: head.value, receipt: receipt.value };
  result.replaceChildren(el('p', 'cap', '正在重算……'));
  setTimeout(() => {
    const { told, month: shown } = verdictOn(asked);
    result.replaceChildren(...told.map(toldShown));
    month.hidden = shown === null;
    month.replaceChildren(...(shown === null ? [] : monthShown(shown)));
  });
}

file.addEventListener('change', () => void take(file.files?.[0]));
head.addEventListener('change', check);
receipt.addEventListener('change', check);
part('ask').addEventListener('submit', (event) => event.preventDefault());
for (const name of ['dragover', 'dragleave', 'drop'] as const) {
  document.addEventListener(name, (event) => {
    event.preventDefault();
    document.body.classList.toggle('over', name === 'dragover');
    if (name === 'drop') void take(event.dataTransfer?.files[0]);
  });
}
