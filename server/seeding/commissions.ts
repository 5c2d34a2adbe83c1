import { orderCommission, settleMissed } from '../plan/actions/commission.ts';
import type { OctoberCommission } from './october.ts';
import { named, type Stage, type Story } from './stage.ts';

/** Ordered by the office; what comes of it is told by the unit's article, or by nobody until the time is over. */
export async function* commissionStory(stage: Stage, commission: OctoberCommission): Story {
  const { key, unit, title, wishes, words, ordered, missed } = commission;
  const unitId = stage.cast(unit, 'informationOfficer').unitId;
  yield ordered;
  const about = {
    ...{ unitId, title, wishes, words, dueOn: commission.due },
    projectId: named(stage.projects, commission.project),
    campaignId: named(stage.campaigns, commission.campaign),
  };
  const { id } = await stage.scene.as(stage.office, (context) => orderCommission(context, about), ordered);
  stage.commissions.set(key, id);
  if (!missed) return;
  const { day, reason } = missed;
  yield day;
  await stage.scene.as(stage.office, (context) => settleMissed(context, id, { version: 1, reason }), day);
}
