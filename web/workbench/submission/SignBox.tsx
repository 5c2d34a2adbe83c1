import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Level, levels, proofs, type SignatureKind } from '../../../server/submission/submission.ts';
import { api } from '../../ui/api.ts';
import { ActionButton } from '../ActionButton.tsx';
import { Field } from '../Field.tsx';
import { Said } from '../Said.tsx';
import { useWrite } from '../useWrite.ts';
import type { Article } from './articles.ts';

/** Two acts, each signed apart: that it was read, and that it was proofread. */
export function SignBox({ article }: { article: Article }) {
  const client = useQueryClient();
  const [note, setNote] = useState('');
  const [mistakes, setMistakes] = useState('');
  const { id, version, may } = article;
  const refresh = () => client.invalidateQueries({ queryKey: ['articles'] });
  const sign = useWrite<SignatureKind>(
    (kind, once) => {
      const corrected = kind === 'proof' && mistakes !== '' ? Number(mistakes) : null;
      const json = { version, kind, note: kind === 'review' ? note : '', mistakes: corrected };
      return api.articles[':id'].signatures.$post({ param: { id }, json }, once);
    },
    () => {
      setNote('');
      setMistakes('');
      return refresh();
    },
  );
  const level = (article.level ?? 1) as Level;
  if (article.level === null) return null;
  const here = article.signatures.filter((each) => each.versionNo === article.versionNo && each.level === level);
  const whyNot = (kind: SignatureKind) => (here.some((each) => each.kind === kind) ? '✓ 已签' : may[kind]);
  return (
    <section className="card signing">
      <header>
        <h2>
          现在：{levels[level]}、{proofs[level]}
        </h2>
      </header>
      {may.return !== null ? (
        <p className="why">{may.return}</p>
      ) : (
        <>
          <Field label="审读意见（可以不写）" required={false} maxLength={500} value={note} set={setNote} />
          <p className="choices">
            <Signing
              label={`${levels[level]}：审读通过`}
              whyNot={whyNot('review')}
              kind="review"
              sign={(kind) => !sign.isPending && sign.mutate(kind, { onError: refresh })}
              busy={sign.isPending && sign.variables}
            />
          </p>
          <Field
            label="校对改正几处（可以不填）"
            required={false}
            type="number"
            min={0}
            max={999}
            value={mistakes}
            set={setMistakes}
          />
          <p className="choices">
            <Signing
              label={`${proofs[level]}：校对通过`}
              whyNot={whyNot('proof')}
              kind="proof"
              sign={(kind) => !sign.isPending && sign.mutate(kind, { onError: refresh })}
              busy={sign.isPending && sign.variables}
            />
          </p>
          <p className="cap">两项分开签，先后不限。都签了就{level === 3 ? '报送到专班' : '转到下一级'}。</p>
        </>
      )}
      <Said error={sign.error} />
    </section>
  );
}

type SigningProps = {
  label: string;
  whyNot: string | null;
  kind: SignatureKind;
  sign: (kind: SignatureKind) => unknown;
  busy: SignatureKind | false | undefined;
};
const Signing = ({ label, whyNot, kind, sign, busy }: SigningProps) => (
  <ActionButton main label={label} whyNot={whyNot} busy={busy === kind} onClick={() => sign(kind)} />
);
