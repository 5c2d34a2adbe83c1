import { rankProject } from '../plan/actions.ts';
import { lockProject } from '../plan/queries.ts';
import { assignUnits, decideElement, fillElement } from '../project/actions.ts';
import { seenOf } from '../project/project.ts';
import { entriesOf } from '../project/queries.ts';
import type { OctoberProject } from './october.ts';
import { missing, type Stage, type Story } from './stage.ts';

/** The office names who has the project; the lead unit fills its sheet, and the office holds each against its source. */
export async function* projectStory(stage: Stage, given: OctoberProject): Story {
  const { cast, scene, office } = stage;
  const id = stage.projects.get(given.project) ?? missing(given.project);
  const lead = cast(given.unit, 'informationOfficer');
  yield given.assigned;
  const units = [
    { unitId: lead.unitId, role: 'lead' as const },
    ...given.supports.map((code) => ({ unitId: cast(code, 'informationOfficer').unitId, role: 'support' as const })),
  ];
  const assigning = { seen: [], units, fromOn: given.assigned, reason: '按部门职能（演示数据）' };
  await scene.as(office, (context) => assignUnits(context, id, assigning), given.assigned);
  await scene.as(
    office,
    async (context) => {
      const { version = 1 } = (await lockProject(context, id)) ?? {};
      return rankProject(context, id, { version, rank: given.rank });
    },
    given.assigned,
  );
  for (const fact of given.facts) yield* factStory(stage, id, lead, fact);
}

type Fact = OctoberProject['facts'][number];
type Lead = ReturnType<Stage['cast']>;
async function* factStory(
  { scene, office }: Stage,
  project: Parameters<typeof fillElement>[1],
  lead: Lead,
  { element, value, from: fromOn, source, clause, stated: statedOn, entered, decided }: Fact,
): Story {
  yield entered;
  const { id, version } = await scene.as(
    lead,
    async (context) => {
      const [newest] = (await entriesOf(context, project)).filter((entry) => entry.element === element);
      const rests = { fromOn, source, clause, statedOn, file: null, seen: seenOf(newest) };
      return fillElement(context, project, { element, value, ...rests });
    },
    entered,
  );
  if (!decided) return;
  const { day, agree, reason } = decided;
  yield day;
  await scene.as(office, (context) => decideElement(context, id, { version, agree, reason }), day);
}
