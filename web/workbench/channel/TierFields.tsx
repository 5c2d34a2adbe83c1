import { type MediaTier, mediaTiers } from '../../../server/channel/channel.ts';
import { Field } from '../Field.tsx';

export type Decision = { fromOn: string; tier: MediaTier | null; reason: string };
type Props = { decision: Decision; change: (part: Partial<Decision>) => void };

/** What a decision about a tier says: which, from what day, and why. */
export const TierFields = ({ decision: { fromOn, tier, reason }, change }: Props) => (
  <>
    <label className="fill">
      <span>层级</span>
      <select
        value={tier ?? ''}
        onChange={({ target }) => change({ tier: target.value === '' ? null : (target.value as MediaTier) })}
      >
        <option value="">待认定（不计分）</option>
        {Object.entries(mediaTiers).map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </label>
    <Field label="从哪天起" type="date" value={fromOn} set={(fromOn) => change({ fromOn })} />
    <Field label="认定的理由" maxLength={500} value={reason} set={(reason) => change({ reason })} />
  </>
);
