import { useState } from 'react';
import type { Picture } from '../../../server/submission/submission.ts';
import { type Intent, intent } from '../../ui/api.ts';
import { addressOf, upload } from '../../ui/upload.ts';

type Pending = { key: string; file: File; once: Intent; error: string | null };
const most = 9;

/** Pictures on their way: each is sent under one key until it arrives, so that a second try is still one picture. */
export function useUploads(arrived: (sha256: string) => void) {
  const [pending, setPending] = useState<readonly Pending[]>([]);
  const forget = (key: string) => setPending((before) => before.filter((each) => each.key !== key));
  const send = async (one: Pending) => {
    setPending((before) => before.map((each) => (each.key === one.key ? { ...each, error: null } : each)));
    try {
      const { sha256 } = await upload(one.file, one.once);
      arrived(sha256);
      forget(one.key);
    } catch (error) {
      const words = error instanceof TypeError ? '没有连上，请点重试。' : (error as Error).message;
      setPending((before) => before.map((each) => (each.key === one.key ? { ...each, error: words } : each)));
    }
  };
  /** One after the other, in the order in which they were chosen. */
  const add = async (files: readonly File[]) => {
    const chosen = files.map((file) => ({ file, once: intent(), error: null }));
    const waiting = chosen.map((each) => ({ ...each, key: each.once.headers['Idempotency-Key'] }));
    setPending((before) => [...before, ...waiting]);
    for (const one of waiting) await send(one);
  };
  return { pending, add, retry: send, forget };
}

type Props = {
  pictures: readonly Picture[];
  change: (pictures: readonly Picture[]) => void;
  uploads: ReturnType<typeof useUploads>;
};

export function Pictures({ pictures, change, uploads }: Props) {
  const { pending, add, retry, forget } = uploads;
  const under = pending.filter(({ error }) => error === null).length;
  const full = pictures.length + pending.length >= most;
  const caption = (at: number, words: string) =>
    change(pictures.map((picture, place) => (place === at ? { ...picture, caption: words } : picture)));
  return (
    <fieldset className="pictures">
      <legend>
        照片 <small role="status">{under > 0 ? `正在传 ${under} 张……` : `${pictures.length} 张，最多 ${most} 张`}</small>
      </legend>
      <ol>
        {pictures.map(({ sha256, caption: words }, at) => (
          <li key={sha256}>
            <a href={addressOf(sha256)} target="_blank" rel="noreferrer">
              <img src={addressOf(sha256)} alt={words || `第 ${at + 1} 张，还没有说明`} />
            </a>
            <label className="fill">
              <span>图片说明　第 {at + 1} 张：时间、地点、内容</span>
              <textarea rows={2} maxLength={300} value={words} onChange={({ target }) => caption(at, target.value)} />
            </label>
            <button type="button" className="btn small" onClick={() => change(pictures.filter((_, place) => place !== at))}>
              去掉第 {at + 1} 张
            </button>
          </li>
        ))}
        {pending.map((one) => (
          <li key={one.key} className="pending">
            {one.error === null ? <p role="status">◔ 正在传 {one.file.name}……</p> : <p role="alert">! {one.error}</p>}
            {one.error !== null && (
              <p className="choices">
                <button type="button" className="btn small" onClick={() => retry(one)}>
                  重试
                </button>
                <button type="button" className="btn small" onClick={() => forget(one.key)}>
                  不传了
                </button>
              </p>
            )}
          </li>
        ))}
      </ol>
      <label className="btn pick" aria-disabled={full}>
        {full ? `已有 ${most} 张，要换先去掉一张` : '拍照或选照片'}
        <input
          type="file"
          className="sr"
          accept="image/jpeg,image/png,image/webp"
          multiple
          disabled={full}
          onChange={({ target }) => {
            void add([...(target.files ?? [])].slice(0, most - pictures.length - pending.length));
            target.value = '';
          }}
        />
      </label>
    </fieldset>
  );
}
