import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { CountyDate } from '../../../server/kernel/dates.ts';
import { levels, proofs } from '../../../server/submission/submission.ts';
import { api, intent } from '../../ui/api.ts';
import { upload } from '../../ui/upload.ts';
import { Box } from '../Box.tsx';
import { Field } from '../Field.tsx';
import { Said } from '../Said.tsx';
import { useWrite } from '../useWrite.ts';
import type { Article } from './articles.ts';

type Props = { article: Article; today: string; close: () => void };
const empty = { name: '', day: '', mistakes: '' };

/** 代录: the sheet that came back signed, and who signed it on which day. */
export function SheetBox({ article: { id, version, versionNo }, today, close }: Props) {
  const client = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [once] = useState(() => new WeakMap<File, ReturnType<typeof intent>>());
  const [signers, setSigners] = useState([empty, empty, empty]);
  const set = (at: number, part: Partial<typeof empty>) =>
    setSigners((before) => before.map((signer, place) => (place === at ? { ...signer, ...part } : signer)));
  const record = useWrite<File>(
    async (file, act) => {
      const sending = once.get(file) ?? intent();
      once.set(file, sending);
      const { sha256: sheet } = await upload(file, sending);
      const [first, second, third] = signers.map((signer) => signedOf(signer, today));
      if (!first || !second || !third) throw new Error('签字日期要写成日历上的一天，请检查。');
      const json = { version, sheet, signers: [first, second, third] as [typeof first, typeof second, typeof third] };
      return api.articles[':id'].sheet.$post({ param: { id }, json }, act);
    },
    () => client.invalidateQueries({ queryKey: ['articles'] }).then(close),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (file) record.mutate(file);
  };
  return (
    <Box label="代录审签单" close={close}>
      <form onSubmit={submit}>
        <h2>代录审签单：第 {versionNo} 版</h2>
        <p className="cap">签好的审签单拍照或扫描传上来，照着填三位审签人。六个签名一次记全，会显示由您代录。</p>
        <label className="fill">
          <span>审签单照片、扫描件（JPG、PNG、PDF，20 MB 以内）</span>
          <input
            type="file"
            required
            accept="image/jpeg,image/png,image/webp,application/pdf"
            onChange={({ target }) => setFile(target.files?.[0] ?? null)}
          />
        </label>
        {([1, 2, 3] as const).map((level) => {
          const signer = signers[level - 1] ?? empty;
          return (
            <fieldset key={level} className="signer">
              <legend>
                {levels[level]}、{proofs[level]}
              </legend>
              <Field label="姓名" maxLength={30} value={signer.name} set={(name) => set(level - 1, { name })} />
              <Field label="日期" type="date" max={today} value={signer.day || today} set={(day) => set(level - 1, { day })} />
              <Field
                label="校对改几处"
                required={false}
                type="number"
                min={0}
                max={999}
                value={signer.mistakes}
                set={(mistakes) => set(level - 1, { mistakes })}
              />
            </fieldset>
          );
        })}
        <Said error={record.error} />
        <p className="choices">
          <button className="btn main" type="submit" disabled={record.isPending}>
            {record.isPending ? '正在传、正在记……' : '代录六签，报送'}
          </button>
          <button className="btn" type="button" onClick={close}>
            不办了
          </button>
        </p>
      </form>
    </Box>
  );
}

function signedOf({ name, day, mistakes }: typeof empty, today: string) {
  const read = CountyDate.safeParse(day || today);
  return read.success ? { name, day: read.data, mistakes: mistakes === '' ? null : Number(mistakes) } : null;
}
