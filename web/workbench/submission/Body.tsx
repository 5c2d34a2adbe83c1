import type { ClipboardEvent } from 'react';
import { wordsOf } from '../../../server/submission/submission.ts';
import { pasted } from './pasted.ts';

type Props = { value: string; change: (body: string) => void; take: (files: readonly File[]) => void };

/** The text itself. What is pasted comes in as it would have been typed; a picture in the clipboard goes to the pictures. */
export function Body({ value, change, take }: Props) {
  const paste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const words = event.clipboardData.getData('text/plain');
    const pictures = [...event.clipboardData.files].filter(({ type }) => type.startsWith('image/'));
    if (words === '' && pictures.length === 0) return;
    event.preventDefault();
    if (words === '') take(pictures);
    else insert(event.currentTarget, breakBefore(event.currentTarget, words) + pasted(words), change);
  };
  return (
    <label className="fill">
      <span>
        正文 <small>{wordsOf(value)} 字</small>
      </span>
      <textarea
        className="body"
        rows={12}
        maxLength={50_000}
        value={value}
        onPaste={paste}
        onChange={({ target }) => change(target.value)}
      />
      <small>一行一段。从 Word、WPS 里复制来的，缩进、空行、项目符号会自动去掉；截图可以直接粘贴。</small>
    </label>
  );
}

/** What was copied together with the break before it begins a line of its own. */
const breakBefore = ({ value, selectionStart }: HTMLTextAreaElement, words: string) =>
  /^[\r\n]/.test(words) && !/(^|\n)$/.test(value.slice(0, selectionStart)) ? '\n' : '';

/** As if it were typed, so that the browser can undo it; where it does not know how, in place. */
function insert(area: HTMLTextAreaElement, words: string, change: (body: string) => void) {
  if (document.execCommand('insertText', false, words)) return;
  area.setRangeText(words, area.selectionStart, area.selectionEnd, 'end');
  change(area.value);
}
