import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { filingKinds, stepWords } from '../../../server/filing/filing.ts';
import { api } from '../../ui/api.ts';
import { addressOf } from '../../ui/upload.ts';
import { ActionButton } from '../ActionButton.tsx';
import { Box } from '../Box.tsx';
import { Field } from '../Field.tsx';
import { Said } from '../Said.tsx';
import { Trail } from '../Trail.tsx';
import { useWrite } from '../useWrite.ts';
import { FilingForm } from './FilingForm.tsx';
import { type Cell, dueWords, type FilingsNow, type OneFiling, oneFiling, type Row } from './filings.ts';
import { Stands } from './Stands.tsx';

type Props = { data: FilingsNow; row: Row; cell: Cell; office: boolean; close: () => void };

/** What was handed in, what became of it and, for whom it is, the next step. */
export function FilingBox({ data, row, cell, office, close }: Props) {
  const { kind, filing, standing } = cell;
  const { data: shown, error } = useQuery({ ...oneFiling(filing?.id ?? ''), enabled: filing !== null });
  const term = data.terms.find((each) => each.kind === kind);
  return (
    <Box label={`${row.name}：${filingKinds[kind]}`} close={close}>
      <h2>
        {row.name}：{filingKinds[kind]}
      </h2>
      <p>
        <Stands standing={standing} /> <span className="cap">{term && dueWords(term)}</span>
      </p>
      <Said error={error} />
      {shown && <Handed shown={shown} />}
      {office && shown && <Deciding shown={shown} close={close} />}
      {office && filing === null && <p className="empty">这个单位还没有报。</p>}
      {!office && <FilingForm key={filing?.version ?? 0} row={row} cell={cell} whyNot={data.may.file} close={close} />}
      {shown && <Trail steps={shown.steps} words={stepWords} marks={marks} bad={(what) => what === 'return'} />}
      <p>
        <button className="btn" type="button" onClick={close}>
          关上
        </button>
      </p>
    </Box>
  );
}
const marks = { file: '◔', take: '✓', return: '!' };

/** The version that stands, and the words of those before it. */
function Handed({ shown: { filing, files, steps } }: { shown: OneFiling }) {
  const earlier = steps.filter(({ what, no, content }) => what === 'file' && no < filing.version && content.words);
  const last = steps.findLast(({ what }) => what === 'file')?.no;
  return (
    <>
      <dl className="sheet">
        {filing.happenedOn && <Line name="哪一天" words={filing.happenedOn} />}
        {filing.leader && <Line name="负责领导" words={`${filing.leader}　${filing.leaderPost}`} />}
        {filing.officerName && <Line name="信息员" words={filing.officerName} />}
        {filing.words && <Line name="内容" words={filing.words} />}
        {filing.reason && <Line name="专班的话" words={filing.reason} />}
      </dl>
      {files.map(({ sha256, name }) => (
        <p key={sha256}>
          <a href={addressOf(sha256)} target="_blank" rel="noreferrer">
            打开附件：{name || '盖章件'}
          </a>
          {sha256 !== filing.sha256 && '（以前的一版）'}
        </p>
      ))}
      {earlier
        .filter(({ no }) => no !== last)
        .map(({ no, content, doneOn }) => (
          <details key={no}>
            <summary>{doneOn} 报来的那一版</summary>
            <p className="handed">{content.words}</p>
          </details>
        ))}
    </>
  );
}

const Line = ({ name, words }: { name: string; words: string }) => (
  <>
    <dt>{name}</dt>
    <dd className="handed">{words}</dd>
  </>
);

function Deciding({ shown: { filing, may }, close }: { shown: OneFiling; close: () => void }) {
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const decide = useWrite<boolean>(
    (take, once) =>
      api.filings[':id'].decisions.$post({ param: { id: filing.id }, json: { version: filing.version, take, reason } }, once),
    () => client.invalidateQueries({ queryKey: ['filings'] }).then(close),
  );
  if (filing.state !== 'filed') return null;
  return (
    <div className="deciding">
      <Field label="退回的理由（收下可以不写）" required={false} maxLength={500} value={reason} set={setReason} />
      <Said error={decide.error} />
      <p className="choices">
        <ActionButton main label="收下" whyNot={may.decide} busy={decide.isPending} onClick={() => decide.mutate(true)} />
        <ActionButton
          label="退回，请单位改"
          whyNot={may.decide === null ? (reason.trim() ? null : '先写理由') : '同上。'}
          onClick={() => decide.mutate(false)}
        />
      </p>
    </div>
  );
}
