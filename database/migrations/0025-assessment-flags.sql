-- 提示: what a rule saw in a month and what a person then said of it. One row a judgement, the last one counts; `flag` is the digest
-- of rule, unit and facts, so that other facts are another flag. `seen_by_unit` names no other unit
create table flag_verdict (
  county_id int, id uuid, month text not null, flag text not null, version int not null, rule text not null, unit_id uuid not null,
  facts text[] not null, seen text not null, seen_by_unit text not null, verdict text not null, reason text not null,
  judged_by uuid not null, judged_on date not null, judged_at timestamptz not null,
  primary key (county_id, id), constraint flag_verdict_once unique (county_id, month, flag, version),
  foreign key (county_id, unit_id) references unit, foreign key (county_id, judged_by) references person,
  constraint flag_verdict_month check (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  constraint flag_verdict_flag check (flag ~ '^[0-9a-f]{64}$'),
  constraint flag_verdict_known check (verdict in ('upheld', 'dismissed') and version > 0));
create index on flag_verdict (county_id, unit_id);

call guard('select, insert', 'flag_verdict');
