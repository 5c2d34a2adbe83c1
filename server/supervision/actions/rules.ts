import { recordAudit } from '../../audit/queries.ts';
import { mayAct } from '../../identity/rights.ts';
import type { Context } from '../../kernel/context.ts';
import { newId } from '../../kernel/ids.ts';
import { refuse } from '../../kernel/refusal.ts';
import { insertRules } from '../queries/rules.ts';
import { refusals } from '../refusals.ts';
import type { Rules, Thresholds } from '../supervision.ts';

/** 督办规则 from a day on that is still to come: what is over keeps the rules that it had. */
export async function setRules(context: Context, given: Thresholds & Pick<Rules, 'fromOn' | 'reason'>) {
  if (!mayAct(context.actor, 'supervision.rules', null)) refuse(refusals.mayNotSet);
  if (given.fromOn <= context.day) refuse(refusals.notAhead);
  const { blue, orange, red, talk } = given;
  if (!(blue < orange && orange < red && red < talk)) refuse(refusals.notClimbing);
  await insertRules(context, given);
  const climb = `连续 ${blue}、${orange}、${red}、${talk} 个月提示蓝、橙、红、约谈，零报送 ${given.zero} 个月`;
  const lists = `表扬前 ${given.top} 名，批评末 ${given.bottom} 名、连续 ${given.run} 个月`;
  const reason = `${given.fromOn} 起：${climb}；${lists}。${given.reason}`;
  await recordAudit(context, { what: 'supervision.rules', subjectId: newId(context.now), version: 1, reason });
  return { fromOn: given.fromOn };
}
