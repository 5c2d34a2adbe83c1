import { type ReactNode, useState } from 'react';
import { Elsewhere, Trail, Twins } from './Beside.tsx';
import { ClaimFacts } from './ClaimFacts.tsx';
import { ClaimFields } from './ClaimFields.tsx';
import { Counted, Counting } from './Counting.tsx';
import type { Shown } from './claims.ts';
import { Evidence } from './Evidence.tsx';
import { typedOf } from './fields.ts';
import { type Mode, Verdict } from './Verdict.tsx';

type Props = {
  shown: Shown;
  verifies: boolean;
  done: (words: string) => void;
  acts?: ReactNode;
  after?: ReactNode;
  keys?: ReactNode;
};

/** One claim: what it says on the left, its evidence in the middle, the decision and what bears on it on the right. */
export function Desk({ shown, verifies, done, acts, after, keys }: Props) {
  const { claim, files } = shown;
  const [mode, setMode] = useState<Mode>('look');
  const [typed, setTyped] = useState(() => typedOf(claim));
  const [reason, setReason] = useState('');
  const correcting = mode === 'correct';
  const said = correcting ? typed : claim;
  return (
    <div className="desk">
      <div>
        {correcting ? (
          <section className="card correcting" aria-label="更正">
            <header>
              <h2>{claim.unitName}认领，更正</h2>
            </header>
            <ClaimFields typed={typed} change={(part) => setTyped({ ...typed, ...part })} />
          </section>
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
      <Evidence files={files} link={claim.link} />
      <div>
        {acts}
        {verifies && claim.state !== 'withdrawn' && <Verdict {...{ shown, typed, mode, setMode, reason, setReason, done }} />}
        <Elsewhere elsewhere={shown.elsewhere} />
        <Twins twins={shown.twins} />
        <Trail steps={shown.steps} claim={claim} />
        {after}
      </div>
    </div>
  );
}
