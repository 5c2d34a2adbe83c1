import { useQuery } from '@tanstack/react-query';
import type { Campaign, Project } from '../../../server/plan/plan.ts';
import { span } from '../../../server/portal/words.ts';
import { type Genre, genres, type Written } from '../../../server/submission/submission.ts';
import { planNow } from '../plan/planNow.ts';

type Props = { written: Written; unitId: string | null; change: (part: Partial<Written>) => void };

/** What kind of article it is, and where in the plan it counts. */
export function Belongs({ written, unitId, change }: Props) {
  const { data: plan } = useQuery(planNow);
  const campaigns = plan?.campaigns ?? [];
  const ours = campaigns.filter(({ units }) => units.some(({ id }) => id === unitId));
  const names = new Set(ours.flatMap(({ projects }) => projects));
  const projects = plan?.projects ?? [];
  return (
    <div className="belongs">
      <label className="fill">
        <span>种类</span>
        <select value={written.genre} onChange={({ target }) => change({ genre: target.value as Genre })}>
          {Object.entries(genres).map(([genre, words]) => (
            <option key={genre} value={genre}>
              {words}
            </option>
          ))}
        </select>
      </label>
      <Choice
        label="实事项目"
        none="不属于哪个项目"
        value={written.projectId}
        ours={projects.filter(({ name }) => names.has(name)).map(({ id, name }) => [id, name])}
        others={projects.filter(({ name }) => !names.has(name)).map(({ id, name }) => [id, name])}
        set={(projectId) => change({ projectId: projectId as Project['id'] | null })}
      />
      <Choice
        label="宣传场次"
        none="不属于哪一场"
        value={written.campaignId}
        ours={ours.map(optionOf)}
        others={campaigns.filter((each) => !ours.includes(each)).map(optionOf)}
        set={(campaignId) => change({ campaignId: campaignId as Campaign['id'] | null })}
      />
    </div>
  );
}

type Option = readonly [id: string, words: string];
const optionOf = (campaign: Parameters<typeof span>[0] & { id: string; no: string; theme: string }): Option => [
  campaign.id,
  `第${campaign.no}场 ${campaign.theme}　${span(campaign)}`,
];

type ChoiceProps = {
  label: string;
  none: string;
  value: string | null;
  ours: readonly Option[];
  others: readonly Option[];
  set: (id: string | null) => void;
};
const Choice = ({ label, none, value, ours, others, set }: ChoiceProps) => (
  <label className="fill">
    <span>{label}</span>
    <select value={value ?? ''} onChange={({ target }) => set(target.value || null)}>
      <option value="">{none}</option>
      <Options label="本单位的" options={ours} />
      <Options label="别的" options={others} />
    </select>
  </label>
);

const Options = ({ label, options }: { label: string; options: readonly Option[] }) =>
  options.length > 0 && (
    <optgroup label={label}>
      {options.map(([id, words]) => (
        <option key={id} value={id}>
          {words}
        </option>
      ))}
    </optgroup>
  );
