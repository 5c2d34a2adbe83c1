import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../ui/api.ts';
import { ActionButton } from '../../ActionButton.tsx';
import { Box } from '../../Box.tsx';
import { ReasonBox } from '../../identity/ReasonBox.tsx';
import { Corrected } from '../../objection/Corrected.tsx';
import { useWrite } from '../../useWrite.ts';
import { Next, Stands } from './CommissionTable.tsx';
import { Copy } from './Copy.tsx';
import type { Listed } from './commissions.ts';

const verbs = {
  withdrawal: { title: '撤回约稿', note: '单位会看到已撤回和理由，不再等这一篇，也不记未交。', act: '撤回' },
  missing: { title: '记未交', note: '记到时限过去的那个月。以后交来，改记迟交。', act: '记未交' },
} as const;
type Verb = keyof typeof verbs;

/** One order: all that was asked for, the words for the work group, and the acts on it. */
export function CommissionBox({ commission, office, close }: { commission: Listed; office: boolean; close: () => void }) {
  const [verb, setVerb] = useState<Verb | null>(null);
  const { title, unitName, state, standing, deliveredOn, reason, orderedOn, dueOn, notice, may } = commission;
  return (
    <Box label={title} close={close}>
      <h2>{title}</h2>
      <p>
        <Stands standing={standing} />　{unitName}　{orderedOn.slice(5)} 约，{dueOn.slice(5)} 到期
        {deliveredOn && `，${deliveredOn.slice(5)} 交来`}
      </p>
      {reason && <p className="cap">理由：{reason}</p>}
      <Corrected source={commission.id} />
      <pre className="notice">{notice}</pre>
      <p className="choices">
        <Copy label="一键复制" words={notice} />
        {(!office || state === 'delivered') && <Next commission={commission} office={office} />}
        {office && state === 'open' && (
          <>
            <ActionButton className="small" label="记未交" whyNot={may.settle} onClick={() => setVerb('missing')} />
            <ActionButton className="small" label="撤回约稿" whyNot={may.withdraw} onClick={() => setVerb('withdrawal')} />
          </>
        )}
        <button className="btn small" type="button" onClick={close}>
          收起
        </button>
      </p>
      {verb && <Reasoned commission={commission} verb={verb} close={() => setVerb(null)} />}
    </Box>
  );
}

function Reasoned({ commission: { id, version }, verb, close }: { commission: Listed; verb: Verb; close: () => void }) {
  const client = useQueryClient();
  const send = useWrite<string>(
    (reason, once) => api.commissions[':id'][verb].$post({ param: { id }, json: { version, reason } }, once),
    () => client.invalidateQueries({ queryKey: ['commissions'] }).then(close),
  );
  return <ReasonBox {...verbs[verb]} error={send.error} busy={send.isPending} send={send.mutate} close={close} />;
}
