import { answerOrder } from '../supervision/actions/answer.ts';
import { issueOrder } from '../supervision/actions/issue.ts';
import type { OctoberOrder } from './october.ts';
import type { Stage, Story } from './stage.ts';

/** The office issues it; the unit's 信息员 answers, or not by the demo day. */
export async function* orderStory({ scene, cast, office }: Stage, order: OctoberOrder): Story {
  const { unit, colour, matter, requirement, issued, due: dueOn, answer } = order;
  const officer = cast(unit, 'informationOfficer');
  yield issued;
  const about = { unitId: officer.unitId, colour, matter, requirement, dueOn, months: [], reason: '' };
  const { id, version } = await scene.as(office, (context) => issueOrder(context, about), issued);
  if (!answer) return;
  yield answer.day;
  await scene.as(officer, (context) => answerOrder(context, id, { version, text: answer.text, evidence: [] }), answer.day);
}
