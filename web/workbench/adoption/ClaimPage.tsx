import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createRoute, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { z } from 'zod';
import { claimStates } from '../../../server/adoption/adoption.ts';
import { api } from '../../ui/api.ts';
import { ActionButton } from '../ActionButton.tsx';
import { ReasonBox } from '../identity/ReasonBox.tsx';
import { Corrected } from '../objection/Corrected.tsx';
import { Waiting } from '../Said.tsx';
import { shellRoute } from '../Shell.tsx';
import { useWrite } from '../useWrite.ts';
import { monthWords, oneClaim, type Shown } from './claims.ts';
import { Desk } from './Desk.tsx';
import { Supplement } from './Supplement.tsx';
import './adoption.css';

export const claimRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/claims/$claimId',
  validateSearch: z.object({ supplement: z.boolean().optional().catch(undefined) }),
  component: ClaimPage,
});

function ClaimPage() {
  const { claimId } = claimRoute.useParams();
  const { supplement } = claimRoute.useSearch();
  const navigate = useNavigate({ from: '/claims/$claimId' });
  const [said, setSaid] = useState<string | null>(null);
  const { data: shown, error } = useQuery(oneClaim(claimId));
  if (!shown || shown.claim.id !== claimId) return <Waiting error={error} />;
  const { claim, may } = shown;
  const close = () => navigate({ search: {}, resetScroll: false });
  const verifies = claim.state !== 'withdrawn' && (may.refuse === null || may.correct === null);
  return (
    <main className="page">
      <div className="head">
        <div>
          <h1>
            采用认领：《{claim.title}》{claimStates[claim.state]}
          </h1>
          <p role="status">{said ? `✓ ${said}` : whatNow(claim)}</p>
        </div>
        <div className="acts">
          <Link className="btn" to="/claims">
            回台账
          </Link>
          {may.supplement === null && !supplement && (
            <Link className="btn" to="/claims/new">
              再认领一条
            </Link>
          )}
        </div>
      </div>
      <Corrected source={claim.id} />
      {supplement ? (
        <Supplement key={claim.version} shown={shown} close={close} />
      ) : (
        <Desk key={claim.id} shown={shown} verifies={verifies} done={setSaid} first={<Keeping shown={shown} />} />
      )}
    </main>
  );
}

function whatNow({ state, decidedByName, reason, period }: Shown['claim']): string {
  if (state === 'pending') return '等专班办公室核验，核过了在这里看得到。';
  if (state === 'withdrawn') return `已撤回：${reason}`;
  if (state === 'refused') return `! ${decidedByName ?? ''}退回：${reason}。补清楚可以再交。`;
  return `${decidedByName ?? ''}认定，记入${period ? monthWords(period) : '—'}${reason && `：${reason}`}`;
}

/** What the unit may still do itself. */
function Keeping({ shown: { claim, may } }: { shown: Shown }) {
  const client = useQueryClient();
  const [leaving, setLeaving] = useState(false);
  const withdraw = useWrite<string>(
    (reason, once) =>
      api.claims[':id'].withdrawal.$post({ param: { id: claim.id }, json: { version: claim.version, reason } }, once),
    () => client.invalidateQueries({ queryKey: ['claims'] }).then(() => setLeaving(false)),
  );
  if (may.supplement !== null && may.withdraw !== null) return null;
  return (
    <section className="card" aria-label="单位能办的">
      <header>
        <h2>{claim.state === 'refused' ? '被退回了' : '还没有核'}</h2>
      </header>
      <div className="dec">
        <Link
          className={`btn ${claim.state === 'refused' ? 'main' : ''}`}
          from="/claims/$claimId"
          to="."
          search={{ supplement: true }}
        >
          补交佐证，或改正
        </Link>
        <ActionButton label="撤回，不认领了" whyNot={may.withdraw} onClick={() => setLeaving(true)} />
      </div>
      {leaving && (
        <ReasonBox
          title="撤回这条认领"
          note="撤回以后留在台账里，不再核验；以后可以重新认领。"
          act="撤回"
          error={withdraw.error}
          busy={withdraw.isPending}
          send={(reason) => withdraw.mutate(reason)}
          close={() => setLeaving(false)}
        />
      )}
    </section>
  );
}
