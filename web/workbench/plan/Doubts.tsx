import { useEffect } from 'react';
import type { Question, Reading } from '../../../server/notice/reading.ts';
import { sharing } from '../../../server/plan/answer/windows.ts';
import type { Answer } from '../../../server/plan/settling.ts';
import { asksWords, isSettled, openDoubts } from '../../../server/plan/settling.ts';
import type { Draft } from './draft.ts';
import { NewUnits } from './NewUnits.tsx';
import { Words } from './Words.tsx';

type Props = {
  reading: Pick<Reading, 'questions' | 'campaigns'>;
  unknown: readonly string[];
  draft: Draft;
  change: (part: Partial<Draft>) => void;
};

/** Doubts first: the program neither guesses nor drops, a person settles each. Keys 1–9 jump to one. */
export function Doubts({ reading: { questions, campaigns }, unknown, draft, change }: Props) {
  const { answers, addAll } = draft;
  useJumps();
  const all = questions.length + (unknown.length > 0 ? 1 : 0);
  const done = questions.length - openDoubts(questions, answers) + (unknown.length > 0 && addAll ? 1 : 0);
  return (
    <section className="card">
      <header>
        <h2>
          疑点：{all} 处，已定 {done} 处
        </h2>
        <span className="cap">程序不猜，也不丢</span>
        <span className="more cap">
          <kbd>1</kbd>—<kbd>{Math.min(all, 9)}</kbd> 跳到
        </span>
      </header>
      {all === 0 && <p className="empty">✓ 没有疑点。</p>}
      {questions.map((question, place) => (
        <Doubt
          key={question.id}
          no={place + 1}
          question={question}
          sides={question.kind === 'overlap' ? sharing({ campaigns }, question).map(({ called }) => called) : []}
          answer={answers[question.id]}
          settle={(answer) => change({ answers: { ...answers, [question.id]: answer } })}
        />
      ))}
      {unknown.length > 0 && <NewUnits no={questions.length + 1} names={unknown} draft={draft} change={change} />}
    </section>
  );
}

type DoubtProps = {
  no: number;
  question: Question;
  sides: string[];
  answer: Answer | undefined;
  settle: (answer: Answer) => void;
};
function Doubt({ no, question, sides, answer, settle }: DoubtProps) {
  const { id, line, why, text, choices } = question;
  const settled = isSettled(answer);
  return (
    <fieldset className="doubt" id={`doubt-${no}`}>
      <span className={`num ${settled ? 'ok' : ''}`}>{settled ? '✓' : no}</span>
      <div>
        <h3>
          <a href={`#line-${line}`}>第 {line} 行</a>　{why}
        </h3>
        <p>“{text}”</p>
        <div className="opt">
          {choices.map((choice) => (
            <label key={choice}>
              <input type="radio" name={id} checked={answer?.choice === choice} onChange={() => settle({ choice })} /> {choice}
            </label>
          ))}
          {answer && asksWords(answer.choice) && (
            <Words label={`第 ${line} 行：${answer.choice}`} answer={answer} sides={sides} settle={settle} />
          )}
        </div>
      </div>
    </fieldset>
  );
}

function useJumps() {
  useEffect(() => {
    const jump = ({ key, target, ctrlKey, altKey, metaKey }: KeyboardEvent) => {
      const typing = target instanceof HTMLInputElement && /text|date/.test(target.type);
      if (typing || target instanceof HTMLTextAreaElement || ctrlKey || altKey || metaKey || !/^[1-9]$/.test(key)) return;
      document.querySelector<HTMLInputElement>(`#doubt-${key} input`)?.focus();
    };
    addEventListener('keydown', jump);
    return () => removeEventListener('keydown', jump);
  }, []);
}
