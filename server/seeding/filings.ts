import { noteGuidance, setGuidance } from '../filing/actions/guidance.ts';
import { decideReturn, fileReturn, setTerm } from '../filing/actions.ts';
import type { FilingKind } from '../filing/filing.ts';
import type { OctoberFiling, OctoberGuidance, OctoberTerm } from './october.ts';
import type { Stage, Story } from './stage.ts';

/** The office tells the units by when. */
export async function* termStory({ scene, office }: Stage, { kinds, set, due: dueOn, source }: OctoberTerm): Story {
  yield set;
  for (const kind of kinds) await scene.as(office, (context) => setTerm(context, { kind, dueOn, source, version: 0 }), set);
}

/** What a unit hands in on a day, of each kind one, and what the office says to it. */
export async function* filingStory(stage: Stage, { unit, filed, kinds, decided }: OctoberFiling): Story {
  const officer = stage.cast(unit, 'informationOfficer');
  yield filed;
  const ids = [];
  for (const [kind, given] of Object.entries(kinds)) {
    const content = {
      happenedOn: given.day ?? null,
      ...{ words: given.words ?? '', sha256: null, leader: given.leader ?? '', leaderPost: given.post ?? '' },
      officerId: given.leader === undefined ? null : officer.id,
    };
    const order = { ...content, unitId: officer.unitId, kind: kind as FilingKind, version: 0 };
    ids.push((await stage.scene.as(officer, (context) => fileReturn(context, order), filed)).id);
  }
  if (!decided) return;
  const { day, take, reason } = decided;
  yield day;
  for (const id of ids)
    await stage.scene.as(stage.office, (context) => decideReturn(context, id, { version: 1, take, reason }), day);
}

/** One unit guides another, as the office says, and notes what it did. */
export async function* guidanceStory({ scene, cast, office }: Stage, { lead, unit, set, notes }: OctoberGuidance): Story {
  const officer = cast(lead, 'informationOfficer');
  yield set;
  const pair = { leadId: officer.unitId, unitId: cast(unit, 'informationOfficer').unitId };
  const { id } = await scene.as(office, (context) => setGuidance(context, pair), set);
  for (const { day, what, by } of notes) {
    yield day;
    const note = { happenedOn: day, what, byName: by, sha256: null };
    await scene.as(officer, (context) => noteGuidance(context, id, note), day);
  }
}
