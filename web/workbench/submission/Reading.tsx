import { useState } from 'react';
import { addressOf } from '../../ui/upload.ts';
import type { Article } from './articles.ts';
import { DifferenceText } from './DifferenceText.tsx';

/** What is read and signed; against the version before it, if there is one. */
export function Reading({ article }: { article: Article }) {
  const { versions, title, body, pictures, unitName, authorName } = article;
  const before = versions.findLast(({ no }) => no < article.versionNo);
  const [compared, setCompared] = useState(before !== undefined);
  const latest = versions.at(-1);
  return (
    <section className="card paper" aria-label="稿件正文">
      <header>
        <h2>{latest ? `第 ${article.versionNo} 版` : '正文'}</h2>
        {latest && (
          <span className="cap">
            {latest.madeByName} {latest.madeOn.slice(5)} 送审
          </span>
        )}
        {before && (
          <label className="toggled">
            <input type="checkbox" checked={compared} onChange={({ target }) => setCompared(target.checked)} /> 标出比第{' '}
            {before.no} 版改了什么
          </label>
        )}
      </header>
      <article className="text">
        <h3>{compared && before && before.title !== title ? `${title}（原题：${before.title}）` : title}</h3>
        <p className="by">
          {unitName}　{authorName}
        </p>
        {compared && before ? <DifferenceText before={before.body} after={body} /> : <Paragraphs body={body} />}
        {pictures.map(({ sha256, caption }) => (
          <figure key={sha256}>
            <img src={addressOf(sha256)} alt={caption} />
            <figcaption>{caption}</figcaption>
          </figure>
        ))}
      </article>
    </section>
  );
}

const Paragraphs = ({ body }: { body: string }) =>
  body
    .split('\n')
    .filter((line) => line.trim() !== '')
    // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no other name, and the list never changes in place
    .map((line, at) => <p key={at}>{line}</p>);
