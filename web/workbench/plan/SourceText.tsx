import { useState } from 'react';
import type { Line, Reading, Repair } from '../../../server/notice/reading.ts';
import { Repairs } from './Repairs.tsx';
import { segmentsOf } from './segments.ts';

type Shown = Pick<Reading, 'lines' | 'repairs' | 'questions'>;
type Props = { reading: Shown; keep: string[]; setKeep: (keep: string[]) => void };

/** The notice beside its reading: what was taken out is struck through, and a click on it puts it back. */
export function SourceText({ reading: { lines, repairs, questions }, keep, setKeep }: Props) {
  const [cleaned, setCleaned] = useState(false);
  const doubtsIn = (line: number) => questions.filter((question) => question.line === line).map(({ text }) => text);
  const views = [
    ['原文', false],
    ['整理后', true],
  ] as const;
  return (
    <section className="card source">
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
      <Repairs repairs={repairs} keep={keep} setKeep={setKeep} />
      <ol className="src">
        {lines.map((line) => (
          <li key={line.line} id={`line-${line.line}`} className={doubtsIn(line.line).length > 0 ? 'hit' : ''}>
            <i>{line.line}</i>
            <p>
              {cleaned ? (
                line.text
              ) : (
                <Original line={line} repairs={repairs} doubts={doubtsIn(line.line)} undo={(id) => setKeep([...keep, id])} />
              )}
            </p>
            <Pins questions={questions} line={line.line} />
          </li>
        ))}
      </ol>
    </section>
  );
}

type OriginalProps = { line: Line; repairs: readonly Repair[]; doubts: readonly string[]; undo: (id: string) => void };
function Original({ line: { line, source }, repairs, doubts, undo }: OriginalProps) {
  const glosses = repairs.filter((repair) => repair.kind !== 'simplify' && repair.line === line);
  return segmentsOf(source, glosses, doubts).map(({ at, text, gone, doubtful }) => {
    if (doubtful) return <mark key={at}>{text}</mark>;
    if (gone === null) return <span key={at}>{text}</span>;
    return (
      <del key={at}>
        {/* by keyboard it is undone in the list above: 150 stops on the way through a text are too many */}
        <button type="button" tabIndex={-1} title="点一下还原这一处" onClick={() => undo(gone)}>
          {text}
        </button>
      </del>
    );
  });
}

const Pins = ({ questions, line }: { questions: Shown['questions']; line: number }) =>
  questions.map((question, place) =>
    question.line === line ? (
      <a key={question.id} className="num" href={`#doubt-${place + 1}`} aria-label={`疑点 ${place + 1}`}>
        {place + 1}
      </a>
    ) : null,
  );
