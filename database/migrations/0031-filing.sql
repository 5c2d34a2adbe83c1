-- 报备: what a unit itself owes under the year's plan: its 实施方案, who answers for it, and in a line each that it stands on the
-- agenda, has a mechanism and counts in the unit's own assessment. One row for each, as it was handed in last
create table filing (
  county_id int, id uuid, plan_id uuid not null, unit_id uuid not null, kind text not null, state text not null,
  happened_on date, words text not null, sha256 text, leader text not null, leader_post text not null, officer_id uuid,
  filed_by uuid not null, filed_on date not null, filed_at timestamptz not null,
  decided_by uuid, decided_on date, reason text not null, version int not null,
  primary key (county_id, id), constraint filing_once unique (county_id, plan_id, unit_id, kind),
  foreign key (county_id, plan_id) references plan, foreign key (county_id, unit_id) references unit,
  foreign key (county_id, sha256) references file, foreign key (county_id, officer_id) references person,
  foreign key (county_id, filed_by) references person, foreign key (county_id, decided_by) references person,
  constraint filing_kind check (kind in ('plan', 'contacts', 'agenda', 'mechanism', 'assessment')),
  constraint filing_state check (state in ('filed', 'taken', 'returned')),
  constraint filing_decided check ((state = 'filed') = (decided_by is null)),
  constraint filing_officer check ((kind = 'contacts') = (officer_id is not null)),
  constraint filing_day check ((kind in ('plan', 'contacts')) = (happened_on is null)));
create index on filing (county_id, unit_id);

-- `content` is what was handed in with that version; empty where the office decided
create table filing_step (
  county_id int, filing_id uuid, no int, what text not null, reason text not null, content jsonb not null,
  done_by uuid not null, done_on date not null, done_at timestamptz not null,
  primary key (county_id, filing_id, no), foreign key (county_id, filing_id) references filing,
  foreign key (county_id, done_by) references person,
  constraint filing_step_known check (what in ('file', 'take', 'return')));

-- by when, where the notice names no day or the office has put it off; `source` says where that was told
create table filing_term (
  county_id int, plan_id uuid, kind text, due_on date not null, source text not null,
  set_by uuid not null, set_on date not null, set_at timestamptz not null, version int not null,
  primary key (county_id, plan_id, kind), foreign key (county_id, plan_id) references plan,
  foreign key (county_id, set_by) references person);

call guard('select, insert, update', 'filing', 'filing_term');
call guard('select, insert', 'filing_step');
