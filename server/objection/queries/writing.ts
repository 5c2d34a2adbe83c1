import type { Context } from '../../kernel/context.ts';
import { day, id, rows } from '../../kernel/rows.ts';
import type { Change, Objection, Step } from '../objection.ts';

type New = Pick<
  Objection,
  | 'id'
  | 'month'
  | 'unitId'
  | 'aboutId'
  | 'what'
  | 'clause'
  | 'effect'
  | 'corrects'
  | 'points'
  | 'kind'
  | 'happenedOn'
  | 'title'
  | 'reason'
  | 'endsOn'
> & { whatKey: string };
type Rests = { facts: readonly string[]; evidence: readonly string[] };

export async function insertObjection(context: Context, given: New, { facts, evidence }: Rests) {
  const { db, county, actor, day, now } = context;
  const raised = { raisedBy: actor.id, raisedOn: day, raisedAt: now, state: 'pending', answer: '', proposal: 0, version: 1 };
  await db`insert into objection ${db({ countyId: county, ...given, ...raised })}`;
  const meant = [...new Set(facts)].map((factId) => ({ countyId: county, objectionId: given.id, factId }));
  if (meant.length > 0) await db`insert into objection_fact ${db(meant)}`;
  await insertEvidence(context, given.id, 'unit', evidence);
}

export async function insertEvidence(
  { db, county }: Context,
  objectionId: Objection['id'],
  side: 'unit' | 'office',
  files: readonly string[],
) {
  const given = [...new Set(files)].map((sha256) => ({ countyId: county, objectionId, sha256, side }));
  if (given.length > 0) await db`insert into objection_evidence ${db(given)} on conflict do nothing`;
}

export async function insertStep(
  { db, county, actor, day, now }: Context,
  objectionId: Objection['id'],
  step: Pick<Step, 'no' | 'what' | 'reason'>,
) {
  await db`insert into objection_step ${db({ countyId: county, objectionId, ...step, doneBy: actor.id, doneOn: day, doneAt: now })}`;
}

type Proposed = Pick<Objection, 'id' | 'proposal'>;
export async function insertChanges({ db, county }: Context, { id, proposal }: Proposed, changes: readonly Change[]) {
  const given = changes.map(({ attributes, ...change }) => ({
    ...{ countyId: county, objectionId: id, proposal, ...change },
    attributes: db.json(attributes as never),
  }));
  await db`insert into objection_change ${db(given)}`;
}

type Seen = Pick<Objection, 'id' | 'version'>;
export async function saveAnswer(
  { db, county, actor, day }: Context,
  { id, version }: Seen,
  answer: Pick<Objection, 'state' | 'answer' | 'proposal'>,
) {
  const row = { ...answer, answeredBy: actor.id, answeredOn: day, version: version + 1 };
  await db`update objection set ${db(row)} where county_id = ${county} and id = ${id}`;
}

export async function saveConfirmed({ db, county, actor, day }: Context, { id, version }: Seen, period: string) {
  const row = { state: 'corrected', confirmedBy: actor.id, confirmedOn: day, period, version: version + 1 };
  await db`update objection set ${db(row)} where county_id = ${county} and id = ${id}`;
}

/** Withdrawn by the unit, or back with the office because the second person disagreed. */
export async function saveState({ db, county }: Context, { id, version }: Seen, state: 'withdrawn' | 'pending') {
  const row = { state, answeredBy: null, answeredOn: null, answer: '', version: version + 1 };
  await db`update objection set ${db(row)} where county_id = ${county} and id = ${id}`;
}

type InCounty = Pick<Context, 'db' | 'county'>;
const dueRow = { sourceId: id<string>(), unit: id<'unit'>(), day: day() };

/** What reviews put into the ledger: replaced and added facts, also those that a later review undid. */
export const reviewFactsDueUnscoped = ({ db, county }: InCounty) => rows(db, dueRow)`
  select o.id as source_id, o.about_id as unit, x.happened_on as day
  from objection o
  join objection_change x on x.county_id = o.county_id and x.objection_id = o.id and x.proposal = o.proposal
  where o.county_id = ${county} and o.state = 'corrected' and x.verb <> 'cancel' order by o.id, x.no`;

/** What reviews took out of the ledger, as the rows of the modules say it: each stands there once less. */
export const reviewFactsUndoneUnscoped = ({ db, county }: InCounty) => rows(db, dueRow)`
  select f.source_id, f.unit_id as unit, f.day
  from objection o
  join objection_change x on x.county_id = o.county_id and x.objection_id = o.id and x.proposal = o.proposal
  join fact f on f.county_id = x.county_id and f.id = x.undoes
  where o.county_id = ${county} and o.state = 'corrected' order by o.id, x.no`;
