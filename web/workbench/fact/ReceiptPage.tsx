import { queryOptions, useQuery } from '@tanstack/react-query';
import { createRoute } from '@tanstack/react-router';
import { useState } from 'react';
import { monthInWords } from '../../../server/bulletin/words.ts';
import { factKinds } from '../../../server/fact/fact.ts';
import { api } from '../../ui/api.ts';
import { copyWords } from '../../ui/copy.ts';
import { Waiting } from '../Said.tsx';
import { shellRoute } from '../Shell.tsx';
import './receipt.css';

export const receiptRoute = createRoute({ getParentRoute: () => shellRoute, path: '/receipts/$factId', component: ReceiptPage });

const receiptOf = (id: string) =>
  queryOptions({
    queryKey: ['receipt', id],
    queryFn: async () => (await api.facts[':id'].receipt.$get({ param: { id } })).json(),
  });

/** 回执: the unit's own paper by which it can show that the office forgot something. */
function ReceiptPage() {
  const { factId } = receiptRoute.useParams();
  const { data, error } = useQuery(receiptOf(factId));
  const [said, setSaid] = useState('复制编码');
  if (!data) return <Waiting error={error} />;
  const { code, unitName, kind, day, period, corrects, title, no } = data;
  const copy = async () => setSaid((await copyWords(code)) ? '✓ 已复制' : '请选中编码复制');
  return (
    <main className="page" id="main">
      <div className="head">
        <div>
          <h1>回执：{title ? `《${title}》` : `${day} ${factKinds[kind]}`}</h1>
          <p>这件事已经记入台账。请保存编码；哪个月的通报漏了它，凭编码说得清。</p>
        </div>
        <div className="acts">
          <button type="button" className="btn" onClick={() => window.print()}>
            打印
          </button>
          <button type="button" className="btn main" onClick={copy} aria-live="polite">
            {said}
          </button>
        </div>
      </div>
      <section className="card receipt" aria-label="回执">
        <p className="code">
          <code>{code}</code>
        </p>
        <dl className="sheet">
          <dt>单位</dt>
          <dd>{unitName}</dd>
          <dt>事项</dt>
          <dd>
            {factKinds[kind]}
            {title && `《${title}》`}
          </dd>
          <dt>日期</dt>
          <dd>{day}</dd>
          <dt>记入</dt>
          <dd>
            {monthInWords(period)}
            {corrects !== null && `（异议复核补记的，算${monthInWords(corrects)}的，作更正列在这个月）`}
            {corrects === null && !day.startsWith(period) && '（发生的那个月已经锁定，迟到的记入下一个月）'}
          </dd>
          <dt>审计</dt>
          <dd>{no === null ? '◔ 等着封存，一分钟以内' : `✓ 已封存，第 ${no} 条`}</dd>
        </dl>
        <p className="how">
          怎样核对：向专班办公室索取{monthInWords(period)}的导出文件，打开<a href="/verify.html">核对页面</a>
          （断网也能用），放进文件，填上编码，就说出这件事在不在、怎么算的分。漏记了的，请连同编码报告审计管理员。
        </p>
      </section>
    </main>
  );
}
