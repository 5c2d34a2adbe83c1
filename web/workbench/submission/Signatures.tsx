import { roles } from '../../../server/identity/rights.ts';
import { signerOf } from '../../../server/submission/review.ts';
import { type Level, levels, proofs } from '../../../server/submission/submission.ts';
import { addressOf } from '../../ui/upload.ts';
import type { Article } from './articles.ts';

type Signature = Article['signatures'][number];

/** 六签: who signed what of the newest version, and whose turn it is. */
export function Signatures({ article }: { article: Article }) {
  const signed = article.signatures.filter(({ versionNo }) => versionNo === article.versionNo);
  const sheet = signed.find((each) => each.sheet !== null);
  return (
    <section className="card">
      <header>
        <h2>
          六签：已签 {signed.length}
          {signed.length < 6 && `，差 ${6 - signed.length}`}
        </h2>
      </header>
      <ol className="trail">
        {([1, 2, 3] as const).map((level) => (
          <OfLevel
            key={level}
            level={level}
            signed={signed.filter((each) => each.level === level)}
            now={article.level === level}
          />
        ))}
      </ol>
      <footer>
        三人六签，作者{article.authorName}不在内。
        {sheet?.sheet && (
          <>
            <br />
            代录：{sheet.recordedByName} 录自 <a href={addressOf(sheet.sheet)}>审签单</a>
          </>
        )}
      </footer>
    </section>
  );
}

function OfLevel({ level, signed, now }: { level: Level; signed: readonly Signature[]; now: boolean }) {
  return (
    <>
      <li className="of">
        {roles[signerOf[level]]}　<b>{signed[0]?.signerName}</b>
      </li>
      <Act words={levels[level]} act={signed.find(({ kind }) => kind === 'review')} now={now} />
      <Act words={proofs[level]} act={signed.find(({ kind }) => kind === 'proof')} now={now} />
    </>
  );
}

function Act({ words, act, now }: { words: string; act: Signature | undefined; now: boolean }) {
  const waits = !act && now;
  return (
    <li className={act ? '' : waits ? 'now' : 'yet'} aria-current={waits ? 'step' : undefined}>
      <i aria-hidden="true">{act ? '✓' : waits ? '◔' : '○'}</i>
      <b>{words}</b>
      <span>
        {act?.mistakes ? `改 ${act.mistakes} 处　` : ''}
        {act?.note}
      </span>
      <time>{act ? act.signedOn.slice(5) : waits ? '现在' : '还没到'}</time>
    </li>
  );
}
