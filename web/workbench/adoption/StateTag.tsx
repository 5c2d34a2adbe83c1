import { type ClaimState, claimStates } from '../../../server/adoption/adoption.ts';
import type { MediaTier } from '../../../server/channel/channel.ts';

const looks: Record<ClaimState, readonly [tone: string, mark: string]> = {
  pending: ['wait', '◔'],
  accepted: ['good', '✓'],
  refused: ['bad', '!'],
  withdrawn: ['', '—'],
};

export function StateTag({ state, tier }: { state: ClaimState; tier: MediaTier | null }) {
  const [tone, mark] = looks[state];
  return (
    <>
      <span className={`tag ${tone}`}>
        {mark} {claimStates[state]}
      </span>{' '}
      {state === 'accepted' && tier === null && <span className="tag wait">◔ 待认定，不计分</span>}
    </>
  );
}
