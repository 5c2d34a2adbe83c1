import { useState } from 'react';
import { intent } from '../../../ui/api.ts';
import { addressOf, upload } from '../../../ui/upload.ts';
import { Said } from '../../Said.tsx';

type Props = { sha256: string | null; set: ((sha256: string | null) => void) | null; shown: boolean };

/** The paper itself beside the clauses: a scan or PDF that stays with the version. */
export function Paper({ sha256, set, shown }: Props) {
  const [error, setError] = useState<Error | null>(null);
  const [once, setOnce] = useState(intent);
  const take = async (file: File | undefined) => {
    if (!file || !set) return;
    await upload(file, once).then(({ sha256 }) => set(sha256), setError);
    setOnce(intent());
  };
  return (
    <section className="card paper-file">
      <header>
        <h2>纸面细则</h2>
        {sha256 && (
          <a className="more" href={addressOf(sha256)} target="_blank" rel="noreferrer">
            另开一页看
          </a>
        )}
      </header>
      {sha256 === null && <p className="cap about">还没有附上。扫描件或照片附在这里，生效以后一直跟着这一版。</p>}
      {sha256 !== null && shown && <PaperView sha256={sha256} />}
      {set && (
        <p className="opt about">
          <label className="btn small">
            {sha256 ? '换一份' : '附上纸面细则'}
            <input
              className="sr"
              type="file"
              accept="image/jpeg,image/png,image/webp,application/pdf"
              onChange={({ target }) => take(target.files?.[0])}
            />
          </label>
          {sha256 && (
            <button type="button" className="btn small" onClick={() => set(null)}>
              不附
            </button>
          )}
        </p>
      )}
      <Said error={error} />
    </section>
  );
}

export const PaperView = ({ sha256 }: { sha256: string }) => (
  <iframe className="paper-view" title="纸面细则" src={addressOf(sha256)} />
);
