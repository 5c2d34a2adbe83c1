import { useQuery } from '@tanstack/react-query';
import { createRoute, Link } from '@tanstack/react-router';
import { z } from 'zod';
import { basisWords, colourMeaning, colours, orderStates, stepWords } from '../../../server/supervision/supervision.ts';
import { addressOf } from '../../ui/upload.ts';
import { dayWords } from '../adoption/claims.ts';
import { Waiting } from '../Said.tsx';
import { shellRoute } from '../Shell.tsx';
import { Trail } from '../Trail.tsx';
import { Acting } from './Acting.tsx';
import { Answering } from './Answering.tsx';
import { ColourTag, OrderTag } from './OrderTag.tsx';
import { oneOrder, type Shown } from './orders.ts';

export const orderRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/supervision/$orderId',
  validateSearch: z.object({ raise: z.boolean().optional().catch(undefined) }),
  component: OrderPage,
});

function OrderPage() {
  const { orderId } = orderRoute.useParams();
  const { raise = false } = orderRoute.useSearch();
  const { data: shown, error } = useQuery(oneOrder(orderId));
  if (!shown) return <Waiting error={error} />;
  const { order, steps } = shown;
  return (
    <main className="page">
      <div className="head">
        <div>
          <h1>
            {colours[order.colour]}：{order.matter}，{orderStates[order.state]}
          </h1>
          <p role="status">{whatNow(shown)}</p>
        </div>
        <div className="acts">
          <a className="btn" href={`/api/supervision/${order.id}/order.pdf`} target="_blank" rel="noreferrer">
            打印督办单
          </a>
          <Link className="btn" to="/supervision">
            回督办
          </Link>
        </div>
      </div>
      <div className="desk ordering-desk">
        <div>
          <Sheet shown={shown} />
          {(order.answer !== '' || shown.files.length > 0) && <Answer shown={shown} />}
        </div>
        <div>
          <Answering key={`answer ${order.version}`} shown={shown} />
          <Acting key={`act ${order.version}`} shown={shown} raise={raise} />
          <Trail steps={steps} words={stepWords} marks={marks} bad={(what) => bad.includes(what)} />
        </div>
      </div>
    </main>
  );
}

function whatNow({ order: { state, dueOn, overdue, askedDueOn, nextColour, colour, endedOn } }: Shown): string {
  if (state === 'proposed') return '◔ 等专班分管领导同意，同意以前单位看不到。';
  if (state === 'withdrawn') return `— ${endedOn ? dayWords(endedOn) : ''}撤回，不用办了。`;
  if (state === 'closed') return `✓ ${endedOn ? dayWords(endedOn) : ''}销号。`;
  const due = overdue ? `! ${dayWords(dueOn)}已到期` : `◔ ${dayWords(dueOn)}到期`;
  const rising = nextColour ? `；已拟升${colours[nextColour]}，等分管领导定` : '';
  const asked = askedDueOn ? `；单位申请延到${dayWords(askedDueOn)}，等专班答复` : '';
  return `${due}，${colourMeaning[colour]}${state === 'answered' ? '，单位已反馈，等专班销号' : '，等单位反馈'}${asked}${rising}。`;
}

function Sheet({ shown: { order } }: { shown: Shown }) {
  const { unitName, unitId, matter, requirement, dueOn, months, colour, state, overdue, issuedOn, draftedByName } = order;
  return (
    <section className="card" aria-label="督办单">
      <header>
        <h2>{unitName}</h2>
        <span className="more">
          <ColourTag colour={colour} /> <OrderTag state={state} overdue={overdue} />
        </span>
      </header>
      <dl className="sheet">
        <dt>事项</dt>
        <dd>{matter}</dd>
        {months.length > 0 && (
          <>
            <dt>依据</dt>
            <dd>
              {months.map((each) => (
                <div key={each.month}>
                  <Link to="/assessment" search={{ month: each.month, unit: unitId }}>
                    {basisWords(each)}
                  </Link>
                </div>
              ))}
              <span className="cap">都是月度锁定的数据，点开看那个月的得分单</span>
            </dd>
          </>
        )}
        <dt>要求</dt>
        <dd>{requirement}</dd>
        <dt>到期</dt>
        <dd>{dayWords(dueOn)}</dd>
        <dt>发出</dt>
        <dd>
          {issuedOn ? dayWords(issuedOn) : '还没有发出'}，{draftedByName}拟
          {order.confirmedByName && `，${order.confirmedByName}同意`}
        </dd>
      </dl>
    </section>
  );
}

const Answer = ({ shown: { order, files } }: { shown: Shown }) => (
  <section className="card" aria-label="整改反馈">
    <header>
      <h2>整改反馈</h2>
      <span className="more cap">{order.answeredOn ? dayWords(order.answeredOn) : ''}</span>
    </header>
    <p className="given">{order.answer}</p>
    {files.length > 0 && (
      <p className="papers">
        {files.map(({ sha256, name }) => (
          <a key={sha256} href={addressOf(sha256)} target="_blank" rel="noreferrer">
            佐证：{name}
          </a>
        ))}
      </p>
    )}
  </section>
);

const bad: readonly string[] = ['disagree', 'keepDue', 'raise', 'sendBack', 'withdraw'];
const marks = {
  ...{ draft: '→', issue: '→', agree: '✓', disagree: '!', answer: '→', ask: '→', extend: '✓', keepDue: '!' },
  ...{ raise: '!', proposeRaise: '→', sendBack: '!', close: '✓', withdraw: '—', reopen: '→' },
} as const;
