import { Link } from '@tanstack/react-router';
import { Scroll } from '../../Scroll.tsx';
import { minus, signed } from '../places.ts';
import type { Moved } from './trial.ts';

type Props = { rows: readonly Moved[]; nameOf: (unit: string) => string; chosen: string | undefined; scored: boolean };

/** Each unit before and after; its name opens what of its lines differs. */
export const MovedTable = ({ rows, nameOf, chosen, scored }: Props) => (
  <Scroll label="各单位试算前后">
    <table className="lt">
      <thead>
        <tr>
          <th scope="col">单位</th>
          {['原得分', '新得分', '差'].map((head) => (
            <th key={head} scope="col" className="n">
              {head}
            </th>
          ))}
          {scored && (
            <th scope="col" className="n">
              名次
            </th>
          )}
        </tr>
      </thead>
      <tbody data-queue>
        {rows.map(({ unit, was, now, difference, places }) => (
          <tr key={unit} className={unit === chosen ? 'on' : undefined}>
            <th scope="row">
              <Link
                from="/assessment/what-if"
                to="."
                search={(before) => ({ ...before, unit })}
                resetScroll={false}
                aria-current={unit === chosen ? 'true' : undefined}
              >
                {nameOf(unit)}
              </Link>
            </th>
            <td className="n">{was ? minus(was.total) : '—'}</td>
            <td className="n">{now ? minus(now.total) : '—'}</td>
            <td className="n sc">{difference === '0.00' ? '不变' : signed(difference)}</td>
            {scored && <td className="n">{placesWords(was?.rank ?? null, now?.rank ?? null, places)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  </Scroll>
);

function placesWords(was: number | null, now: number | null, places: number | null): string {
  if (places === null) return was === null && now === null ? '不排名' : `${was ?? '不排名'} → ${now ?? '不排名'}`;
  return places === 0 ? `${now}` : `${was} → ${now} ${places > 0 ? `↑${places}` : `↓${-places}`}`;
}
