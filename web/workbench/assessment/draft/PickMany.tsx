import { useContext, useId, useState } from 'react';
import { ListsNow } from './lists.ts';

type Props = { label: string; name: string; values: readonly string[]; set: (values: string[]) => void };

/** Several names, picked from the county's own or typed. */
export function PickMany({ label, name, values, set }: Props) {
  const known = useContext(ListsNow)[name] ?? [];
  const [text, setText] = useState('');
  const list = useId();
  const wordsOf = (value: string) => known.find((each) => each.value === value)?.words ?? value;
  const add = (typed: string) => {
    const value = known.find(({ words }) => words === typed.trim())?.value ?? typed.trim();
    setText('');
    if (value !== '' && !values.includes(value)) set([...values, value]);
  };
  return (
    <div className="pick">
      {values.map((value) => (
        <button
          type="button"
          className="chip"
          key={value}
          aria-label={`去掉${label}“${wordsOf(value)}”`}
          onClick={() => set(values.filter((each) => each !== value))}
        >
          {wordsOf(value)} ✕
        </button>
      ))}
      <input
        aria-label={`${label}：加一个`}
        list={list}
        value={text}
        placeholder="选或写，按回车"
        onChange={({ target }) => (known.some(({ words }) => words === target.value) ? add(target.value) : setText(target.value))}
        onBlur={() => add(text)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          add(text);
        }}
      />
      <datalist id={list}>
        {known
          .filter(({ value }) => !values.includes(value))
          .map(({ value, words }) => (
            <option key={value} value={words} />
          ))}
      </datalist>
    </div>
  );
}
