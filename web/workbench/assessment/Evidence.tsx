import { useState } from 'react';
import { addressOf } from '../../ui/upload.ts';

/** What proves a fact, under its digest: a picture shows itself, anything else its name. */
export function Evidence({ files, label }: { files: readonly string[]; label: string }) {
  return (
    <ul className="ev">
      {files.map((sha256, place) => (
        <li key={sha256}>
          <a href={addressOf(sha256)} target="_blank" rel="noreferrer">
            <Look sha256={sha256} />
            <span className="sr">{label}的</span>
            <span>佐证 {place + 1}</span>
            <small>摘要 {shortly(sha256)}</small>
          </a>
        </li>
      ))}
      {files.length === 0 && <li className="cap">没有附佐证文件</li>}
    </ul>
  );
}

function Look({ sha256 }: { sha256: string }) {
  const [picture, setPicture] = useState(true);
  if (!picture) return <i aria-hidden="true">文件</i>;
  return <img alt="" loading="lazy" src={addressOf(sha256)} onError={() => setPicture(false)} />;
}

export const shortly = (digest: string) => `${digest.slice(0, 4)}…${digest.slice(-4)}`;
