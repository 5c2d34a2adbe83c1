type Step = { no: number; what: string; byName: string; doneOn: string; reason: string | null };
type Props = {
  steps: readonly Step[];
  words: Readonly<Record<string, string>>;
  marks: Readonly<Record<string, string>>;
  bad?: (what: string) => boolean;
};

/** Who did what with it and when, the first act first. */
export const Trail = ({ steps, words, marks, bad = () => false }: Props) => (
  <section className="card">
    <header>
      <h2>经过</h2>
    </header>
    <ol className="trail">
      {steps.map(({ no, what, byName, doneOn, reason }) => (
        <li key={no}>
          <i className={bad(what) ? 'x' : undefined}>{marks[what]}</i>
          <b>{words[what]}</b>
          <span>{byName}</span>
          <time dateTime={doneOn}>{doneOn.slice(5)}</time>
          {reason && <p>{reason}</p>}
        </li>
      ))}
    </ol>
  </section>
);
