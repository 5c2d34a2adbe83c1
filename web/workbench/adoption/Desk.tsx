import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Elsewhere, Trail, Twins } from './Beside.tsx';
import { ClaimFacts } from './ClaimFacts.tsx';
import { ClaimFields } from './ClaimFields.tsx';
import { Counted, Counting } from './Counting.tsx';
import type { Shown } from './claims.ts';
import { Evidence } from './Evidence.tsx';
import { type Typed, typedOf } from './fields.ts';
import { type Mode, Verdict } from './Verdict.tsx';

type Props = {
  shown: Shown;
  verifies: boolean;
  done: (words: string) => void;
  first?: ReactNode;
  keys?: ReactNode;
  last?: ReactNode;
};
type Deciding = { mode: Mode; version: number; typed: Typed; reason: string };

/** One claim: what it says on the left, its evidence in the middle, the decision and what bears on it on the right. */
export function Desk({ shown, verifies, done, first, keys, last }: Props) {
  const { claim } = shown;
  const fresh = (mode: Mode) => ({ mode, version: claim.version, typed: typedOf(claim) });
  const [deciding, setDeciding] = useState<Deciding>(() => ({ ...fresh('look'), reason: '' }));
  const change = (part: Partial<Deciding>) => setDeciding((before) => ({ ...before, ...part }));
  const { typed, mode } = deciding;
  const correcting = mode === 'correct';
  const said = correcting ? typed : claim;
  return (
    <div className="desk verifying">
      <div>
        {first}
        {correcting ? (
          <Correcting unit={claim.unitName} typed={typed} change={(part) => change({ typed: { ...typed, ...part } })} />
        ) : (
          <ClaimFacts claim={claim} />
        )}
        {claim.state === 'accepted' && !correcting ? (
          <Counted claim={claim} />
        ) : (
          <Counting outlet={said.outlet} on={said.publishedOn} />
        )}
        {keys}
      </div>
      <Evidence files={shown.files} link={claim.link} />
      <div>
        {verifies && (
          <Verdict
            shown={shown}
            // what he decides on is what he saw when he began to write, even when the page has learnt of more since
            version={mode === 'look' ? claim.version : deciding.version}
            typed={typed}
            mode={mode}
            setMode={(mode) => change(fresh(mode))}
            reason={deciding.reason}
            setReason={(reason) => change({ reason })}
            done={(words) => {
              change({ mode: 'look', reason: '' });
              done(words);
            }}
          />
        )}
        <Elsewhere elsewhere={shown.elsewhere} />
        <Twins twins={shown.twins} />
        <Trail steps={shown.steps} claim={claim} />
        {last}
      </div>
    </div>
  );
}

type CorrectingProps = { unit: string; typed: Typed; change: (part: Partial<Typed>) => void };
function Correcting({ unit, typed, change }: CorrectingProps) {
  const sheet = useRef<HTMLElement>(null);
  useEffect(() => sheet.current?.querySelector('input')?.focus(), []);
  return (
    <section ref={sheet} className="card correcting" aria-label="更正">
      <header>
        <h2>{unit}认领，更正</h2>
      </header>
      <ClaimFields typed={typed} change={change} />
    </section>
  );
}
