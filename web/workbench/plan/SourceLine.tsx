import type { Line, Question, Repair } from '../../../server/notice/reading.ts';
import { rowCells, segmentsOf } from './segments.ts';

type Shown = { line: Line; repairs: readonly Repair[]; questions: readonly Question[] };
type Props = Shown & { cleaned: boolean; found: 'here' | 'now' | null; undo: (id: string) => void };

/** A line of the notice: a row of a table as its cells beside each other; what was taken out of it is struck through. */
export function SourceLine({ line, repairs, questions, cleaned, found, undo }: Props) {
  const doubts = questions.filter((question) => question.line === line.line).map(({ text }) => text);
  const cells = rowCells(cleaned ? line.text : line.source);
  const state = [doubts.length > 0 && 'hit', found && 'found', found === 'now' && 'now'].filter(Boolean).join(' ');
  const told = (piece: { at: number; text: string }) =>
    cleaned ? piece.text : <Original line={line.line} piece={piece} repairs={repairs} doubts={doubts} undo={undo} />;
  return (
    <li id={`line-${line.line}`} className={state}>
      <i>{line.line}</i>
      {cells ? (
        <p className="cells">
          {cells.map((cell) => (
            <span key={cell.at}>{told(cell)}</span>
          ))}
        </p>
      ) : (
        <p>{told({ at: 0, text: cleaned ? line.text : line.source })}</p>
      )}
      <Pins questions={questions} line={line.line} />
    </li>
  );
}

type OriginalProps = {
  line: number;
  piece: { at: number; text: string };
  repairs: readonly Repair[];
  doubts: readonly string[];
  undo: (id: string) => void;
};
function Original({ line, piece, repairs, doubts, undo }: OriginalProps) {
  const glosses = repairs
    .filter((repair) => repair.kind !== 'simplify' && repair.line === line && repair.at >= piece.at)
    .map((repair) => ({ ...repair, at: repair.at - piece.at }));
  return segmentsOf(piece.text, glosses, doubts).map(({ at, text, gone, doubtful }) => {
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

const Pins = ({ questions, line }: { questions: readonly Question[]; line: number }) =>
  questions.map((question, place) =>
    question.line === line ? (
      <a key={question.id} className="num" href={`#doubt-${place + 1}`} aria-label={`疑点 ${place + 1}`}>
        {place + 1}
      </a>
    ) : null,
  );
