import { useEffect, useState } from 'react';
import type { KeptFile } from '../../../server/kernel/queries.ts';
import { addressOf } from '../../ui/upload.ts';
import { typing } from '../useQueueKeys.ts';

const sizes = ['整版', '原大', '放大'] as const;
const next = (size: number) => (size + 1) % sizes.length;

type Props = { files: readonly KeptFile[]; link: string | null };

/** What is to be held against the claim: one file at a time, as large as wanted, and the link. */
export function Evidence({ files, link }: Props) {
  const [at, setAt] = useState(0);
  const [size, setSize] = useState(0);
  const file = files[Math.min(at, files.length - 1)];
  useKey('z', () => setSize(next));
  return (
    <section className="card evidence" aria-label="佐证">
      <header>
        <h2>佐证{files.length > 0 ? `：${files.length} 份` : '：只有网址'}</h2>
        {files.length > 1 && <Choice label="看哪一份" names={files.map((_, place) => `${place + 1}`)} chosen={at} set={setAt} />}
        {file && file.mediaType !== 'application/pdf' && <Choice label="看多大" names={sizes} chosen={size} set={setSize} />}
      </header>
      {link && (
        <p className="about">
          网址
          <a href={link} target="_blank" rel="noreferrer noopener">
            {link}
          </a>
        </p>
      )}
      {file && (
        <p className="about">
          <a href={addressOf(file.sha256)} target="_blank" rel="noreferrer">
            {file.name}
          </a>
          <span>
            原件封存，摘要 {file.sha256.slice(0, 4)}…{file.sha256.slice(-4)}
          </span>
        </p>
      )}
      {file && <Sheet key={file.sha256} file={file} size={size} enlarge={() => setSize(next)} />}
      {!file && <p className="empty">没有文件。请打开网址核对标题、日期和单位名；打不开的，退回请单位交截图。</p>}
    </section>
  );
}

type SheetProps = { file: KeptFile; size: number; enlarge: () => void };
function Sheet({ file: { sha256, mediaType, name }, size, enlarge }: SheetProps) {
  if (mediaType === 'application/pdf') return <iframe src={addressOf(sha256)} title={name} />;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without focus the keyboard could not scroll it
    <section className={`view size${size}`} aria-label={`${name}，可上下左右移动`} tabIndex={0}>
      <button type="button" className="bare" title="换一种大小（Z）" onClick={enlarge}>
        <img src={addressOf(sha256)} alt={`佐证 ${name}`} />
      </button>
    </section>
  );
}

type ChoiceProps = { label: string; names: readonly string[]; chosen: number; set: (place: number) => void };
const Choice = ({ label, names, chosen, set }: ChoiceProps) => (
  <fieldset className="toggles" aria-label={label}>
    {names.map((name, place) => (
      <button key={name} type="button" aria-pressed={place === chosen} onClick={() => set(place)}>
        {name}
      </button>
    ))}
  </fieldset>
);

/** A single letter, while nothing is being typed. */
export function useKey(key: string, act: () => void) {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== key || event.ctrlKey || event.altKey || event.metaKey || typing(event.target)) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  });
}
