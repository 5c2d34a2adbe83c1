import { Link } from '@tanstack/react-router';
import { changeWords, claimStates, type Fields, stepWords, type Was } from '../../../server/adoption/adoption.ts';
import { tierWords } from '../../../server/channel/channel.ts';
import type { Shown } from './claims.ts';
import { StateTag } from './StateTag.tsx';

/** Where else the same article appeared. */
export const Elsewhere = ({ elsewhere }: Pick<Shown, 'elsewhere'>) =>
  elsewhere.length > 0 && (
    <section className="card">
      <header>
        <h2>同一篇稿件另有 {elsewhere.length} 处</h2>
      </header>
      <ul className="pile">
        {elsewhere.map(({ id, outlet, publishedOn, state, tier, tierNow }) => (
          <li key={id}>
            <Link to="/claims/$claimId" params={{ claimId: id }}>
              <span className="ti">
                {outlet} <small>{tierWords(state === 'accepted' ? tier : tierNow)}</small>
              </span>
              <small>
                {publishedOn.slice(5)} <StateTag state={state} tier={tier} />
              </small>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );

/** The same bytes prove another claim too: said, never forbidden. */
export const Twins = ({ twins }: Pick<Shown, 'twins'>) =>
  twins.length > 0 && (
    <section className="card">
      <header>
        <h2>
          <span className="mark">!</span> 这份佐证还用在 {twins.length} 条认领里
        </h2>
      </header>
      <ul className="pile">
        {twins.map(({ id, sha256, unitName, title, outlet, state }) => (
          <li key={id + sha256}>
            <Link to="/claims/$claimId" params={{ claimId: id }}>
              <span className="ti">《{title}》</span>
              <small>
                {unitName}，{outlet}，{claimStates[state]}
              </small>
            </Link>
          </li>
        ))}
      </ul>
      <footer>一版上登了两篇也会这样，看过再定，不拦。</footer>
    </section>
  );

const marks = { claim: '→', supplement: '→', withdraw: '—', accept: '✓', correct: '✓', refuse: '!' } as const;

/** What became of it, with what each step changed. */
export const Trail = ({ steps, claim }: Pick<Shown, 'steps' | 'claim'>) => (
  <section className="card">
    <header>
      <h2>经过</h2>
    </header>
    <ol className="trail">
      {steps.map(({ no, what, byName, doneOn, reason, was }, place) => (
        <li key={no}>
          <i className={what === 'refuse' ? 'x' : ''}>{marks[what]}</i>
          <b>{place > 0 && what === steps[place - 1]?.what ? `再次${stepWords[what]}` : stepWords[what]}</b>
          <span>{byName}</span>
          <time dateTime={doneOn}>{doneOn.slice(5)}</time>
          {reason && <p>{reason}</p>}
          {Object.keys(was).length > 0 && <p>{wasWords(was as Was, after(steps, place, claim as never))}</p>}
        </li>
      ))}
      {claim.state === 'pending' && (
        <li className="now" aria-current="step">
          <i>◔</i>
          <b>等核验</b>
          <span />
          <time>现在</time>
        </li>
      )}
    </ol>
  </section>
);

/** The fields as they stood after a step: as the next change found them, else as they are now. */
function after(steps: Shown['steps'], place: number, claim: Fields): Fields {
  const later = steps.slice(place + 1).map(({ was }) => was as Partial<Fields>);
  return Object.assign({}, claim, ...later.toReversed());
}

const wasWords = (was: Was, now: Fields) =>
  [changeWords(was, now), 'tier' in was ? `级别原是${tierWords(was.tier ?? null)}` : ''].filter(Boolean).join('；');
