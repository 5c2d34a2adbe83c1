import { lastLocked, monthFor } from '../adoption/queries/places.ts';
import type { Fact } from '../fact/fact.ts';
import type { Context } from '../kernel/context.ts';
import { day, id, int, rows, text } from '../kernel/rows.ts';
import { attributesOf, type Step, stepRow, type Voucher, type VoucherKind, type VoucherState, voucherRow } from './voucher.ts';

type InCounty = Pick<Context, 'db' | 'county'>;
export type Wanted = { kind: VoucherKind | null; state: VoucherState | null; unit: Voucher['unitId'] | null };
export const nothingWanted: Wanted = { kind: null, state: null, unit: null };

/** What the viewer sees: all, or what concerns his own unit. */
const vouchersSeen = ({ db, county, onlyUnit, day }: Context) => db`
  select v.id, v.unit_id, n.name as unit_name, u.host, v.kind, v.happened_on, v.grade, v.title, v.article_id, v.words, v.number, v.state,
    v.entered_by, e.name as entered_by_name, v.entered_on, 'officeLead' = any(e.roles) as entered_by_lead,
    d.name as decided_by_name, v.decided_on, v.asked_by, a.name as asked_by_name, v.reason, v.fact_id, f.period,
    exists (select from fact r where r.county_id = ${county} and (r.cancels = v.fact_id or r.replaces = v.fact_id)) as reviewed,
    array(select x.sha256 from voucher_evidence x where x.county_id = ${county} and x.voucher_id = v.id order by x.sha256) as evidence,
    v.version
  from voucher v
  join unit u on u.county_id = v.county_id and u.id = v.unit_id
  join unit_name n on n.county_id = v.county_id and n.unit_id = v.unit_id and not n.alias
    and n.from_on <= ${day} and (n.to_on is null or n.to_on >= ${day})
  join person e on e.county_id = v.county_id and e.id = v.entered_by
  left join person d on d.county_id = v.county_id and d.id = v.decided_by
  left join person a on a.county_id = v.county_id and a.id = v.asked_by
  left join fact f on f.county_id = v.county_id and f.id = v.fact_id
  where v.county_id = ${county} and (${onlyUnit}::uuid is null or v.unit_id = ${onlyUnit})`;

/** What waits for a second person first, then the newest. */
export const listVouchers = (context: Context, { kind, state, unit }: Wanted): Promise<Voucher[]> => rows(context.db, voucherRow)`
  ${vouchersSeen(context)} and (${kind}::text is null or v.kind = ${kind}) and (${state}::text is null or v.state = ${state})
    and (${unit}::uuid is null or v.unit_id = ${unit})
  order by v.state not in ('pending', 'withdrawing'), v.id desc`;

export async function voucher(context: Context, voucher: Voucher['id']): Promise<Voucher | undefined> {
  const [found] = await rows(context.db, voucherRow)`${vouchersSeen(context)} and v.id = ${voucher}`;
  return found;
}

/** Locked, then read: had the locking statement to wait, its joined columns would still be the old ones. */
export async function lockVoucher(context: Context, id: Voucher['id']): Promise<Voucher | undefined> {
  await context.db`select from voucher where county_id = ${context.county} and id = ${id} for update`;
  return voucher(context, id);
}

/** Of a voucher that the viewer was found to see. */
export const stepsUnscoped = ({ db, county }: Context, voucher: Voucher['id']): Promise<Step[]> => rows(db, stepRow)`
  select s.no, s.what, s.reason, p.name as by_name, s.done_on, s.done_at
  from voucher_step s join person p on p.county_id = s.county_id and p.id = s.done_by
  where s.county_id = ${county} and s.voucher_id = ${voucher} order by s.no`;

/** The words that the county has used for ranks and natures, the most usual first. */
export const gradesUsed = ({ db, county }: InCounty) => rows(db, { kind: text<VoucherKind>(), grade: text(), count: int() })`
  select kind, grade, count(*)::int as count from voucher where county_id = ${county} group by kind, grade order by count desc, grade`;

type New = Pick<Voucher, 'id' | 'unitId' | 'kind' | 'happenedOn' | 'grade' | 'title' | 'articleId' | 'words' | 'number'>;
export async function insertVoucher({ db, county, actor, day, now }: Context, given: New, evidence: readonly string[]) {
  const entered = { state: 'pending', enteredBy: actor.id, enteredOn: day, enteredAt: now, reason: '', version: 1 };
  await db`insert into voucher ${db({ countyId: county, ...given, ...entered })}`;
  const files = [...new Set(evidence)].map((sha256) => ({ countyId: county, voucherId: given.id, sha256 }));
  await db`insert into voucher_evidence ${db(files)}`;
}

type Standing = Pick<Voucher, 'id' | 'version' | 'state' | 'reason' | 'factId' | 'askedBy'>;
/** `decided` also says who held it against the document. */
export async function saveVoucher({ db, county, actor, day }: Context, standing: Standing, decided: boolean) {
  const { id, version, state, reason, factId, askedBy } = standing;
  const row = { state, reason, factId, askedBy, version: version + 1 };
  const by = decided ? { decidedBy: actor.id, decidedOn: day } : {};
  await db`update voucher set ${db({ ...row, ...by })} where county_id = ${county} and id = ${id}`;
}

export async function insertStep(
  { db, county, actor, day, now }: Context,
  voucherId: Voucher['id'],
  step: Pick<Step, 'no' | 'what' | 'reason'>,
) {
  await db`insert into voucher_step ${db({ countyId: county, voucherId, ...step, doneBy: actor.id, doneOn: day, doneAt: now })}`;
}

/** What the ledger should hold of this module: each 批示 and 差错 that was confirmed, with the day and the unit it counts for. */
export const voucherFactsDueUnscoped = ({ db, county }: InCounty) => rows(db, {
  sourceId: id<string>(),
  unit: id<'unit'>(),
  day: day(),
})`
  select id as source_id, unit_id as unit, happened_on as day from voucher
  where county_id = ${county} and state in ('confirmed', 'withdrawing') order by id`;

/** What waits for a second person, as the unverified facts that it would become in that month. A locked month waits for nothing. */
export async function pendingVouchers(context: Context, month: string): Promise<Fact[]> {
  const pending = await listVouchers(context, { ...nothingWanted, state: 'pending' });
  const locked = await lastLocked(context);
  return pending
    .filter(({ happenedOn }) => monthFor(happenedOn, locked) === month)
    .map((voucher) => ({
      ...{ id: voucher.id as string as Fact['id'], unit: voucher.unitId, kind: voucher.kind, day: voucher.happenedOn },
      ...{ period: month, verified: false, cancels: null, replaces: null, corrects: null },
      attributes: attributesOf(voucher),
      evidence: voucher.evidence,
    }));
}

/** How many somebody wants to take back and nobody has confirmed yet. */
export async function countWithdrawing({ db, county }: InCounty): Promise<number> {
  const [found] = await rows(db, { count: int() })`
    select count(*)::int as count from voucher where county_id = ${county} and state = 'withdrawing'`;
  return found?.count ?? 0;
}
