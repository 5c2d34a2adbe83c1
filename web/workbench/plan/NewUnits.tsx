import { type UnitKind, unitKinds } from '../../../server/identity/identity.ts';
import type { Draft } from './draft.ts';
import { likelyKind } from './unit-kind.ts';

type Props = { no: number; names: readonly string[]; draft: Draft; change: (part: Partial<Draft>) => void };

export const kindOf = (draft: Draft, name: string) => draft.kinds[name] ?? likelyKind(name);

/** Units that the roster does not know are asked once, all together. */
export function NewUnits({ no, names, draft, change }: Props) {
  const { addAll, kinds } = draft;
  return (
    <fieldset className="doubt" id={`doubt-${no}`}>
      <span className={`num ${addAll ? 'ok' : ''}`}>{addAll ? '✓' : no}</span>
      <div>
        <h3>{names.length} 个责任单位在名录里没有</h3>
        <p>类别是按名称猜的，请看一遍。若是名录里单位的简称，请先到“单位”里加为别名，再回到这里。</p>
        <ul className="chips">
          {names.map((name) => (
            <li key={name}>
              {name}
              <select
                aria-label={`${name}的类别`}
                value={kindOf(draft, name)}
                onChange={({ target }) => change({ kinds: { ...kinds, [name]: target.value as UnitKind } })}
              >
                {Object.entries(unitKinds).map(([value, label]) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </select>
            </li>
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
  );
}
