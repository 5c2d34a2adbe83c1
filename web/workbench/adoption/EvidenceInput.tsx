import { useState } from 'react';
import type { KeptFile } from '../../../server/kernel/queries.ts';
import { type Intent, intent } from '../../ui/api.ts';
import { addressOf, upload } from '../../ui/upload.ts';

type Sending = { key: Intent['headers']['Idempotency-Key']; file: File; error: string | null };
type Props = { label?: string; kept: readonly KeptFile[]; add: (file: KeptFile) => void; drop: (sha256: string) => void };

const usual = '佐证：剪报、截图、PDF（没有文件可只填网址）';

/** Evidence from the camera or from a folder: sent at once, each shown with what became of it. */
export function EvidenceInput({ label = usual, kept, add, drop }: Props) {
  const { sending, send, again, forget } = useSending(add);
  const waiting = sending.filter(({ error }) => error === null).length;
  return (
    <fieldset className="proofs">
      <legend>{label}</legend>
      <div className="buttons">
        <Choose label="拍照" accept="image/jpeg,image/png,image/webp" camera send={send} />
        <Choose label="选文件" accept="image/jpeg,image/png,image/webp,application/pdf" send={send} />
      </div>
      <p className="cap" role="status">
        {waiting > 0 ? `正在传 ${waiting} 份，已传 ${kept.length} 份……` : kept.length > 0 ? `✓ 已传 ${kept.length} 份` : ''}
      </p>
      <ul>
        {kept.map((file) => (
          <li key={file.sha256}>
            <Preview file={file} />
            <span>
              ✓ {file.name}
              <small>{sizeWords(file.size)}</small>
            </span>
            <button type="button" className="btn small" onClick={() => drop(file.sha256)}>
              不要这份
            </button>
          </li>
        ))}
        {sending.map((each) => (
          <li key={each.key} aria-live="polite">
            {each.error === null ? <progress aria-label="正在传" /> : <b>!</b>}
            <span>
              {each.file.name}
              <small>{each.error ?? `正在传 ${sizeWords(each.file.size)}`}</small>
            </span>
            {each.error !== null && (
              <span className="buttons">
                <button type="button" className="btn small" onClick={() => again(each)}>
                  再传一次
                </button>
                <button type="button" className="btn small" onClick={() => forget(each.key)}>
                  算了
                </button>
              </span>
            )}
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

function useSending(add: (file: KeptFile) => void) {
  const [sending, setSending] = useState<readonly Sending[]>([]);
  const forget = (key: string) => setSending((before) => before.filter((each) => each.key !== key));
  const told = (key: string, error: string | null) =>
    setSending((before) => before.map((each) => (each.key === key ? { ...each, error } : each)));
  const again = async ({ key, file }: Sending) => {
    told(key, null);
    try {
      add(await upload(file, { headers: { 'Idempotency-Key': key } }));
      forget(key);
    } catch (error) {
      told(key, error instanceof Error && !(error instanceof TypeError) ? error.message : '没有连上，请再传一次，不会重复。');
    }
  };
  const send = (files: readonly File[]) => {
    const fresh = files.map((file) => ({ key: intent().headers['Idempotency-Key'], file, error: null }));
    setSending((before) => [...before, ...fresh]);
    for (const each of fresh) void again(each);
  };
  return { sending, send, again, forget };
}

type ChooseProps = { label: string; accept: string; camera?: boolean; send: (files: readonly File[]) => void };
const Choose = ({ label, accept, camera = false, send }: ChooseProps) => (
  <label className="btn choose">
    {label}
    <input
      className="sr"
      type="file"
      accept={accept}
      multiple={!camera}
      {...(camera ? { capture: 'environment' } : {})}
      onChange={({ target }) => {
        send([...(target.files ?? [])]);
        target.value = '';
      }}
    />
  </label>
);

const Preview = ({ file: { sha256, mediaType, name } }: { file: KeptFile }) => (
  <a href={addressOf(sha256)} target="_blank" rel="noreferrer" aria-label={`打开 ${name}`}>
    {mediaType === 'application/pdf' ? <b>PDF</b> : <img src={addressOf(sha256)} alt="" />}
  </a>
);

const sizeWords = (size: number) => (size < 1_048_576 ? `${Math.ceil(size / 1024)} KB` : `${(size / 1_048_576).toFixed(1)} MB`);
