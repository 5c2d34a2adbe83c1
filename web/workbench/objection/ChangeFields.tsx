import { lateWords } from '../../../server/objection/objection.ts';
import { Field } from '../Field.tsx';
import { Pick } from '../plan/commission/Pick.tsx';
import { choices, type Draft, fieldsOf, names } from './changes.ts';

type Props = { draft: Draft; change: (part: Partial<Draft>) => void };

/** What becomes of one fact: it stays, it goes, or another stands in its place. */
export function Change({ draft, change }: Props) {
  const { no, was, verb } = draft;
  const verbs = { keep: '不动', cancel: '撤销', replace: '改成' } as const;
  return (
    <fieldset className="change">
      <legend>{was}</legend>
      <p className="opt">
        {(Object.keys(verbs) as (keyof typeof verbs)[]).map((each) => (
          <label key={each}>
            <input type="radio" name={`change${no}`} checked={verb === each} onChange={() => change({ verb: each })} />
            {verbs[each]}
          </label>
        ))}
      </p>
      {verb === 'replace' && <FactFields draft={draft} change={change} />}
    </fieldset>
  );
}

/** One that is missing. */
export const Addition = ({ draft, change, drop, month }: Props & { drop: () => void; month: string }) => (
  <fieldset className="change">
    <legend>补记一条</legend>
    <p className="opt">
      {[false, true].map((late) => (
        <label key={`${late}`}>
          <input
            type="radio"
            name={`late${draft.no}`}
            checked={(draft.late ?? false) === late}
            onChange={() => change({ late })}
          />
          {lateWords(late, month)}
        </label>
      ))}
    </p>
    <FactFields draft={draft} change={change} />
    <button type="button" className="btn small" onClick={drop}>
      不补了
    </button>
  </fieldset>
);

function FactFields({ draft: { kind, happenedOn, attributes }, change }: Props) {
  const set = (part: object) => change({ attributes: { ...attributes, ...part } });
  return (
    <div>
      <Field label="题目" maxLength={200} value={attributes.title ?? ''} set={(title) => set({ title })} />
      <div className="pair">
        <Field label="日期" type="date" value={happenedOn} set={(happenedOn) => change({ happenedOn })} />
        {fieldsOf[kind]?.map((name) => {
          const value = `${attributes[name] ?? ''}`;
          const words = choices[name];
          return words ? (
            <Pick
              key={name}
              label={names[name]}
              none={name === 'tier' ? '待认定，不计分' : '—'}
              value={value}
              set={(chosen) => set({ [name]: chosen || (name === 'tier' ? null : undefined) })}
              options={Object.entries(words)}
            />
          ) : (
            <Field
              key={name}
              label={names[name]}
              type={name.endsWith('On') ? 'date' : 'text'}
              required={name !== 'deliveredOn'}
              value={value}
              set={(typed) => set({ [name]: typed || (name === 'deliveredOn' ? null : undefined) })}
            />
          );
        })}
      </div>
    </div>
  );
}
