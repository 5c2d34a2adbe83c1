import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type Intent } from '../../../ui/api.ts';
import { ActionButton } from '../../ActionButton.tsx';
import { Box } from '../../Box.tsx';
import { Said } from '../../Said.tsx';
import { useWrite } from '../../useWrite.ts';
import type { May, Policies } from './drafts.ts';

type Verb = 'propose' | 'withdraw' | 'approve' | 'return' | 'discard';
const one = api['scheme-drafts'][':id'];
type Given = { version: number; words: string; knowing: boolean };

const send: Record<Verb, (id: string, given: Given, once: Intent) => Promise<unknown>> = {
  propose: (id, { version, words }, once) => one.proposal.$post({ param: { id }, json: { version, basis: words } }, once),
  withdraw: (id, { version }, once) => one.withdrawal.$post({ param: { id }, json: { version } }, once),
  approve: (id, { version, knowing }, once) => one.approval.$post({ param: { id }, json: { version, knowing } }, once),
  return: (id, { version, words }, once) => one.return.$post({ param: { id }, json: { version, reason: words } }, once),
  discard: (id, { version, words }, once) => one.discarding.$post({ param: { id }, json: { version, reason: words } }, once),
};
const labels: Record<Verb, string> = {
  propose: '提请',
  withdraw: '撤回提请',
  approve: '批准生效',
  return: '退回',
  discard: '作废',
};

type Props = {
  id: string;
  may: May;
  state: string;
  met: Policies;
  blocked: string | null; // why it cannot be asked for yet
  ready: () => Promise<number | null>; // saves what is typed; the version, or null when it could not be saved
};

/** What may be done with the draft, each with its box; two people for a change. */
export function Deciding({ id, may, state, met, blocked, ready }: Props) {
  const [verb, setVerb] = useState<Verb | null>(null);
  const proposed = state === 'proposed';
  const verbs: Verb[] = proposed ? ['approve', 'return', 'withdraw'] : ['propose', 'discard'];
  const mays = { ...may, propose: may.propose ?? blocked } as Record<Verb, string | null>;
  if (state === 'inForce' || state === 'discarded') return null;
  return (
    <>
      {verbs.map((each, at) => (
        <ActionButton key={each} main={at === 0} label={labels[each]} whyNot={mays[each] ?? null} onClick={() => setVerb(each)} />
      ))}
      {verb && <Asked {...{ id, verb, met, ready }} close={() => setVerb(null)} />}
    </>
  );
}

type AskedProps = Pick<Props, 'id' | 'met' | 'ready'> & { verb: Verb; close: () => void };
function Asked({ id, verb, met, ready, close }: AskedProps) {
  const [words, setWords] = useState('');
  const [knowing, setKnowing] = useState(false);
  const client = useQueryClient();
  const run = useWrite<void>(
    async (_, once) => {
      const version = await ready();
      if (version === null) throw new Error('写下的还没有存上，请稍候再点一次。');
      return send[verb](id, { version, words, knowing }, once);
    },
    async () => {
      await client.invalidateQueries({ queryKey: ['drafts'] });
      await client.invalidateQueries({ queryKey: ['schemes'] });
      await client.invalidateQueries({ queryKey: ['month'] });
      close();
    },
  );
  const reasoned = verb === 'return' || verb === 'discard';
  const scored = met.length > 0 && (verb === 'propose' || verb === 'approve');
  const lacks =
    reasoned && words.trim() === '' ? '先写明理由' : scored && verb === 'propose' && words.trim() === '' ? '先写明依据' : null;
  const whyNot = lacks ?? (scored && verb === 'approve' && !knowing ? '先逐条看过，勾选“知情”' : null);
  return (
    <Box label={labels[verb]} close={close}>
      <h2>{labels[verb]}这份细则？</h2>
      <p>{about[verb]}</p>
      {scored && <Met met={met} />}
      {(reasoned || (scored && verb === 'propose')) && (
        <label className="fill">
          <span>{reasoned ? '理由' : '计分的依据（文号、批示）'}</span>
          <textarea rows={3} maxLength={1000} value={words} onChange={({ target }) => setWords(target.value)} />
        </label>
      )}
      {scored && verb === 'approve' && (
        <p>
          <label>
            <input type="checkbox" checked={knowing} onChange={({ target }) => setKnowing(target.checked)} />{' '}
            以上规定逐条看过，知情
          </label>
        </p>
      )}
      <Said error={run.error} />
      <p className="opt">
        <ActionButton main label={`确认${labels[verb]}`} whyNot={whyNot} busy={run.isPending} onClick={() => run.mutate()} />
        <button type="button" className="btn" onClick={close}>
          再看看
        </button>
      </p>
    </Box>
  );
}
const about: Record<Verb, string> = {
  propose: '提请以后改不了，要由专班办公室的另一人或分管领导批准才生效。',
  withdraw: '撤回以后可以接着改。',
  approve: '生效以后，从施行的月份起就按它算；前一版到上个月底为止。',
  return: '退回起草的人，改过可以再提请。',
  discard: '作废的草案留在列表里，不再改。',
};

const Met = ({ met }: { met: Policies }) => (
  <ul className="found">
    {met.map(({ code, source, fromOn, words }) => (
      <li key={code} className="is-doubt">
        ◔ {fromOn} 起，{source}：{words}
      </li>
    ))}
  </ul>
);
