import { useState } from 'react';
import { copyWords } from '../../../ui/copy.ts';

/** One tap, and the words are ready to be pasted into the work group. */
export function Copy({ words, label }: { words: string; label: string }) {
  const [copied, setCopied] = useState<boolean | null>(null);
  const copy = async () => setCopied(await copyWords(words));
  return (
    <>
      <button type="button" className="btn small" onClick={copy}>
        {copied ? '✓ 已复制' : label}
      </button>
      <span className={copied === false ? 'why' : 'sr'} role="status">
        {copied ? '已复制，去工作群里粘贴' : copied === false ? '浏览器不让复制，请点开这一条，选中文字自己复制' : ''}
      </span>
    </>
  );
}
