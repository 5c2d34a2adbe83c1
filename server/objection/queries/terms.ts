import type { Context } from '../../kernel/context.ts';
import { rows } from '../../kernel/rows.ts';
import { type Terms, termsRow } from '../terms.ts';

/** Every setting of the county, in the order of the days from which they hold. */
export const allTerms = ({ db, county }: Pick<Context, 'db' | 'county'>): Promise<Terms[]> => rows(db, termsRow)`
  select t.from_on, t.lock_by, t.workdays, t.reason, p.name as set_by_name, t.set_at
  from month_terms t join person p on p.county_id = t.county_id and p.id = t.set_by
  where t.county_id = ${county} order by t.from_on`;

export async function insertTerms(
  { db, county, actor, now }: Context,
  terms: Pick<Terms, 'fromOn' | 'lockBy' | 'workdays' | 'reason'>,
) {
  await db`insert into month_terms ${db({ countyId: county, ...terms, setBy: actor.id, setAt: now })}`;
}
