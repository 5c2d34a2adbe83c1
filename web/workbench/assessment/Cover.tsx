import { covers } from '../../../server/bulletin/covers.ts';
import type { Measures } from './monthNow.ts';

type Cell = Measures['units'][string][number];
type Props = { cells: readonly Cell[]; of: Measures };

/** One mark for each measure of the notice; the words behind them are in the account. */
export const CoverStrip = ({ cells, of: { measures } }: Props) => (
  <span
    className="covers"
    role="img"
    aria-label={tallyOf(cells)}
    title={measures.map(({ no, title }, at) => `${no} ${title}：${cells[at]?.words ?? ''}`).join('\n')}
  >
    {cells.map(({ state }, at) => (
      <i key={measures[at]?.no} className={state} aria-hidden="true">
        {covers[state].mark}
      </i>
    ))}
  </span>
);

/** '完成 1 项，未到期 3 项'; what nobody is asked for is left out. */
function tallyOf(cells: readonly Cell[]): string {
  const kinds = (Object.keys(covers) as Cell['state'][]).filter((kind) => kind !== 'none');
  const counted = kinds.map((kind) => [covers[kind].word, cells.filter(({ state }) => state === kind).length] as const);
  return counted.flatMap(([word, count]) => (count > 0 ? [`${word} ${count} 项`] : [])).join('，') || '不适用';
}

export const CoverKeys = () => (
  <span className="cover-keys">
    措施：
    {Object.values(covers).map(({ mark, word }) => (
      <span key={word}>
        {mark} {word}
      </span>
    ))}
  </span>
);

/** The measures of one unit in words. */
export const Covers = ({ cells, of: { measures } }: Props) => (
  <section className="part" aria-label="通知的各项措施">
    <h3>
      通知的 {measures.length} 项措施：{tallyOf(cells)}
    </h3>
    <ol className="covered">
      {measures.map(({ no, title }, at) => {
        const cell = cells[at];
        return (
          cell && (
            <li key={no}>
              <span>
                {no}. {title}
              </span>
              <span className={`covers ${cell.state}`}>
                <i className={cell.state} aria-hidden="true">
                  {covers[cell.state].mark}
                </i>{' '}
                {cell.state === 'none' ? covers.none.word : cell.words}
              </span>
            </li>
          )
        );
      })}
    </ol>
  </section>
);
