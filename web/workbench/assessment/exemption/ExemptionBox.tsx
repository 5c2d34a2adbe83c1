import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../ui/api.ts';
import { addressOf } from '../../../ui/upload.ts';
import { ActionButton } from '../../ActionButton.tsx';
import { Box } from '../../Box.tsx';
import { ReasonBox } from '../../identity/ReasonBox.tsx';
import { Said } from '../../Said.tsx';
import { useWrite } from '../../useWrite.ts';
import { Stands } from './columns.tsx';
import { type Listed, spanWords } from './exemptions.ts';

/** One exemption: what it rests on, who spoke for it, and the acts on it. */
export function ExemptionBox({ exemption, close }: { exemption: Listed; close: () => void }) {
  const { id, version, unitName, state, reason, basis, evidence, may } = exemption;
  const client = useQueryClient();
  const [withdrawing, setWithdrawing] = useState(false);
  const settled = () => Promise.all(['exemptions', 'month'].map((key) => client.invalidateQueries({ queryKey: [key] })));
  const confirm = useWrite(
    (_given, once) => api.exemptions[':id'].confirmation.$post({ param: { id }, json: { version } }, once),
    settled,
  );
  const withdraw = useWrite<string>(
    (reason, once) => api.exemptions[':id'].withdrawal.$post({ param: { id }, json: { version, reason } }, once),
    () => settled().then(() => setWithdrawing(false)),
  );
  return (
    <Box label={`${unitName}的豁免`} close={close}>
      <h2>{unitName}的豁免</h2>
      <p>
        <Stands state={state} />　{spanWords(exemption)}
      </p>
      <p>原因：{reason}</p>
      <p>
        依据：{basis}　
        {evidence && (
          <a href={addressOf(evidence)} target="_blank" rel="noreferrer">
            看依据的文件
          </a>
        )}
      </p>
      <Spoken exemption={exemption} />
      <Said error={confirm.error} />
      <p className="choices">
        {state === 'proposed' && (
          <ActionButton main label="确认豁免" whyNot={may.confirm} busy={confirm.isPending} onClick={() => confirm.mutate()} />
        )}
        {state !== 'withdrawn' && <ActionButton label="撤回豁免" whyNot={may.withdraw} onClick={() => setWithdrawing(true)} />}
        <button className="btn" type="button" onClick={close}>
          收起
        </button>
      </p>
      {withdrawing && (
        <ReasonBox
          title="撤回豁免"
          note="从没有锁定的月份起照常排名；已经锁定的月份保持原样。单位看得到理由。"
          act="撤回"
          error={withdraw.error}
          busy={withdraw.isPending}
          send={withdraw.mutate}
          close={() => setWithdrawing(false)}
        />
      )}
    </Box>
  );
}

const Spoken = ({ exemption }: { exemption: Listed }) => {
  const { proposedByName, proposedOn, confirmedByName, confirmedOn } = exemption;
  const { withdrawnByName, withdrawnOn, withdrawnWhy, endsBefore } = exemption;
  return (
    <p className="cap">
      {proposedByName} {proposedOn} 提出；
      {confirmedByName === null ? '还没有人确认' : `${confirmedByName} ${confirmedOn} 确认`}
      {withdrawnByName !== null && `；${withdrawnByName} ${withdrawnOn} 撤回：${withdrawnWhy}`}
      {endsBefore !== null && `（${endsBefore} 起不再豁免）`}。
    </p>
  );
};
