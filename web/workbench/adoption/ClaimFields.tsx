import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { forms, placements } from '../../../server/fact/fact.ts';
import { allOutlets } from '../channel/outlets.ts';
import { Field } from '../Field.tsx';
import { whoIAm } from '../whoIAm.ts';
import type { Typed } from './fields.ts';
import { PlaceHint } from './PlaceHint.tsx';

type Props = { typed: Typed; change: (part: Partial<Typed>) => void };

/** What was printed, where and when; under the outlet what the roster says of it. */
export function ClaimFields({ typed, change }: Props) {
  const outlets = useQuery(allOutlets).data?.outlets ?? [];
  const today = useQuery(whoIAm).data?.day;
  const list = useId();
  return (
    <div className="claim-fields">
      <Field
        label="载体（报刊、网站、账号的名称）"
        list={list}
        maxLength={100}
        value={typed.outlet}
        set={(outlet) => change({ outlet })}
      />
      <datalist id={list}>
        {outlets.map(({ id, name }) => (
          <option key={id} value={name} />
        ))}
      </datalist>
      <Field label="刊发日期" type="date" max={today} value={typed.publishedOn} set={(publishedOn) => change({ publishedOn })} />
      <PlaceHint outlet={typed.outlet} on={typed.publishedOn} />
      <Field label="刊出的标题" className="wide" maxLength={200} value={typed.title} set={(title) => change({ title })} />
      <Choice label="形态" words={forms} value={typed.form} set={(form) => change({ form })} />
      <Choice label="版位" words={placements} value={typed.placement} set={(placement) => change({ placement })} />
      <Field
        label="字数（不清楚可不填）"
        type="number"
        inputMode="numeric"
        min={0}
        step={1}
        required={false}
        value={typed.words}
        set={(words) => change({ words })}
      />
      <Field
        label="网址（有就填）"
        className="wide"
        type="url"
        maxLength={1000}
        required={false}
        value={typed.link}
        set={(link) => change({ link })}
      />
    </div>
  );
}

type ChoiceProps<K extends string> = { label: string; words: Record<K, string>; value: K; set: (value: K) => void };
function Choice<K extends string>({ label, words, value, set }: ChoiceProps<K>) {
  return (
    <label className="fill">
      <span>{label}</span>
      <select value={value} onChange={({ target }) => set(target.value as K)}>
        {(Object.keys(words) as K[]).map((key) => (
          <option key={key} value={key}>
            {words[key]}
          </option>
        ))}
      </select>
    </label>
  );
}
