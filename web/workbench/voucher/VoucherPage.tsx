import { useQuery } from '@tanstack/react-query';
import { createRoute, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { gradeWords, stepWords, voucherKinds, voucherStates } from '../../../server/voucher/voucher.ts';
import '../adoption/adoption.css';
import { dayWords, monthWords } from '../adoption/claims.ts';
import { Evidence } from '../adoption/Evidence.tsx';
import { Corrected } from '../objection/Corrected.tsx';
import { Waiting } from '../Said.tsx';
import { shellRoute } from '../Shell.tsx';
import { Trail } from '../Trail.tsx';
import { Deciding } from './Deciding.tsx';
import './voucher.css';
import { VoucherTag } from './VoucherTag.tsx';
import { oneVoucher, type Shown } from './vouchers.ts';

export const voucherRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/vouchers/$voucherId',
  component: VoucherPage,
});

function VoucherPage() {
  const { voucherId } = voucherRoute.useParams();
  const [said, setSaid] = useState<string | null>(null);
  const { data: shown, error } = useQuery(oneVoucher(voucherId));
  if (!shown) return <Waiting error={error} />;
  const { voucher } = shown;
  return (
    <main className="page">
      <div className="head">
        <div>
          <h1>
            {voucherKinds[voucher.kind]}：{voucher.title}，{voucherStates[voucher.state]}
          </h1>
          <p role="status">{said ? `✓ ${said}` : whatNow(shown)}</p>
        </div>
        <div className="acts">
          <Link className="btn" to="/vouchers">
            回登记表
          </Link>
        </div>
      </div>
      <div className="desk verifying">
        <div>
          <Sheet shown={shown} />
        </div>
        <Evidence files={shown.files} link={null} />
        <div>
          <Deciding key={voucher.version} shown={shown} done={setSaid} />
          <Corrected source={voucher.id} />
          <Trail steps={shown.steps} words={stepWords} marks={marks} />
        </div>
      </div>
    </main>
  );
}

function whatNow({ voucher: { state, decidedByName, askedByName, reason, enteredByName }, month }: Shown): string {
  switch (state) {
    case 'pending':
      return `${enteredByName}登记，等第二个人对着文件确认；确认以前不计分。`;
    case 'confirmed':
      return `${decidedByName ?? ''}确认，记入${monthWords(month)}${reason && `：${reason}`}`;
    case 'refused':
      return `${decidedByName ?? ''}不予登记：${reason}`;
    case 'withdrawing':
      return `◔ ${askedByName ?? ''}提出撤销：${reason}。另一个人同意以前照样算。`;
    case 'withdrawn':
      return `已撤销：${reason}`;
  }
}

function Sheet({ shown: { voucher, month } }: { shown: Shown }) {
  const { kind, unitName, happenedOn, grade, title, articleId, words, number, state } = voucher;
  const counts = state === 'pending' || state === 'confirmed' || state === 'withdrawing';
  const late = counts && !happenedOn.startsWith(month);
  return (
    <section className="card" aria-label="登记的内容">
      <header>
        <h2>{unitName}</h2>
        <span className="more">
          <VoucherTag state={state} />
        </span>
      </header>
      <h3>{title}</h3>
      <dl className="sheet">
        <dt>{gradeWords[kind]}</dt>
        <dd>{grade}</dd>
        <dt>日期</dt>
        <dd>{dayWords(happenedOn)}</dd>
        <dt>文号</dt>
        <dd>{number || '—'}</dd>
        <dt>内容</dt>
        <dd>{words || '—'}</dd>
        {articleId && (
          <>
            <dt>稿件</dt>
            <dd>
              <Link to="/articles/$id" params={{ id: articleId }}>
                看稿件
              </Link>
            </dd>
          </>
        )}
        {counts && (
          <>
            <dt>记入</dt>
            <dd>{monthWords(month)}</dd>
          </>
        )}
      </dl>
      {late && (
        <p className="note">
          ! {monthWords(happenedOn.slice(0, 7))}已锁定，迟到的记入{monthWords(month)}。
        </p>
      )}
    </section>
  );
}

const marks = { enter: '→', confirm: '✓', refuse: '—', askBack: '→', withdraw: '—', keep: '✓' } as const;
