import { useState } from 'react';
import type { Reading } from '../../../server/notice/reading.ts';
import { Repairs } from './Repairs.tsx';
import { SourceLine } from './SourceLine.tsx';

type Shown = Pick<Reading, 'lines' | 'repairs' | 'questions'>;
type Props = { reading: Shown; keep: string[]; setKeep: (keep: string[]) => void };

const views = [
  ['原文', false],
  ['整理后', true],
] as const;

/** The notice beside its reading: what was taken out is struck through, and a click on it puts it back. */
export function SourceText({ reading: { lines, repairs, questions }, keep, setKeep }: Props) {
  const [cleaned, setCleaned] = useState(false);
  const [wanted, setWanted] = useState('');
  const [now, setNow] = useState<number | null>(null);
  const words = wanted.trim();
  const found = words === '' ? [] : lines.filter(({ source, text }) => source.includes(words) || text.includes(words));
  const numbers = found.map(({ line }) => line);
  const state = (line: number) => (line === now ? 'now' : numbers.includes(line) ? 'here' : null);
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
      <Search wanted={wanted} setWanted={setWanted} found={numbers} now={now} setNow={setNow} />
      <Repairs repairs={repairs} keep={keep} setKeep={setKeep} />
      <ol className="src">
        {lines.map((line) => (
          <SourceLine
            key={line.line}
            {...{ line, repairs, questions, cleaned }}
            found={words === '' ? null : state(line.line)}
            undo={(id) => setKeep([...keep, id])}
          />
        ))}
      </ol>
    </section>
  );
}

type SearchProps = {
  wanted: string;
  setWanted: (wanted: string) => void;
  found: readonly number[];
  now: number | null;
  setNow: (line: number | null) => void;
};
/** Words anywhere in the notice: how many lines have them, and from one to the next by Enter. */
function Search({ wanted, setWanted, found, now, setNow }: SearchProps) {
  const go = (step: 1 | -1) => {
    const at = now === null ? -1 : found.indexOf(now);
    const next = found.at(at === -1 ? (step === 1 ? 0 : -1) : (at + step + found.length) % found.length);
    setNow(next ?? null);
    document.getElementById(`line-${next}`)?.scrollIntoView({ block: 'center' });
  };
  return (
    <form
      className="search"
      onSubmit={(event) => {
        event.preventDefault();
        go(1);
      }}
    >
      <input
        type="search"
        aria-label="在来文里查找"
        placeholder="在来文里查找"
        value={wanted}
        onChange={({ target }) => {
          setNow(null);
          setWanted(target.value);
        }}
      />
      {wanted.trim() !== '' && (
        <>
          <span className="cap" role="status">
            {found.length === 0 ? '没有找到' : `${found.length} 行${now === null ? '' : `，第 ${found.indexOf(now) + 1} 处`}`}
          </span>
          <button type="button" className="btn small" aria-disabled={found.length === 0} onClick={() => go(-1)}>
            上一处
          </button>
          <button type="submit" className="btn small" aria-disabled={found.length === 0}>
            下一处
          </button>
        </>
      )}
    </form>
  );
}
