import { useId } from 'react';
import { type OutletKind, outletKinds } from '../../../server/channel/channel.ts';
import { Field } from '../Field.tsx';
import type { Outlet } from './outlets.ts';

export type About = { kind: OutletKind; group: string; mainstream: boolean };
type Props = { about: About; outlets: readonly Outlet[]; change: (part: Partial<About>) => void };

/** As the server takes it: no group is none. */
export const aboutOf = ({ kind, group, mainstream }: About) => ({ kind, groupName: group.trim() || null, mainstream });

/** What kind of outlet it is and whose: the parts that may change. */
export function AboutFields({ about: { kind, group, mainstream }, outlets, change }: Props) {
  const groups = useId();
  return (
    <>
      <label className="fill">
        <span>类型</span>
        <select value={kind} onChange={({ target }) => change({ kind: target.value as OutletKind })}>
          {Object.entries(outletKinds).map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <Field
        label="所属集团（同一家的报、网、端填同一个，没有就空着）"
        required={false}
        list={groups}
        value={group}
        set={(group) => change({ group })}
      />
      <datalist id={groups}>
        {[...new Set(outlets.flatMap(({ groupName }) => groupName ?? []))].map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <label className="check">
        <input type="checkbox" checked={mainstream} onChange={({ target }) => change({ mainstream: target.checked })} />
        列入主流媒体名录
      </label>
    </>
  );
}
