import { useEffect } from 'react';
import type { Question, Reading } from '../../../server/notice/reading.ts';
import type { Answer } from '../../../server/plan/settling.ts';
import type { Draft } from './draft.ts';

type Props = {
  reading: Pick<Reading, 'questions'>;
  newUnits: readonly string[];
  answers: Draft['answers'];
  addAll: boolean;
  change: (part: Partial<Draft>) => void;
};

/** Doubts first: the program neither guesses nor drops, a person settles each. Keys 1–9 jump to one. */
export function Doubts({ reading: { questions }, newUnits, answers, addAll, change }: Props) {
  useJumps();
  const all = questions.length + (newUnits.length > 0 ? 1 : 0);
  const done = questions.filter(({ id }) => answers[id]).length + (newUnits.length > 0 && addAll ? 1 : 0);
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
          answer={answers[question.id]}
          settle={(answer) => change({ answers: { ...answers, [question.id]: answer } })}
        />
      ))}
      {newUnits.length > 0 && (
        <fieldset className="doubt" id={`doubt-${questions.length + 1}`}>
          <span className={`num ${addAll ? 'ok' : ''}`}>{addAll ? '✓' : questions.length + 1}</span>
          <div>
            <h3>{newUnits.length} 个责任单位在名录里没有</h3>
            <ul className="chips">
              {newUnits.map((name) => (
                <li key={name}>{name}</li>
              ))}
            </ul>
            <div className="opt">
              <label>
                <input type="checkbox" checked={addAll} onChange={({ target }) => change({ addAll: target.checked })} />{' '}
                全部新增（新增只问这一次）
              </label>
            </div>
          </div>
        </fieldset>
      )}
    </section>
  );
}

const asksWords = (choice: string) => /^(照原件填写|另填起止日)$/.test(choice);
const hintOf = ({ kind }: Question) => (kind === 'date' ? '2023-12-01—2023-12-10' : '照原件填写');

type DoubtProps = { no: number; question: Question; answer: Answer | undefined; settle: (answer: Answer) => void };
function Doubt({ no, question, answer, settle }: DoubtProps) {
  const { id, line, why, text, choices } = question;
  return (
    <fieldset className="doubt" id={`doubt-${no}`}>
      <span className={`num ${answer ? 'ok' : ''}`}>{answer ? '✓' : no}</span>
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
            <input
              type="text"
              aria-label={`第 ${line} 行：${answer.choice}`}
              placeholder={hintOf(question)}
              value={answer.text ?? ''}
              onChange={({ target }) => settle({ choice: answer.choice, text: target.value })}
            />
          )}
        </div>
      </div>
    </fieldset>
  );
}

function useJumps() {
  useEffect(() => {
    const jump = ({ key, target, ctrlKey, altKey, metaKey }: KeyboardEvent) => {
      const typing = target instanceof HTMLInputElement && target.type === 'text';
      if (typing || target instanceof HTMLTextAreaElement || ctrlKey || altKey || metaKey || !/^[1-9]$/.test(key)) return;
      document.querySelector<HTMLInputElement>(`#doubt-${key} input`)?.focus();
    };
    addEventListener('keydown', jump);
    return () => removeEventListener('keydown', jump);
  }, []);
}
