import { useQuery } from '@tanstack/react-query';
import { type UnitKind, unitKinds } from '../../../server/identity/identity.ts';
import { allUnits } from '../identity/lists.ts';
import { Kinds } from '../identity/NewUnit.tsx';
import type { Draft } from './draft.ts';
import { likelyKind } from './unit-kind.ts';

type Props = { no: number; names: readonly string[]; draft: Draft; change: (part: Partial<Draft>) => void };

export const kindOf = (draft: Draft, name: string) => draft.kinds[name] ?? likelyKind(name);

/** Names that the roster does not know are asked once, all together: a new unit, or another name of one that is there. */
export function NewUnits({ no, names, draft, change }: Props) {
  const { addAll, same } = draft;
  const matched = names.filter((name) => same[name] !== undefined).length;
  return (
    <fieldset className="doubt" id={`doubt-${no}`}>
      <span className={`num ${addAll ? 'ok' : ''}`}>{addAll ? '✓' : no}</span>
      <div>
        <h3>{names.length} 个责任单位在名录里没有</h3>
        <p>类别是按名称猜的，请看一遍。若是名录里单位的简称、旧称，请选“就是名录里的”那个单位，来文上的写法随后加为它的别名。</p>
        <ul className="chips">
          {names.map((name) => (
            <li key={name}>
              {name}
              <Which name={name} draft={draft} change={change} />
            </li>
          ))}
        </ul>
        <div className="opt">
          <label>
            <input type="checkbox" checked={addAll} onChange={({ target }) => change({ addAll: target.checked })} />{' '}
            都看过了：新增 {names.length - matched} 个{matched > 0 && `，对到名录 ${matched} 个`}（只问这一次）
          </label>
        </div>
      </div>
    </fieldset>
  );
}

function Which({ name, draft, change }: Omit<Props, 'no' | 'names'> & { name: string }) {
  const { data } = useQuery(allUnits);
  const { [name]: unit, ...same } = draft.same;
  const choose = (value: string) =>
    value in unitKinds
      ? change({ same, kinds: { ...draft.kinds, [name]: value as UnitKind } })
      : change({ same: { ...same, [name]: value } });
  return (
    <select
      aria-label={`${name}：新增，或是名录里的哪个`}
      value={unit ?? kindOf(draft, name)}
      onChange={({ target }) => choose(target.value)}
    >
      <optgroup label="新增，类别是">
        <Kinds />
      </optgroup>
      <optgroup label="就是名录里的">
        {data?.units
          .filter(({ toOn }) => toOn === null)
          .map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
      </optgroup>
    </select>
  );
}
