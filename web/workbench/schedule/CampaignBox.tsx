import { useQuery, useQueryClient } from '@tanstack/react-query';
import { span, stateOf, states } from '../../../server/portal/words.ts';
import { api } from '../../ui/api.ts';
import { ActionButton } from '../ActionButton.tsx';
import { Box } from '../Box.tsx';
import { Said } from '../Said.tsx';
import { useWrite } from '../useWrite.ts';
import { whoIAm } from '../whoIAm.ts';
import { MoveForm } from './MoveForm.tsx';
import type { Campaign, ScheduleNow } from './schedule.ts';

type Props = { campaign: Campaign; today: ScheduleNow['today']; close: () => void };

/** One campaign: where it stands, what was moved and why, and moving it. */
export function CampaignBox({ campaign, today, close }: Props) {
  const { mark, word, tone } = states[stateOf(campaign, today)];
  return (
    <Box label={`第 ${campaign.no} 场 ${campaign.theme}`} close={close}>
      <div className="moving">
        <h2>
          第 {campaign.no} 场 {campaign.theme}
        </h2>
        <p>
          <span className={`tag ${tone}`}>
            {mark} {word}
          </span>{' '}
          {span(campaign)}
          {campaign.workdays !== null && `，${campaign.workdays} 个工作日`}
        </p>
        <p>{campaign.units.map(({ name }) => name).join('、')}</p>
        {campaign.projects.length > 0 && <p className="cap">{campaign.projects.join('；')}</p>}
        <History campaign={campaign} />
        {campaign.may.move ? <p className="why">{campaign.may.move}</p> : <MoveForm campaign={campaign} />}
        <p className="choices">
          <button className="btn" type="button" onClick={close}>
            关闭
          </button>
        </p>
      </div>
    </Box>
  );
}

function History({ campaign: { moves } }: { campaign: Campaign }) {
  const { data: me } = useQuery(whoIAm);
  const client = useQueryClient();
  const [last] = moves;
  const see = useWrite<void, { id: string }>(
    async (_given, once) => {
      const { campaignId = '', no = 0 } = last ?? {};
      return (await api['campaign-moves'].seen.$post({ json: { campaignId, no } }, once)).json();
    },
    () => client.invalidateQueries({ queryKey: ['schedule'] }),
  );
  if (!last) return null;
  const mine = last.unseen.some(({ id }) => id === me?.person.unitId);
  return (
    <section>
      <h3>改期 {moves.length} 次</h3>
      <ul>
        {moves.map(({ no, reason, movedByName, movedOn, ...move }) => (
          <li key={no}>
            {span({ fromOn: move.wasFrom, toOn: move.wasTo, windowText: move.wasText })} → {span(move)}：{reason}
            <small className="cap">
              　{movedOn} {movedByName}
            </small>
          </li>
        ))}
      </ul>
      <p>
        {last.unseen.length === 0
          ? '✓ 各责任单位都知道了'
          : `◔ 还没有点“知道了”的单位：${last.unseen.map(({ name }) => name).join('、')}`}
      </p>
      {mine && <ActionButton main label="本单位知道了" whyNot={null} busy={see.isPending} onClick={() => see.mutate()} />}
      <Said error={see.error} />
    </section>
  );
}
