import { takeFile } from '../evidence/actions.ts';
import { rankProject } from '../plan/actions.ts';
import { lockProject } from '../plan/queries.ts';
import { decideReport, sendReport } from '../project/actions/report.ts';
import { assignUnits, decideElement, fillElement } from '../project/actions.ts';
import { seenOf } from '../project/project.ts';
import { entriesOf } from '../project/queries.ts';
import { type OctoberProject, pictureNamed } from './october.ts';
import { missing, type Stage, type Story } from './stage.ts';

/** Who has it, and each element by itself: one is filled while another waits. */
export const projectStories = (stage: Stage, given: OctoberProject): Story[] => [
  assignStory(stage, given),
  ...given.facts.map((fact) => factStory(stage, given, fact)),
  ...given.reports.map((report) => reportStory(stage, given, report)),
];

async function* assignStory(stage: Stage, given: OctoberProject): Story {
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
}

type Fact = OctoberProject['facts'][number];
/** The lead unit fills it, and the office holds it against its source. */
async function* factStory(
  { scene, office, cast, projects }: Stage,
  { project: name, unit }: OctoberProject,
  { element, value, from: fromOn, source, clause, stated: statedOn, entered, decided }: Fact,
): Story {
  const project = projects.get(name) ?? missing(name);
  yield entered;
  const { id, version } = await scene.as(
    cast(unit, 'informationOfficer'),
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

type Report = OctoberProject['reports'][number];
/** The lead unit reports a month with its ledger, and the office takes it or sends it back. */
async function* reportStory(
  { scene, office, cast, projects }: Stage,
  { project: name, unit }: OctoberProject,
  { month, sent, figures, picture, decided }: Report,
): Story {
  const project = projects.get(name) ?? missing(name);
  const upload = await pictureNamed(picture);
  yield sent;
  const { id, version } = await scene.as(
    cast(unit, 'informationOfficer'),
    async (context) => {
      const { sha256 } = await takeFile(context, upload);
      return sendReport(context, project, { month, ...figures, seen: '', evidence: [sha256] });
    },
    sent,
  );
  if (!decided) return;
  const { day, agree, reason } = decided;
  yield day;
  await scene.as(office, (context) => decideReport(context, id, { version, agree, reason }), day);
}
