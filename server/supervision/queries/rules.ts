import type { Context } from '../../kernel/context.ts';
import { rows } from '../../kernel/rows.ts';
import { type Rules, rulesRow, type Thresholds } from '../supervision.ts';

/** Every setting of the county, in the order of the days from which they hold. */
export const allRules = ({ db, county }: Pick<Context, 'db' | 'county'>): Promise<Rules[]> => rows(db, rulesRow)`
  select r.from_on, r.blue, r.orange, r.red, r.talk, r.zero, r.top, r.bottom, r.run, r.list_zero, r.reason,
    p.name as set_by_name, r.set_at
  from supervision_rules r join person p on p.county_id = r.county_id and p.id = r.set_by
  where r.county_id = ${county} order by r.from_on`;

export async function insertRules({ db, county, actor, now }: Context, rules: Thresholds & Pick<Rules, 'fromOn' | 'reason'>) {
  await db`insert into supervision_rules ${db({ countyId: county, ...rules, setBy: actor.id, setAt: now })}`;
}
