import { type Answer, asksDay, asksWindow } from '../../../server/plan/settling.ts';
import { daysOf, saidOf } from './days.ts';

/** `sides`: the two campaigns that a window is about, where a person says of which. */
type Props = { label: string; answer: Answer; sides: readonly string[]; settle: (answer: Answer) => void };

/** What a person adds to his choice: days, or what stands on the paper. */
export function Words({ label, answer, sides, settle }: Props) {
  const { choice, text = '' } = answer;
  const say = (text: string) => settle({ choice, text });
  if (asksWindow(choice)) return <Window label={label} text={text} sides={sides} say={say} />;
  if (asksDay(choice))
    return <input type="date" aria-label={`${label}：哪天`} value={text} onChange={({ target }) => say(target.value)} />;
  return (
    <input
      type="text"
      aria-label={label}
      placeholder={choice === '照原件填写' ? '照原件写出引号里的这一段' : '照纸质原件写'}
      value={text}
      onChange={({ target }) => say(target.value)}
    />
  );
}

type WindowProps = { label: string; text: string; sides: readonly string[]; say: (text: string) => void };
function Window({ label, text, sides, say }: WindowProps) {
  const { of = sides.at(-1), from, to } = daysOf(text);
  const change = (part: Partial<ReturnType<typeof daysOf>>) => say(saidOf({ of, from, to, ...part }));
  return (
    <span>
      {sides.length > 1 && (
        <select aria-label={`${label}：改哪一场`} value={of} onChange={({ target }) => change({ of: target.value })}>
          {sides.map((side) => (
            <option key={side} value={side}>
              {side}
            </option>
          ))}
        </select>
      )}{' '}
      <input type="date" aria-label={`${label}：开始`} value={from} onChange={({ target }) => change({ from: target.value })} />
      {' — '}
      <input
        type="date"
        aria-label={`${label}：结束`}
        min={from}
        value={to}
        onChange={({ target }) => change({ to: target.value })}
      />
    </span>
  );
}
