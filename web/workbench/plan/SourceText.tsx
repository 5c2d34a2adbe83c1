import { useState } from 'react';
import type { Line, Reading, Repair } from '../../../server/notice/reading.ts';

type Shown = Pick<Reading, 'lines' | 'repairs' | 'questions'>;
type Props = { reading: Shown; keep: string[]; setKeep: (keep: string[]) => void };

/** The notice beside its reading: what was taken out is struck through, and a click on it puts it back. */
export function SourceText({ reading: { lines, repairs, questions }, keep, setKeep }: Props) {
  const [cleaned, setCleaned] = useState(false);
  const doubtful = new Set(questions.map(({ line }) => line));
  const count = (kind: Repair['kind']) => repairs.filter((repair) => repair.kind === kind).length;
  const views = [
    ['原文', false],
    ['整理后', true],
  ] as const;
  return (
    <section className="card">
      <header>
        <h2>来文</h2>
        <span className="cap">{lines.length} 行</span>
        <span className="more">
          {views.map(([label, value]) => (
            <button
              key={label}
              type="button"
              className={`btn small ${cleaned === value ? 'main' : ''}`}
              aria-pressed={cleaned === value}
              onClick={() => setCleaned(value)}
            >
              {label}
            </button>
          ))}
        </span>
      </header>
      <p className="sheet">
        删去拼音夹注 {count('pinyin')} 处　繁体转简体 {count('simplify')} 遍　改全角数字、标点{' '}
        {count('digit') + count('punctuation')} 处
        {keep.length > 0 && (
          <button type="button" className="btn text small" onClick={() => setKeep([])}>
            已还原 {keep.length} 处，全部重新整理
          </button>
        )}
      </p>
      <ol className="src">
        {lines.map((line) => (
          <li key={line.line} id={`line-${line.line}`} className={doubtful.has(line.line) ? 'hit' : ''}>
            <i>{line.line}</i>
            <p>{cleaned ? line.text : <Original line={line} repairs={repairs} undo={(id) => setKeep([...keep, id])} />}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Original({ line, repairs, undo }: { line: Line; repairs: readonly Repair[]; undo: (id: string) => void }) {
  const glosses = repairs.filter((repair) => repair.kind === 'pinyin' && repair.line === line.line).sort((a, b) => a.at - b.at);
  let from = 0;
  const parts = glosses.map((gloss) => {
    const before = line.source.slice(from, gloss.at);
    from = gloss.at + gloss.from.length;
    return (
      <span key={gloss.id}>
        {before}
        <del>
          <button type="button" tabIndex={-1} title="点一下还原这一处" onClick={() => undo(gloss.id)}>
            {gloss.from}
          </button>
        </del>
      </span>
    );
  });
  return (
    <>
      {parts}
      {line.source.slice(from)}
    </>
  );
}
