import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createRoute, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { objectionStates, stepWords, subjects } from '../../../server/objection/objection.ts';
import { monthDay } from '../../../server/objection/terms.ts';
import { api } from '../../ui/api.ts';
import { ActionButton } from '../ActionButton.tsx';
import '../adoption/adoption.css';
import { monthWords } from '../adoption/claims.ts';
import { Evidence } from '../adoption/Evidence.tsx';
import { Facts } from '../assessment/Facts.tsx';
import { minus } from '../assessment/places.ts';
import { ReasonBox } from '../identity/ReasonBox.tsx';
import { Waiting } from '../Said.tsx';
import { shellRoute } from '../Shell.tsx';
import { Trail } from '../Trail.tsx';
import { useWrite } from '../useWrite.ts';
import { Answering } from './Answering.tsx';
import { Confirming } from './Confirming.tsx';
import { ObjectionTag } from './ObjectionTag.tsx';
import './objection.css';
import { oneObjection, type Shown } from './objections.ts';

export const objectionRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/objections/$objectionId',
  component: ObjectionPage,
});

function ObjectionPage() {
  const { objectionId } = objectionRoute.useParams();
  const { data: shown, error } = useQuery(oneObjection(objectionId));
  if (!shown) return <Waiting error={error} />;
  const { objection, steps, may } = shown;
  return (
    <main className="page">
      <div className="head">
        <div>
          <h1>
            {monthWords(objection.month)}异议：{objection.about}，{objectionStates[objection.state]}
          </h1>
          <p role="status">{whatNow(objection)}</p>
        </div>
        <div className="acts">
          {objection.period && (
            <Link className="btn" to="/assessment" search={{ month: objection.period, unit: objection.aboutId }}>
              看{monthWords(objection.period)}的更正
            </Link>
          )}
          <Link className="btn" to="/objections">
            回异议表
          </Link>
        </div>
      </div>
      <div className="desk verifying reviewing">
        <div>
          <Contested shown={shown} />
        </div>
        <Evidence files={shown.files} link={null} />
        <div>
          {objection.state === 'pending' && may.withdraw === null && <Keeping shown={shown} />}
          {objection.state === 'pending' && may.withdraw !== null && <Answering key={objection.version} shown={shown} />}
          {(objection.state === 'proposed' || objection.state === 'corrected') && (
            <Confirming key={objection.version} shown={shown} />
          )}
          <Trail steps={steps} words={stepWords} marks={marks} bad={(what) => what === 'reject'} />
        </div>
      </div>
    </main>
  );
}

function whatNow({ state, answer, answeredByName, answeredOn, confirmedByName, period, endsOn }: Shown['objection']): string {
  const who = `${answeredByName ?? ''} ${answeredOn?.slice(5) ?? ''}`;
  switch (state) {
    case 'pending':
      return `等没有经手的人复核。异议期到 ${monthDay(endsOn)}，提了的在那以后照样复核。`;
    case 'upheld':
      return `维持原来的：${answer}（${who}）`;
    case 'proposed':
      return `◔ ${who} 拟更正：${answer}。第二个人确认以后列入下一个没锁定的月份。`;
    case 'corrected':
      return `✓ 更正列入${monthWords(period ?? '')}：${answer}（${who}，${confirmedByName ?? ''}确认）`;
    case 'withdrawn':
      return '已撤回，不再复核。';
  }
}

function Contested({ shown: { objection, clauseText, arithmetic, facts } }: { shown: Shown }) {
  const { unitName, aboutName, aboutId, unitId, what, points, reason, raisedByName, raisedOn, state, unitClosedOn } = objection;
  const meant = facts.filter(({ id }) => objection.facts.includes(id));
  return (
    <section className="card" aria-label="异议的内容">
      <header>
        <h2>{unitName}</h2>
        <span className="cap">
          {raisedOn.slice(5)} {raisedByName}
        </span>
        <span className="more">
          <ObjectionTag state={state} />
        </span>
      </header>
      <h3>{reason}</h3>
      <dl className="sheet">
        <dt>针对</dt>
        <dd>
          {subjects[what]}
          {aboutId !== unitId && `：${aboutName}`}
        </dd>
        <dt>哪一行</dt>
        <dd>{objection.about}</dd>
        {points !== '' && (
          <>
            <dt>当时</dt>
            <dd>
              {minus(points)} 分{arithmetic && <span className="cap">　{minus(arithmetic)}</span>}
            </dd>
          </>
        )}
        {unitClosedOn && (
          <>
            <dt>单位</dt>
            <dd>{monthDay(unitClosedOn)}起停用，由原单位的人或专班代为提出</dd>
          </>
        )}
      </dl>
      {clauseText && <blockquote className="quoted">{clauseText}</blockquote>}
      {facts.length > 0 && (
        <p className="cap">{meant.length > 0 ? '针对的事实' : '没有勾哪一条，针对这一行怎么算的；它数到的事实'}</p>
      )}
      <Facts facts={meant.length > 0 ? meant : facts} />
    </section>
  );
}

/** What the unit may still do itself. */
function Keeping({ shown: { objection, may } }: { shown: Shown }) {
  const client = useQueryClient();
  const [leaving, setLeaving] = useState(false);
  const { id, version } = objection;
  const withdraw = useWrite<string>(
    (reason, once) => api.objections[':id'].withdrawal.$post({ param: { id }, json: { version, reason } }, once),
    () => client.invalidateQueries({ queryKey: ['objections'] }),
  );
  return (
    <section className="card" aria-label="单位能办的">
      <header>
        <h2>还没有复核</h2>
      </header>
      <div className="dec">
        <p>复核的结果、理由和是谁复核的，都在这里看得到。</p>
        <ActionButton label="撤回异议" whyNot={may.withdraw} onClick={() => setLeaving(true)} />
      </div>
      {leaving && (
        <ReasonBox
          title="撤回异议"
          note="撤回以后不再复核；还在异议期里的可以重提。"
          act="撤回"
          error={withdraw.error}
          busy={withdraw.isPending}
          send={withdraw.mutate}
          close={() => setLeaving(false)}
        />
      )}
    </section>
  );
}

const marks = { raise: '→', withdraw: '—', uphold: '—', propose: '→', confirm: '✓', reject: '!' } as const;
