import { nameOn } from '../../identity/queries.ts';
import type { Context } from '../../kernel/context.ts';
import { day, flag, id, int, rows, text } from '../../kernel/rows.ts';
import { came, type Genre } from '../submission.ts';

/** 来稿: what was handed in and waits for the office's word, the longest wait first. */
export const incoming = ({ db, county, onlyUnit, day: today }: Context, limit: number) => rows(db, {
  id: id<'article'>(),
  unitName: text(),
  title: text(),
  genre: text<Genre>(),
  words: int(),
  submittedOn: day(),
  times: int(), // that it was handed in
  ordered: flag(), // it answers a 约稿
  ...came,
})`
  select a.id, n.name as unit_name, v.title, v.genre, v.words, s.submitted_on, s.due_on, s.late_from, s.first_on, a.commission_id is not null as ordered,
    (select count(*)::int from submission e where e.county_id = ${county} and e.article_id = a.id) as times
  from article a
  join article_version v on v.county_id = a.county_id and v.article_id = a.id and v.no = a.version_no
  join submission s on s.county_id = a.county_id and s.article_id = a.id and s.version_no = a.version_no
  join unit_name n on n.county_id = a.county_id and n.unit_id = a.unit_id and ${nameOn({ db, day: today })}
  where a.county_id = ${county} and a.state = 'submitted' and (${onlyUnit}::uuid is null or a.unit_id = ${onlyUnit})
  order by s.submitted_at, a.id
  limit ${limit}`;
