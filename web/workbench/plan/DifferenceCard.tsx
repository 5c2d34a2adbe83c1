import type { ReactNode } from 'react';
import { type DutyDecision, dutyDecisions } from '../../../server/plan/difference/duties.ts';
import { type Difference, isNothing } from '../../../server/plan/difference.ts';
import type { Draft } from './draft.ts';

type Props = { difference: Difference; draft: Draft; change: (part: Partial<Draft>) => void };

/** What another notice of the year would change in the plan; what it no longer has stays, unless a person calls it off. */
export function DifferenceCard({ difference, draft, change }: Props) {
  const { cancelled } = draft;
  const { added, changed, gone, duties } = difference;
  return (
    <section className="card" aria-label="和现方案的差别">
      <header>
        <h2>
          {isNothing(difference, 0)
            ? '和现方案相同'
            : `和现方案的差别：新增 ${added.length} 场，改动 ${changed.length} 场，新增职责 ${duties.added.length} 项，改动 ${duties.changed.length} 项`}
        </h2>
        <span className="cap">定完疑点，一次改进现方案，不另建一份</span>
      </header>
      <ul className="diff">
        {added.map(({ place, theme, is }) => (
          <Told key={place} tone="good" mark="＋ 新增">
            {theme}：{is}
          </Told>
        ))}
        {changed.map(({ id, no, theme, was, is }) => (
          <Told key={id} tone="wait" mark="✎ 改动">
            第 {no} 场 {theme}：<del>{was}</del> → <span className="is">{is}</span>
          </Told>
        ))}
        {duties.added.map(({ place, what }) => (
          <Told key={`duty${place}`} tone="good" mark="＋ 职责">
            {what}
          </Told>
        ))}
        {duties.changed.map((each) => (
          <ChangedDuty key={each.id} changed={each} decisions={draft.duties} set={(duties) => change({ duties })} />
        ))}
        {gone.length > 0 && (
          <li>
            <details open={gone.some(({ id }) => cancelled[id] !== undefined)}>
              <summary>没有提到的 {gone.length} 场照旧办；不办了的，在这里取消</summary>
              <ul>
                {gone.map((old) => (
                  <li key={old.id}>
                    <Gone old={old} cancelled={cancelled} set={(cancelled) => change({ cancelled })} />
                  </li>
                ))}
              </ul>
            </details>
          </li>
        )}
      </ul>
    </section>
  );
}

const Told = ({ tone, mark, children }: { tone: string; mark: string; children: ReactNode }) => (
  <li>
    <span className={`tag ${tone}`}>{mark}</span>
    {children}
  </li>
);

type ChangedProps = {
  changed: Difference['duties']['changed'][number];
  decisions: Draft['duties'];
  set: (decisions: Draft['duties']) => void;
};
/** The plan's duty, and what the notice makes of it; whether it is that one at all a person may say. */
function ChangedDuty({ changed: { id, clause, what, was, is }, decisions, set }: ChangedProps) {
  const { [id]: decision, ...others } = decisions;
  const told = clause ?? what.slice(0, 20);
  return (
    <Told tone="wait" mark="✎ 职责">
      {told}：{decision === undefined ? <del>{was}</del> : was} → <span className="is">{is}</span>{' '}
      <select
        aria-label={`${told}怎么改`}
        value={decision ?? 'change'}
        onChange={({ target: { value } }) => set(value === 'change' ? others : { ...others, [id]: value as DutyDecision })}
      >
        {Object.entries(dutyDecisions).map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </Told>
  );
}

type GoneProps = {
  old: Difference['gone'][number];
  cancelled: Draft['cancelled'];
  set: (cancelled: Draft['cancelled']) => void;
};
function Gone({ old: { id, no, theme, was }, cancelled, set }: GoneProps) {
  const why = cancelled[id];
  const { [id]: _, ...others } = cancelled;
  return (
    <>
      第 {no} 场 {theme}：{was}　
      <label>
        <input
          type="checkbox"
          checked={why !== undefined}
          onChange={() => set(why === undefined ? { ...others, [id]: '' } : others)}
        />
        取消这一场
      </label>{' '}
      {why !== undefined && (
        <input
          type="text"
          aria-label={`取消第 ${no} 场的理由`}
          placeholder="取消的理由"
          maxLength={500}
          value={why}
          onChange={({ target }) => set({ ...others, [id]: target.value })}
        />
      )}
    </>
  );
}
