import type { Context } from '../kernel/context.ts';
import { json, rows } from '../kernel/rows.ts';
import { type Bulletin, blank, bulletinRow, type Disclosure } from './bulletin.ts';
import type { Ground } from './paper.ts';

type InCounty = Pick<Context, 'db' | 'county'>;

const all = ({ db, county }: InCounty) => db`
  select b.month, b.number, b.issued_on, b.opening, b.closing, b.disclosure, p.name as secrecy_checked_by, b.secrecy_checked_at,
    b.published_at, b.edited_by, b.version
  from bulletin b
  left join person p on p.county_id = b.county_id and p.id = b.secrecy_checked_by
  where b.county_id = ${county}`;

/** Newest month first; a unit sees those that went out under a number. */
export const bulletinsOf = (context: InCounty & Pick<Context, 'onlyUnit'>): Promise<Bulletin[]> => rows(context.db, bulletinRow)`
  ${all(context)} and (${context.onlyUnit}::uuid is null or b.number is not null) order by b.month desc`;

export async function bulletinOf(context: InCounty & Pick<Context, 'onlyUnit'>, month: string): Promise<Bulletin | undefined> {
  const [found] = await rows(context.db, bulletinRow)`
    ${all(context)} and b.month = ${month} and (${context.onlyUnit}::uuid is null or b.number is not null)`;
  return found;
}

/** As it stood when the paper got its number; undefined before. Of a bulletin that the viewer was found to see. */
export async function keptGroundUnscoped({ db, county }: InCounty, month: string): Promise<Ground | undefined> {
  const [found] = await rows(db, { ground: json<Ground>() })`
    select ground from bulletin where county_id = ${county} and month = ${month} and ground is not null`;
  return found?.ground;
}

/** What everybody may read, newest month first. */
export const publicBulletins = (context: InCounty): Promise<Bulletin[]> => rows(context.db, bulletinRow)`
  ${all(context)} and b.disclosure = 'public' order by b.month desc`;

/** Held until the end of the transaction; the first who writes makes the row. A second statement, to see what others committed. */
export async function lockBulletin(context: Context, month: string): Promise<Bulletin> {
  const { db, county } = context;
  const { opening, closing, disclosure, version } = blank(month);
  const row = { countyId: county, month, opening, closing, disclosure, version };
  await db`insert into bulletin ${db(row)} on conflict do nothing`;
  await db`select from bulletin where county_id = ${county} and month = ${month} for update`;
  const [found] = await rows(db, bulletinRow)`${all(context)} and b.month = ${month}`;
  return found ?? blank(month);
}

export type Texts = Pick<Bulletin, 'number' | 'issuedOn' | 'opening' | 'closing'>;
export async function saveTexts(
  { db, county, actor }: Context,
  { month, version }: Bulletin,
  { ground, ...texts }: Texts & { ground: Ground | null },
) {
  const row = { ...texts, ground: ground && db.json(ground as never), editedBy: actor.id, version: version + 1 };
  await db`
    update bulletin set ${db(row)}
    where county_id = ${county} and month = ${month}`;
}

/** Who sets it open vouches for its secrecy; taken back, it is as if nobody had. */
export async function saveDisclosure({ db, county, actor, now }: Context, { month, version }: Bulletin, disclosure: Disclosure) {
  const open = disclosure !== 'internal';
  const row = {
    disclosure,
    secrecyCheckedBy: open ? actor.id : null,
    secrecyCheckedAt: open ? now : null,
    publishedAt: disclosure === 'public' ? now : null,
    version: version + 1,
  };
  await db`update bulletin set ${db(row)} where county_id = ${county} and month = ${month}`;
}
