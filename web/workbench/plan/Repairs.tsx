import type { Repair } from '../../../server/notice/reading.ts';

const words = {
  pinyin: '删去拼音夹注',
  simplify: '繁体转简体',
  digit: '改数字',
  punctuation: '改标点',
  break: '拼回断行',
} as const;
const kindOf = (id: string) => words[id.split(':')[0] as Repair['kind']] ?? '整理';
const lineOf = (id: string) => id.split(':')[1];

type Props = { repairs: readonly Repair[]; keep: readonly string[]; setKeep: (keep: string[]) => void };

/** Every change that was made before reading, counted and listed, each to be undone and done again. */
export function Repairs({ repairs, keep, setKeep }: Props) {
  const kinds = Object.entries(words).map(([kind, word]) => ({
    word,
    count: repairs.filter((each) => each.kind === kind).length,
  }));
  return (
    <details className="repairs">
      <summary>
        {kinds
          .filter(({ count }) => count > 0)
          .map(({ word, count }) => `${word} ${count} ${word === words.simplify ? '遍' : '处'}`)
          .join('　') || '没有改动'}
        {keep.length > 0 && `　已还原 ${keep.length} 处`}
      </summary>
      <ul>
        {keep.map((id) => (
          <li key={id}>
            <span>
              {lineOf(id) ? `第 ${lineOf(id)} 行　` : ''}
              {kindOf(id)}：已还原
            </span>
            <button type="button" className="btn small" onClick={() => setKeep(keep.filter((other) => other !== id))}>
              重新整理
            </button>
          </li>
        ))}
        {repairs.map((repair) => (
          <Made key={repair.id} repair={repair} undo={() => setKeep([...keep, repair.id])} />
        ))}
      </ul>
    </details>
  );
}

const Made = ({ repair: { kind, line, from, to }, undo }: { repair: Repair; undo: () => void }) => (
  <li>
    <span>
      <a href={`#line-${line}`}>第 {line} 行</a>　{words[kind]}：<del>{from}</del> {to}
    </span>
    <button type="button" className="btn small" aria-label={`还原第 ${line} 行的${from}`} onClick={undo}>
      还原
    </button>
  </li>
);
