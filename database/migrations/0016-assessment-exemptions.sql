-- 豁免: a unit is scored, but not ranked, from a day on. One person of the office proposes it and another confirms it; until then
-- it counts for nothing. Withdrawn it holds no longer from `ends_before` on: what was locked with it keeps it
create table exemption (
  county_id int, id uuid, unit_id uuid not null, from_on date not null, to_on date, reason text not null, basis text not null,
  evidence text, state text not null,
  proposed_by uuid not null, proposed_on date not null, proposed_at timestamptz not null,
  confirmed_by uuid, confirmed_on date, confirmed_at timestamptz,
  withdrawn_by uuid, withdrawn_on date, withdrawn_at timestamptz, withdrawn_why text not null, ends_before date, version int not null,
  primary key (county_id, id), foreign key (county_id, unit_id) references unit,
  foreign key (county_id, evidence) references file,
  foreign key (county_id, proposed_by) references person, foreign key (county_id, confirmed_by) references person,
  foreign key (county_id, withdrawn_by) references person,
  constraint exemption_span check (to_on is null or to_on >= from_on),
  constraint exemption_state check (state in ('proposed', 'confirmed', 'withdrawn')),
  constraint exemption_confirmed check (state <> 'confirmed' or confirmed_by is not null),
  constraint exemption_withdrawn check ((state = 'withdrawn') = (withdrawn_by is not null)),
  constraint exemption_ended check ((ends_before is not null) = (state = 'withdrawn' and confirmed_by is not null)),
  constraint exemption_four_eyes check (confirmed_by <> proposed_by));
create index on exemption (county_id, unit_id);

call guard('select, insert, update', 'exemption');
