import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { flagRules } from '../../../../server/assessment/flags/flags.ts';
import { type FlagState, flagStates, type Verdict } from '../../../../server/assessment/flags/verdict.ts';
import { factKinds } from '../../../../server/fact/fact.ts';
import { api } from '../../../ui/api.ts';
import { ActionButton } from '../../ActionButton.tsx';
import { ReasonBox } from '../../identity/ReasonBox.tsx';
import { useWrite } from '../../useWrite.ts';
import type { Listed } from './flags.ts';

const marks: Record<FlagState, readonly [mark: string, tag: string]> = {
  open: ['◔', 'tag wait'],
  upheld: ['!', 'tag bad'],
  dismissed: ['✓', 'tag good'],
};

/** One flag: what was seen, why it may be in order, what it rests on, and a person's word on it. */
export function FlagCard({ flag, month }: { flag: Listed; month: string }) {
  const { rule, unitName, seen, innocent, facts, state, stands, reason, judgedByName, judgedOn } = flag;
  const [mark, tag] = marks[state];
  return (
    <li className="card flag">
      <header>
        <h2>
          {unitName}：{flagRules[rule]}
        </h2>
        <span className={tag}>
          {mark} {flagStates[state]}
        </span>
      </header>
      <p>{seen}</p>
      <p className="cap">也可能正常：{innocent}</p>
      <details>
        <summary>所据的 {facts.length} 条事实</summary>
        <ul className="facts">
          {facts.map((fact) => (
            <li key={fact.id}>
              <Source fact={fact} />
              <p className="cap">
                {fact.unitName}　{factKinds[fact.kind]} {fact.day}　{fact.carrier}
              </p>
            </li>
          ))}
        </ul>
      </details>
      {judgedByName !== null && (
        <p>
          {judgedByName} {judgedOn} 判断{flagStates[state]}：{reason}
          {!stands && <span className="cap">（所据的事实后来变了，这里是当时看到的。）</span>}
        </p>
      )}
      <Judging flag={flag} month={month} />
    </li>
  );
}

function Source({ fact: { kind, title, sourceId, article } }: { fact: Listed['facts'][number] }) {
  const words = title === '' ? factKinds[kind] : `《${title}》`;
  if (kind === 'adoption')
    return (
      <Link to="/claims/$claimId" params={{ claimId: sourceId }}>
        {words}
      </Link>
    );
  if (article === null) return <b>{words}</b>;
  return (
    <Link to="/articles/$id" params={{ id: article }}>
      {words}
    </Link>
  );
}

const words: Record<Verdict, { label: string; note: string }> = {
  upheld: { label: '属实', note: '单位会看到这条提示和您写的理由，可以提出异议。分数不因此变化；要扣分，另按细则登记差错。' },
  dismissed: { label: '不成立', note: '单位看不到。所据的事实不变，这条提示就不再回来。' },
};

function Judging({ flag: { flag, version, state, may }, month }: { flag: Listed; month: string }) {
  const client = useQueryClient();
  const [asking, setAsking] = useState<Verdict | null>(null);
  const judge = useWrite<{ verdict: Verdict; reason: string }>(
    (given, once) => api.flags[':month'][':flag'].verdicts.$post({ param: { month, flag }, json: { version, ...given } }, once),
    () => client.invalidateQueries({ queryKey: ['flags'] }).then(() => setAsking(null)),
  );
  const others = (['upheld', 'dismissed'] as const).filter((verdict) => verdict !== state);
  if (may.judge !== null) return <p className="cap">{may.judge}</p>;
  return (
    <>
      <p className="choices">
        {others.map((verdict) => (
          <ActionButton
            key={verdict}
            label={state === 'open' ? words[verdict].label : `改判${words[verdict].label}`}
            whyNot={null}
            onClick={() => setAsking(verdict)}
          />
        ))}
      </p>
      {asking && (
        <ReasonBox
          title={`判断：${words[asking].label}`}
          note={words[asking].note}
          act={`定为${words[asking].label}`}
          error={judge.error}
          busy={judge.isPending}
          send={(reason) => judge.mutate({ verdict: asking, reason })}
          close={() => setAsking(null)}
        />
      )}
    </>
  );
}
