import { useQuery } from '@tanstack/react-query';
import { createRoute, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { z } from 'zod';
import { ActionButton } from '../ActionButton.tsx';
import { Said, Waiting } from '../Said.tsx';
import { shellRoute } from '../Shell.tsx';
import { claimQueue, oneClaim, type Waiting as Waits } from './claims.ts';
import { Desk } from './Desk.tsx';
import { useKey } from './Evidence.tsx';
import './adoption.css';

export const verifyRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/claims/verify',
  validateSearch: z.object({ claim: z.uuid().optional().catch(undefined) }),
  component: VerifyPage,
});

function VerifyPage() {
  const { claim: wanted } = verifyRoute.useSearch();
  const navigate = useNavigate({ from: '/claims/verify' });
  const { data: queue, error } = useQuery(claimQueue);
  const [said, setSaid] = useState<string | null>(null);
  if (!queue) return <Waiting error={error} />;
  const all = [...queue.pending, ...queue.reverify];
  const at = Math.max(0, wanted ? all.findIndex(({ id }) => id === wanted) : all.findIndex(mine));
  const chosen = wanted ?? all[at]?.id;
  const open = (claim: string | undefined) => navigate({ search: { claim }, resetScroll: false });
  const step = (by: number) => open(all[Math.max(0, Math.min(all.length - 1, at + by))]?.id);
  const done = (words: string) => {
    setSaid(words);
    open(nextOf(all, chosen)?.id);
  };
  return (
    <main className="page">
      <div className="head">
        <div>
          <h1>采用核验：{leftWords(queue.pending)}</h1>
          <p role="status">
            {said ? `✓ ${said}` : `已认定 ${queue.counts.find(({ state }) => state === 'accepted')?.count ?? 0} 条`}
            {queue.reverify.length > 0 && `　另有 ${queue.reverify.length} 条定了级，可以再核验`}
          </p>
        </div>
        {all.length > 1 && <Steps step={step} />}
      </div>
      {chosen ? <Chosen key={chosen} id={chosen} all={all} done={done} /> : <Empty />}
    </main>
  );
}

const mine = ({ may }: Waits) => may.accept === null;
/** After this one, then from the start again: the next that this person may verify. */
function nextOf(all: readonly Waits[], chosen: string | undefined): Waits | undefined {
  const at = all.findIndex(({ id }) => id === chosen);
  return [...all.slice(at + 1), ...all.slice(0, Math.max(0, at))].find(mine);
}

function leftWords(pending: readonly Waits[]): string {
  const others = pending.filter((each) => !mine(each)).length;
  if (pending.length === 0) return '都核完了';
  return `还剩 ${pending.length} 条${others > 0 ? `，其中 ${others} 条要别人核` : ''}`;
}

function Steps({ step }: { step: (by: number) => void }) {
  useKey('j', () => step(1));
  useKey('k', () => step(-1));
  return (
    <div className="acts">
      <ActionButton label="上一条（K）" whyNot={null} aria-keyshortcuts="K" onClick={() => step(-1)} />
      <ActionButton label="下一条（J）" whyNot={null} aria-keyshortcuts="J" onClick={() => step(1)} />
    </div>
  );
}

type ChosenProps = { id: string; all: readonly Waits[]; done: (words: string) => void };
function Chosen({ id, all, done }: ChosenProps) {
  const { data, error } = useQuery(oneClaim(id));
  if (!data || data.claim.id !== id) return error ? <Said error={error} /> : <p role="status">正在读取……</p>;
  return <Desk shown={data} verifies done={done} keys={<Keys />} last={<Pile all={all} chosen={id} />} />;
}

const Empty = () => (
  <section className="card empty">
    <p>✓ 没有等您核验的。单位认领以后，先来的排在前面。</p>
    <Link className="btn" to="/claims">
      看台账
    </Link>
  </section>
);

const Pile = ({ all, chosen }: { all: readonly Waits[]; chosen: string }) => (
  <nav className="card" aria-label="等核验的">
    <header>
      <h2>等核验的 {all.length} 条</h2>
      <span className="more">
        <kbd>J</kbd> <kbd>K</kbd>
      </span>
    </header>
    <ul className="pile waiting">
      {all.map(({ id, title, unitName, outlet, claimedOn, state, may }) => (
        <li key={id}>
          <Link
            to="/claims/verify"
            search={{ claim: id }}
            resetScroll={false}
            aria-current={id === chosen ? 'true' : undefined}
            activeProps={{}}
          >
            <small className="due">
              {state === 'accepted' ? '◔ 定了级，再核验' : `◔ ${claimedOn.slice(5)} 认领`}
              {may.accept !== null && '　要别人核'}
            </small>
            <span className="ti">《{title}》</span>
            <small>
              {unitName}，{outlet}
            </small>
          </Link>
        </li>
      ))}
    </ul>
  </nav>
);

const Keys = () => (
  <section className="card hands">
    <header>
      <h2>按键</h2>
    </header>
    <dl className="sheet">
      <dt>
        <kbd>A</kbd> <kbd>E</kbd> <kbd>R</kbd>
      </dt>
      <dd>认定、更正、退回</dd>
      <dt>
        <kbd>J</kbd> <kbd>K</kbd>
      </dt>
      <dd>下一条、上一条</dd>
      <dt>
        <kbd>Z</kbd>
      </dt>
      <dd>换一种大小看佐证</dd>
      <dt>
        <kbd>Esc</kbd>
      </dt>
      <dd>不改了</dd>
    </dl>
  </section>
);
