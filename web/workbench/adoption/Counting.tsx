import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useDeferredValue } from 'react';
import { undecidedWords } from '../../../server/adoption/adoption.ts';
import { mediaTiers, tierWords } from '../../../server/channel/channel.ts';
import { dayWords, monthWords, type PlaceShown, placeOf, type Shown } from './claims.ts';

/** What accepting it would record: carrier, tier and since when that holds, and in which month. */
export function Counting({ outlet, on }: { outlet: string; on: string }) {
  const { data } = useQuery(placeOf(useDeferredValue(outlet), on));
  return (
    <section className="card">
      <header>
        <h2>认定后记什么</h2>
      </header>
      {data ? <Recorded place={data} on={on} /> : <p className="sheet">填好载体和日期才看得到。</p>}
    </section>
  );
}

function Recorded({ place: { outlet, tier, since, month }, on }: { place: PlaceShown; on: string }) {
  const late = month !== on.slice(0, 7);
  return (
    <>
      <p className="records">
        <strong>{tier === null ? '不计分' : mediaTiers[tier]}</strong>
        <span>采用 1 条</span>
      </p>
      <dl className="sheet">
        <dt>载体</dt>
        <dd>{outlet}</dd>
        <dt>级别</dt>
        <dd>
          {tierWords(tier)}
          {since && `，自${dayWords(since)}起`}
        </dd>
        <dt>记入</dt>
        <dd>{monthWords(month)}</dd>
      </dl>
      {tier === null && (
        <p className="note">
          ◔ {undecidedWords(outlet)} <Link to="/outlets">去媒体名录</Link>
        </p>
      )}
      {late && (
        <p className="note">
          ! {monthWords(on.slice(0, 7))}已锁定，迟到的佐证记入{monthWords(month)}。
        </p>
      )}
    </>
  );
}

/** What was recorded when it was accepted. */
export function Counted({ claim: { tier, outlet, period, tierNow, factId, publishedOn } }: { claim: Shown['claim'] }) {
  return (
    <section className="card">
      <header>
        <h2>已经记入{period ? monthWords(period) : ''}</h2>
        {factId && (
          <Link className="more" to="/receipts/$factId" params={{ factId }}>
            回执
          </Link>
        )}
      </header>
      <p className="records">
        <strong>{tier === null ? '不计分' : mediaTiers[tier]}</strong>
        <span>{outlet} 采用 1 条</span>
      </p>
      {period !== null && !publishedOn.startsWith(period) && (
        <p className="note">
          ! 核验时{monthWords(publishedOn.slice(0, 7))}已锁定，迟到的佐证记入{monthWords(period)}。
        </p>
      )}
      {tier === null && (
        <p className="note">
          ◔ {tierNow === null ? undecidedWords(outlet) : `后来已定为${mediaTiers[tierNow]}，再认定一次就按它计。`}
        </p>
      )}
    </section>
  );
}
