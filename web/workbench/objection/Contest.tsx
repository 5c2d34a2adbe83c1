import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { keyOf } from '../../../server/objection/objection.ts';
import { monthDay } from '../../../server/objection/terms.ts';
import type { Line } from '../assessment/monthNow.ts';
import { whoIAm } from '../whoIAm.ts';
import './objection.css';
import { ObjectionTag } from './ObjectionTag.tsx';
import { type Ground, groundOf } from './objections.ts';
import { windowWords } from './words.ts';

type Props = { month: string; unit: string };

/** Whose account it is, he contests it: beside a line the way there, or what became of it. */
export function ContestLine({ month, unit, line: { clause, effect, corrects } }: Props & { line: Line }) {
  const { data } = useQuery(groundOf(month, unit));
  if (!data) return null;
  const about = { kind: null, happenedOn: null, title: '', aboutId: unit as never };
  const key = keyOf({ what: 'line', clause, effect, corrects, ...about });
  const raised = data.raised.find((each) => each.key === key);
  if (raised) {
    return (
      <Link className="contest" to="/objections/$objectionId" params={{ objectionId: raised.id }}>
        异议 <ObjectionTag state={raised.state} />
      </Link>
    );
  }
  if (data.may.raise !== null) return null;
  return (
    <Link className="contest" to="/objections/new" search={{ month, unit, clause, effect, corrects: corrects ?? undefined }}>
      提出异议
    </Link>
  );
}

/** At the foot of an account: whether the month may be contested, until when, and what to do instead. */
export function ContestFoot({ month, unit }: Props) {
  const { data } = useQuery(groundOf(month, unit));
  const { data: me } = useQuery(whoIAm);
  if (!data || !me) return null;
  const whyNot = data.may.raise;
  return (
    <section className="contesting" aria-label="异议">
      {whyNot === null ? (
        <Link className="btn" to="/objections/new" search={{ month, unit }}>
          漏记了？提出异议
        </Link>
      ) : (
        <span className="btn" aria-disabled="true">
          异议
        </span>
      )}
      <p>{whyNot === null ? `${windowWords(data, me.day)}；针对哪一行，点那一行的“提出异议”。` : `${ahead(data)}${whyNot}`}</p>
      {data.others.length > 0 && <Others ground={data} month={month} unit={unit} />}
    </section>
  );
}

const ahead = ({ lockedOn, lockBy }: Ground) => (lockedOn === null ? `预计 ${monthDay(lockBy)}锁定。` : '');

/** Corrections of other units that moved this one down. */
const Others = ({ ground: { others, may }, month, unit }: { ground: Ground } & Props) => (
  <ul>
    {others.map(({ key, name, unit: about, clause, effect, corrects, points }) => (
      <li key={key}>
        {name} {corrects} 的更正（{clause} {points}）把名次改到了本单位前面。
        {may.raise === null && (
          <Link to="/objections/new" search={{ month, unit, about, clause, effect, corrects: corrects ?? undefined }}>
            对它提出异议
          </Link>
        )}
      </li>
    ))}
  </ul>
);
