import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { elements, wishesOf } from '../../../../server/plan/commission/commission.ts';
import { span } from '../../../../server/portal/words.ts';
import { api } from '../../../ui/api.ts';
import { Box } from '../../Box.tsx';
import { Field } from '../../Field.tsx';
import { allUnits } from '../../identity/lists.ts';
import { Said } from '../../Said.tsx';
import { useWrite } from '../../useWrite.ts';
import { planNow } from '../planNow.ts';
import type { OrderBegun } from './orderBegun.ts';
import { Pick } from './Pick.tsx';

const blank = { unitId: '', title: '', angle: '', words: '', projectId: '', campaignId: '', dueOn: '' };

const givenBy = (begun: OrderBegun = {}): typeof blank => ({
  ...{ unitId: begun.unit ?? '', projectId: begun.project ?? '', campaignId: begun.campaign ?? '' },
  ...{ title: begun.title ?? '', angle: begun.angle ?? '', words: `${begun.words ?? ''}`, dueOn: begun.due ?? '' },
});

type Props = { today: string; begun: OrderBegun | undefined; close: () => void; ordered: (id: string) => void };

/** 约一篇: from whom, about what, what must be in it, by when. */
export function OrderBox({ today, begun, close, ordered }: Props) {
  const client = useQueryClient();
  const [given, setGiven] = useState(() => givenBy(begun));
  const [chosen, setChosen] = useState<readonly string[]>(begun?.elements ?? []);
  const set = (part: Partial<typeof blank>) => setGiven({ ...given, ...part });
  const order = useWrite<void, { id: string }>(
    async (_given, once) => {
      const { unitId, title, angle, words, projectId, campaignId, dueOn } = given;
      const json = { unitId, title, wishes: wishesOf(chosen, angle), words: words === '' ? null : Number(words), dueOn };
      const belongs = { projectId: projectId || null, campaignId: campaignId || null };
      return (await api.commissions.$post({ json: { ...json, ...belongs } }, once)).json();
    },
    ({ id }) =>
      Promise.all(['commissions', 'coverage'].map((key) => client.invalidateQueries({ queryKey: [key] }))).then(() =>
        ordered(id),
      ),
  );
  const send = (event: FormEvent) => {
    event.preventDefault();
    order.mutate();
  };
  return (
    <Box label="约一篇" close={close}>
      <form className="ordering" onSubmit={send}>
        <h2>约一篇</h2>
        <Belongs given={given} today={today} set={set} />
        <Field label="题目" maxLength={200} value={given.title} set={(title) => set({ title })} />
        <Elements chosen={chosen} set={setChosen} />
        <label className="fill">
          <span>从哪个角度写（可以不写）</span>
          <textarea rows={2} maxLength={1900} value={given.angle} onChange={({ target }) => set({ angle: target.value })} />
        </label>
        <div className="pair">
          <Field type="date" label="时限（当天算按时）" min={today} value={given.dueOn} set={(dueOn) => set({ dueOn })} />
          <Field
            label="字数（可以不填）"
            type="number"
            required={false}
            min={50}
            max={20_000}
            value={given.words}
            set={(words) => set({ words })}
          />
        </div>
        <Said error={order.error} />
        <p className="choices">
          <button className="btn main" type="submit" disabled={order.isPending}>
            约稿
          </button>
          <button className="btn" type="button" onClick={close}>
            不约了
          </button>
        </p>
      </form>
    </Box>
  );
}

type BelongsProps = { given: typeof blank; today: string; set: (part: Partial<typeof blank>) => void };

/** The unit's own campaigns and projects stand first, because it is mostly asked for those. */
function Belongs({ given: { unitId, projectId, campaignId }, today, set }: BelongsProps) {
  const { data: roster } = useQuery(allUnits);
  const { data: plan } = useQuery(planNow);
  const [projects, campaigns] = [plan?.projects ?? [], plan?.campaigns ?? []];
  const ours = (units: readonly { id: string }[]) => units.some(({ id }) => id === unitId);
  const inOrder = campaigns.toSorted((a, b) => Number(ours(b.units)) - Number(ours(a.units)));
  const units = roster?.units.filter(({ toOn }) => toOn === null || toOn >= today) ?? [];
  return (
    <>
      <Pick label="单位" none="请选单位" required value={unitId} set={(unitId) => set({ unitId })} options={units.map(nameOf)} />
      <Pick
        label="宣传场次"
        none="不属于哪一场"
        value={campaignId}
        set={(campaignId) => set({ campaignId })}
        options={inOrder.map((each) => [each.id, `第${each.no}场 ${each.theme}　${span(each)}`])}
      />
      <Pick
        label="实事项目"
        none="不属于哪个项目"
        value={projectId}
        set={(projectId) => set({ projectId })}
        options={projects.map(nameOf)}
      />
    </>
  );
}

const nameOf = ({ id, name }: { id: string; name: string }) => [id, name] as const;

const Elements = ({ chosen, set }: { chosen: readonly string[]; set: (chosen: readonly string[]) => void }) => (
  <fieldset className="elements">
    <legend>要写到的要素</legend>
    {elements.map((each) => (
      <label key={each}>
        <input
          type="checkbox"
          checked={chosen.includes(each)}
          onChange={({ target }) => set(target.checked ? [...chosen, each] : chosen.filter((other) => other !== each))}
        />
        {each}
      </label>
    ))}
  </fieldset>
);
