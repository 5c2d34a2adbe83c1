import type { Context } from '../../kernel/context.ts';
import type { Id } from '../../kernel/ids.ts';
import { rows } from '../../kernel/rows.ts';
import { type DraftBody, draftRow, type SchemeDraft } from '../draft.ts';
import { type Policy, policyRow } from '../policies.ts';

type InCounty = Pick<Context, 'db' | 'county'>;
type Viewer = InCounty & Pick<Context, 'onlyUnit'>;

/** Drafts are the office's own: a unit sees none. */
const all = ({ db, county, onlyUnit }: Viewer) => db`
  select d.id, d.version, d.state, d.body, d.base_id, d.paper, coalesce(m.name, '命令行') as made_by,
    coalesce(s.name, '命令行') as saved_by, d.saved_at, d.proposed_by as proposed_by_id, p.name as proposed_by, d.proposed_at,
    d.basis, c.name as decided_by, d.decided_at, d.reason, d.scheme_id
  from scheme_draft d
  left join person m on m.county_id = d.county_id and m.id = d.made_by
  left join person s on s.county_id = d.county_id and s.id = d.saved_by
  left join person p on p.county_id = d.county_id and p.id = d.proposed_by
  left join person c on c.county_id = d.county_id and c.id = d.decided_by
  where d.county_id = ${county} and ${onlyUnit}::uuid is null`;

/** The newest first. */
export const draftsOf = (viewer: Viewer) => rows(viewer.db, draftRow)`${all(viewer)} order by d.id desc`;

export async function draftOf(viewer: Viewer, draft: Id<'schemeDraft'>): Promise<SchemeDraft | undefined> {
  const [found] = await rows(viewer.db, draftRow)`${all(viewer)} and d.id = ${draft}`;
  return found;
}

/** Held until the end of the transaction; a second statement, to see what others committed. */
export async function lockDraft(context: Context, draft: Id<'schemeDraft'>): Promise<SchemeDraft | undefined> {
  const { db, county } = context;
  await db`select from scheme_draft where county_id = ${county} and id = ${draft} for update`;
  return draftOf(context, draft);
}

type NewDraft = Pick<SchemeDraft, 'id' | 'body' | 'baseId' | 'paper'>;
export async function insertDraft({ db, county, actor, now }: Context, { body, ...draft }: NewDraft) {
  const by = { madeBy: actor.id, madeAt: now, savedBy: actor.id, savedAt: now };
  const row = {
    countyId: county,
    ...draft,
    ...by,
    body: db.json(body as never),
    version: 1,
    state: 'draft',
    basis: '',
    reason: '',
  };
  await db`insert into scheme_draft ${db(row)}`;
}

/** False when somebody saved in between. A draft that came back is a draft again. */
export async function saveBody(
  { db, county, actor, now }: Context,
  { id, version }: Pick<SchemeDraft, 'id' | 'version'>,
  { body, paper }: { body: DraftBody; paper: string | null },
): Promise<boolean> {
  const row = { body: db.json(body as never), paper, version: version + 1, savedBy: actor.id, savedAt: now };
  const { count } = await db`
    update scheme_draft set ${db(row)}
    where county_id = ${county} and id = ${id} and version = ${version} and state in ('draft', 'returned')`;
  return count > 0;
}

type Turn = { state: SchemeDraft['state'] } & Partial<{
  proposedBy: Id<'person'>;
  proposedAt: Date;
  decidedBy: Id<'person'>;
  decidedAt: Date;
  basis: string;
  reason: string;
  schemeId: Id<'scheme'>;
}>;
export async function turnDraft({ db, county }: Context, { id, version }: Pick<SchemeDraft, 'id' | 'version'>, turn: Turn) {
  await db`
    update scheme_draft set ${db({ ...turn, version: version + 1 })} where county_id = ${county} and id = ${id}`;
}

/** Rules of burden relief, the earliest first. */
export const policiesIn = ({ db, county }: InCounty): Promise<Policy[]> => rows(db, policyRow)`
  select code, source, from_on, touches, words from policy_row where county_id = ${county} order by from_on, code`;

export async function insertPolicies(
  { db, county }: InCounty,
  policies: readonly (Omit<Policy, 'fromOn'> & { fromOn: string })[],
) {
  await db`insert into policy_row ${db(policies.map((policy) => ({ countyId: county, ...policy, touches: [...policy.touches] })))}`;
}
