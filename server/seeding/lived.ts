import { readFile } from 'node:fs/promises';
import { approveDraft, proposeDraft } from '../assessment/actions/approve.ts';
import { startDraft } from '../assessment/actions/draft.ts';
import { proposeExemption } from '../assessment/actions/exemption.ts';
import { addKnown, addOutlets } from '../channel/actions.ts';
import type { UnitKind } from '../identity/identity.ts';
import { listPeople } from '../identity/queries.ts';
import type { Actor } from '../kernel/context.ts';
import { decode } from '../notice/decode.ts';
import { createPlan, read } from '../plan/actions.ts';
import { campaignsOf, planOf, projectsOf } from '../plan/queries.ts';
import { type Answers, asksWords } from '../plan/settling.ts';
import { articleStory } from './articles.ts';
import { inviteCast } from './cast.ts';
import { claimStory } from './claims.ts';
import { commissionStory } from './commissions.ts';
import { filingStory, guidanceStory, termStory } from './filings.ts';
import { inDemo, type October, readOctober } from './october.ts';
import { orderStory } from './orders.ts';
import { projectStories } from './projects.ts';
import { type Scene, whoIs } from './scene.ts';
import { missing, play, type Stage, type Story } from './stage.ts';
import { voucherStory } from './vouchers.ts';

/** The year begins with the notice of 2023-10-08, and the month is lived through until the demo day. */
export async function liveThrough(scene: Scene, registrar: Actor, hash: string): Promise<void> {
  const october = await readOctober();
  const people = await scene.as(registrar, listPeople);
  const office = whoIs(people, 'officeStaff');
  await scene.as(office, addKnown);
  await planYear(scene, office);
  await bringScheme(scene, office, whoIs(people, 'officeLead'));
  const cast = await inviteCast(scene, october.units, registrar, hash);
  const verifier = people.findLast(({ roles }) => roles.includes('officeStaff')) ?? missing('a second person of the office');
  const stage: Stage = {
    ...{ scene, cast, office, verifier, notes: october.notes, articles: new Map(), commissions: new Map() },
    ...(await namesOf(scene, office)),
  };
  await play([
    [
      ...october.outlets.map((outlet) => outletStory(stage, outlet)),
      ...october.exemptions.map((each) => exemptionStory(stage, each)),
      ...october.terms.map((each) => termStory(stage, each)),
      ...october.guidance.map((each) => guidanceStory(stage, each)),
    ],
    ...october.units.map(({ code }) => [...storiesOf(stage, october, code), ...ledBy(stage, october, code)]),
  ]);
}

/** The first scheme, too, takes two people. */
async function bringScheme(scene: Scene, office: Actor, lead: Actor) {
  const text = await readFile(inDemo('scheme.json'), 'utf8');
  const draft = await scene.as(office, (context) => startDraft(context, { kind: 'text', text }));
  const proposed = await scene.as(office, (context) => proposeDraft(context, draft, ''));
  await scene.as(lead, (context) => approveDraft(context, proposed, false));
}

/** What the unit was asked for, wrote and claims, in the order in which one rests on the other. */
const storiesOf = (stage: Stage, october: October, code: string): Story[] => {
  const { commissions, articles, claims, vouchers, orders, filings } = october;
  const own = <T extends { unit: string }>(those: readonly T[]) => those.filter(({ unit }) => unit === code);
  return [
    ...own(commissions).map((each) => commissionStory(stage, each)),
    ...own(articles).map((each) => articleStory(stage, each)),
    ...own(claims).map((each) => claimStory(stage, each)),
    ...own(vouchers).map((each) => voucherStory(stage, each)),
    ...own(orders).map((each) => orderStory(stage, each)),
    ...own(filings).map((each) => filingStory(stage, each)),
  ];
};

/** The projects that the unit leads. */
const ledBy = (stage: Stage, { projects }: October, code: string): Story[] =>
  projects.filter(({ unit }) => unit === code).flatMap((each) => projectStories(stage, each));

async function* outletStory({ scene, office }: Stage, { met, name, kind }: October['outlets'][number]): Story {
  yield met;
  const outlet = { name, kind, groupName: null, aliases: [], mainstream: false, tier: null };
  await scene.as(office, (context) => addOutlets(context, [outlet]), met);
}

async function* exemptionStory({ scene, cast, office }: Stage, given: October['exemptions'][number]): Story {
  const { unit, proposed, from: fromOn, to: toOn, reason, basis } = given;
  yield proposed;
  const unitId = cast(unit, 'informationOfficer').unitId;
  await scene.as(
    office,
    (context) => proposeExemption(context, { unitId, fromOn, toOn, reason, basis, evidence: null }),
    proposed,
  );
}

const otherKinds: Record<string, UnitKind> = {
  县妇联: 'mass',
  县残联: 'mass',
  县住房保障中心: 'institution',
  县电力公司: 'enterprise',
};

/** The office reads the real notice, takes the first choice of every doubt that asks for no words, and founds the year's plan on it. */
async function planYear(scene: Scene, office: Actor) {
  const { text, questions: asked } = decode(await readFile(inDemo('notice-2023-10-08.txt')));
  const { reading, newUnits } = await scene.as(office, (context) => read(context, { text, asked }));
  const answers: Answers = Object.fromEntries(
    reading.questions.map(({ id, choices }) => [id, { choice: choices.find((choice) => !asksWords(choice)) ?? '' }]),
  );
  const units = newUnits.map((name) => ({ name, kind: otherKinds[name] ?? 'government' }));
  await scene.as(office, (context) => createPlan(context, { text, asked, answers, newUnits: units }));
}

/** What the plan calls its projects and campaigns. */
const namesOf = (scene: Scene, office: Actor) =>
  scene.as(office, async (context) => {
    const plan = (await planOf(context, null)) ?? missing('a plan');
    const projects = await projectsOf(context, plan.id);
    const campaigns = await campaignsOf(context, plan.id);
    return {
      projects: new Map(projects.map(({ id, name }) => [name, id])),
      campaigns: new Map(campaigns.map(({ id, theme }) => [theme, id])),
    };
  });
