import type { Answer } from '../../../server/plan/settling.ts';
import { asksDays } from '../../../server/plan/settling.ts';
import { daysOf } from './days.ts';

type Props = { label: string; answer: Answer; settle: (answer: Answer) => void };

/** What a person adds to his choice: two days, or what stands on the paper. */
export function Words({ label, answer, settle }: Props) {
  const say = (text: string) => settle({ choice: answer.choice, text });
  if (!asksDays(answer.choice))
    return (
      <input
        type="text"
        aria-label={label}
        placeholder="照纸质原件写"
        value={answer.text ?? ''}
        onChange={({ target }) => say(target.value)}
      />
    );
  const { from, to } = daysOf(answer.text);
  return (
    <span>
      <input type="date" aria-label={`${label}：开始`} value={from} onChange={({ target }) => say(`${target.value}—${to}`)} />
      {' — '}
      <input
        type="date"
        aria-label={`${label}：结束`}
        min={from}
        value={to}
        onChange={({ target }) => say(`${from}—${target.value}`)}
      />
    </span>
  );
}
