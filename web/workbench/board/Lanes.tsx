import type { Column, Lane } from '../../../server/board/grid.ts';
import { Figure } from './Figure.tsx';

type Props = { lanes: readonly Lane[]; columns: readonly Column[]; today: string; whole: { from: string; to: string } };

/** 集中宣传 over the same weeks: when, whose, and how much came out of it. */
export function Lanes({ lanes, columns, today, whole }: Props) {
  const [from, to] = [columns[0]?.from ?? '', columns.at(-1)?.to ?? ''];
  const seen = lanes.filter(({ fromOn, toOn }) => fromOn === null || toOn === null || (fromOn <= to && toOn >= from));
  return (
    <tbody className="lanes">
      {seen.map(({ id, no, theme, unitNames, count, ...lane }) => (
        <tr key={id}>
          <th scope="row">
            <b>
              第{no}场 {theme}
            </b>
            <small>{unitNames.join('、')}</small>
          </th>
          <td colSpan={columns.length} className="lane">
            <Bar {...lane} {...{ from, to, today }} />
          </td>
          <td className="n">
            {count === 0 ? (
              0
            ) : (
              <Figure
                asked={{ what: `第${no}场 ${theme}，刊播`, ...whole, campaign: id }}
                label={`第${no}场 ${theme}，刊播 ${count} 条`}
              >
                {count}
              </Figure>
            )}
          </td>
        </tr>
      ))}
    </tbody>
  );
}

const days = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;

type BarProps = Pick<Lane, 'fromOn' | 'toOn' | 'windowText' | 'fuzzy'> & { from: string; to: string; today: string };
/** Drawn with plain boxes, so that words never stretch; done, under way, to come and not settled differ by outline, too. */
function Bar({ fromOn, toOn, windowText, fuzzy, from, to, today }: BarProps) {
  const whole = days(from, to) + 1;
  const share = (part: number) => `${Math.max(0, Math.min(100, (100 * part) / whole))}%`;
  if (fromOn === null || toOn === null) return <span className="gl">“{windowText}”，待定</span>;
  const end = share(days(from, toOn) + 1);
  const look = fuzzy ? 'fz' : toOn < today ? 'past' : fromOn > today ? 'next' : 'cur';
  const words = fuzzy ? `“${windowText}”` : `${fromOn.slice(5)}—${toOn.slice(5)}`;
  const late = days(from, toOn) > whole * 0.75;
  return (
    <>
      {today >= from && today <= to && <i className="tl" style={{ left: share(days(from, today) + 0.5) }} />}
      <span
        className={`gb ${look}`}
        style={{ left: share(days(from, fromOn)), width: `calc(${end} - ${share(days(from, fromOn))})` }}
      />
      <span
        className="gl"
        style={late ? { right: `calc(100% - ${share(days(from, fromOn))} + 4px)` } : { left: `calc(${end} + 4px)` }}
      >
        {words}
      </span>
    </>
  );
}
