import { limitUnits, periods, type ValueKind } from '../../../server/project/elements.ts';
import { Field } from '../Field.tsx';
import { Pick } from '../plan/commission/Pick.tsx';
import { type Draft, noAmount, sumWords } from './draft.ts';

type Props = { kind: ValueKind; label: string; ask: string; draft: Draft; set: (part: Partial<Draft>) => void };

/** The fields that an element's kind asks for. */
export function ValueFields({ kind, label, ask, draft, set }: Props) {
  switch (kind) {
    case 'text':
    case 'list':
    case 'phones':
      return (
        <label className="fill">
          <span>
            {label}（{ask}）
          </span>
          <textarea
            rows={kind === 'phones' ? 2 : 4}
            maxLength={2000}
            value={draft.text}
            onChange={({ target }) => set({ text: target.value })}
          />
        </label>
      );
    case 'amounts':
      return <Amounts draft={draft} set={set} />;
    case 'shares':
      return <Shares draft={draft} set={set} />;
    case 'limit':
      return (
        <div className="pair">
          <Field label={label} inputMode="numeric" value={draft.count} set={(count) => set({ count })} />
          <Pick
            label="单位"
            none="请选"
            value={draft.unit}
            set={(unit) => set({ unit: (unit || 'workdays') as Draft['unit'] })}
            options={Object.entries(limitUnits)}
          />
        </div>
      );
    case 'term':
      return (
        <div className="pair">
          <Field label="从哪天起（没有就不填）" type="date" required={false} value={draft.from} set={(from) => set({ from })} />
          <Field label="到哪天止（没有就不填）" type="date" required={false} value={draft.to} set={(to) => set({ to })} />
        </div>
      );
    case 'funds':
      return <Funds draft={draft} set={set} />;
    case 'progress':
      return <Progress draft={draft} set={set} />;
  }
}

type Part = { draft: Draft; set: Props['set'] };
const changed = <T,>(all: readonly T[], at: number, part: Partial<T>): T[] =>
  all.map((each, place) => (place === at ? { ...each, ...part } : each));

const Amounts = ({ draft: { amounts }, set }: Part) => (
  <fieldset className="several">
    <legend>补助标准（多少元、按什么算、多久一次）</legend>
    {amounts.map(({ what, yuan, most, per, period }, at) => {
      const change = (part: Partial<Draft['amounts'][number]>) => set({ amounts: changed(amounts, at, part) });
      return (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts have no name but their place
        <div className="one-of" key={at}>
          <Field label="哪一档（只有一档不填）" required={false} maxLength={40} value={what} set={(what) => change({ what })} />
          <Field label="元" inputMode="decimal" value={yuan} set={(yuan) => change({ yuan })} />
          <Field label="按什么算（人、户、亩……）" maxLength={20} value={per} set={(per) => change({ per })} />
          <Pick
            label="多久一次"
            none="请选"
            value={period}
            set={(period) => change({ period: (period || 'month') as typeof noAmount.period })}
            options={Object.entries(periods).map(([key, word]) => [key, key === 'once' ? word : `每${word}`])}
          />
          <label className="check">
            <input type="checkbox" checked={most} onChange={({ target }) => change({ most: target.checked })} />
            不超过
          </label>
          <Remove all={amounts} at={at} set={(amounts) => set({ amounts })} />
        </div>
      );
    })}
    <button type="button" className="btn small" onClick={() => set({ amounts: [...amounts, noAmount] })}>
      加一档
    </button>
  </fieldset>
);

const Shares = ({ draft: { shares }, set }: Part) => (
  <fieldset className="several">
    <legend>分担比例（合计 100%）</legend>
    {shares.map(({ who, percent }, at) => {
      const change = (part: Partial<Draft['shares'][number]>) => set({ shares: changed(shares, at, part) });
      return (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts have no name but their place
        <div className="one-of" key={at}>
          <Field label="谁出" maxLength={40} value={who} set={(who) => change({ who })} />
          <Field label="百分之几" inputMode="decimal" value={percent} set={(percent) => change({ percent })} />
          <Remove all={shares} at={at} set={(shares) => set({ shares })} />
        </div>
      );
    })}
    <p className="cap" role="status">
      {sumWords(shares)}
    </p>
    <button type="button" className="btn small" onClick={() => set({ shares: [...shares, { who: '', percent: '' }] })}>
      加一方
    </button>
  </fieldset>
);

const Remove = <T,>({ all, at, set }: { all: readonly T[]; at: number; set: (all: readonly T[]) => void }) =>
  all.length > 1 && (
    <button
      type="button"
      className="btn small"
      aria-label={`去掉第 ${at + 1} 行`}
      onClick={() => set(all.filter((_, place) => place !== at))}
    >
      去掉
    </button>
  );

function Funds({ draft: { funds }, set }: Part) {
  const change = (part: Partial<Draft['funds']>) => set({ funds: { ...funds, ...part } });
  return (
    <div className="pair">
      <Field label="哪一年" inputMode="numeric" value={funds.year} set={(year) => change({ year })} />
      <Field label="计划（万元）" inputMode="decimal" value={funds.planned} set={(planned) => change({ planned })} />
      <Field
        label="到位（万元，没有就不填）"
        inputMode="decimal"
        required={false}
        value={funds.arrived}
        set={(arrived) => change({ arrived })}
      />
      <Field
        label="已付（万元，没有就不填）"
        inputMode="decimal"
        required={false}
        value={funds.spent}
        set={(spent) => change({ spent })}
      />
    </div>
  );
}

function Progress({ draft: { progress }, set }: Part) {
  const change = (part: Partial<Draft['progress']>) => set({ progress: { ...progress, ...part } });
  return (
    <div className="pair">
      <Field label="按什么数（户、公里、人……）" maxLength={10} value={progress.measure} set={(measure) => change({ measure })} />
      <Field label="全年要办多少" inputMode="numeric" value={progress.planned} set={(planned) => change({ planned })} />
      <Field label="已经办了多少" inputMode="numeric" value={progress.done} set={(done) => change({ done })} />
      <Field label="截至哪天" type="date" value={progress.asOf} set={(asOf) => change({ asOf })} />
    </div>
  );
}
