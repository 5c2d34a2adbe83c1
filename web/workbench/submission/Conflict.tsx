import type { Written } from '../../../server/submission/submission.ts';
import { DifferenceText } from './DifferenceText.tsx';

type Props = { mine: Written; theirs: Written; settle: (mine: boolean) => void };

/** Saved elsewhere in between: both are there, and a person chooses. */
export const Conflict = ({ mine, theirs, settle }: Props) => (
  <section className="card conflict" role="alert">
    <header>
      <h2>! 这篇稿件在别处也改过，请定留哪一份</h2>
    </header>
    <div className="paper">
      {mine.title !== theirs.title && (
        <h3>
          <DifferenceText before={theirs.title} after={mine.title} />
        </h3>
      )}
      <DifferenceText before={theirs.body} after={mine.body} />
    </div>
    <p className="choices">
      <button type="button" className="btn main" onClick={() => settle(true)}>
        留我这里写的
      </button>
      <button type="button" className="btn" onClick={() => settle(false)}>
        留别处存的，我写的收在一边
      </button>
    </p>
  </section>
);
