import { useState } from 'react';
import { keepHere } from '../../ui/kept.ts';
import type { Source } from './draft.ts';

const largest = 10 * 1024 * 1024;

const readable =
  '.txt,.docx,.doc,.wps,.rtf,.pdf,.ofd,.xlsx,.html,.htm,.mht,.mhtml,.png,.jpg,.jpeg,text/plain,text/html,application/pdf';

/** The way in: paste, or a file whose bytes go up as they are, for the server to find out what it is. */
export function Paste({ take }: { take: (source: Source) => void }) {
  const [text, setText] = useState(() => localStorage.getItem('plan-paste') ?? '');
  const [why, setWhy] = useState<string | null>(null);
  const upload = async (file: File | undefined) => {
    if (!file) return;
    if (file.size === 0) return setWhy(`“${file.name}”是空的，请换一个文件。`);
    if (file.size > largest) return setWhy(`“${file.name}”超过 10 MB，请只交文字部分。`);
    take({ base64: base64Of(new Uint8Array(await file.arrayBuffer())) });
  };
  const keep = (value: string) => {
    keepHere('plan-paste', value);
    setText(value);
  };
  return (
    <main className="page">
      <div className="head">
        <div>
          <h1>读入通知</h1>
          <p>
            选通知的文件，或把全文连同附件的时间安排表粘进来。Word、WPS、RTF、PDF、OFD、Excel 和网页都能直接读；扫描件请找原件。
          </p>
        </div>
        <div className="acts">
          <button
            className="btn main"
            type="button"
            aria-disabled={text.trim() === ''}
            onClick={() => text.trim() && take({ text })}
          >
            读这份通知
          </button>
        </div>
      </div>
      <section className="card sheet">
        <label className="fill">
          <span>通知全文</span>
          <textarea
            className="paste"
            value={text}
            onChange={({ target }) => keep(target.value)}
            onPaste={(event) => {
              const page = event.clipboardData.getData('text/html');
              if (text.trim() !== '' || !/<table/i.test(page)) return;
              event.preventDefault(); // as plain text a table would lose its merged cells
              take({ base64: base64Of(new TextEncoder().encode(page)) });
            }}
          />
        </label>
        <label className="fill">
          <span>或选通知的文件（docx、doc、wps、rtf、pdf、ofd、xlsx、txt、网页、mht）</span>
          <input type="file" accept={readable} onChange={({ target }) => upload(target.files?.[0])} />
        </label>
        {why && (
          <p className="said" role="alert">
            ! {why}
          </p>
        )}
      </section>
    </main>
  );
}

function base64Of(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
}
