-- the county's own day of a lock: the time for objections is counted from it. What was locked before had real time alone
alter table month_lock add column locked_on date;
update month_lock l set locked_on = coalesce((select c.demo_day from county c where c.county_id = l.county_id),
  (l.locked_at at time zone 'Asia/Shanghai')::date);
alter table month_lock alter column locked_on set not null;

-- by which day of the next month a month is to be locked, and how many work days there are to object: from a day on
create table month_terms (
  county_id int, from_on date, lock_by int not null, workdays int not null, reason text not null,
  set_by uuid not null, set_at timestamptz not null,
  primary key (county_id, from_on), foreign key (county_id, set_by) references person,
  constraint month_terms_known check (lock_by between 1 and 28 and workdays between 1 and 30));

-- 异议: a unit contests a line of a locked month, something that is missing there, or another's correction that moved it.
-- `about_id` is whose line it is; `what_key` says which, so that one line is contested once
create table objection (
  county_id int, id uuid, month text not null, unit_id uuid not null, about_id uuid not null, what text not null,
  what_key text not null, clause text not null, effect text not null, corrects text, points text not null,
  kind text, happened_on date, title text not null, reason text not null,
  raised_by uuid not null, raised_on date not null, raised_at timestamptz not null, ends_on date not null,
  state text not null, answered_by uuid, answered_on date, answer text not null, confirmed_by uuid, confirmed_on date,
  period text, proposal int not null, version int not null,
  primary key (county_id, id), foreign key (county_id, month) references month_lock,
  foreign key (county_id, unit_id) references unit, foreign key (county_id, about_id) references unit,
  foreign key (county_id, raised_by) references person, foreign key (county_id, answered_by) references person,
  foreign key (county_id, confirmed_by) references person, foreign key (county_id, period) references period,
  constraint objection_what check (what in ('line', 'missing', 'correction')),
  constraint objection_state check (state in ('pending', 'upheld', 'proposed', 'corrected', 'withdrawn')),
  constraint objection_answered check ((state in ('upheld', 'proposed', 'corrected')) = (answered_by is not null)),
  constraint objection_confirmed check ((state = 'corrected') = (confirmed_by is not null and period is not null)),
  constraint objection_in_time check (raised_on <= ends_on),
  constraint objection_not_own check (answered_by <> raised_by and confirmed_by <> raised_by),
  constraint objection_four_eyes check (confirmed_by <> answered_by));
create unique index objection_once on objection (county_id, unit_id, month, what_key) where state <> 'withdrawn';
create index on objection (county_id, state, id);
create index on objection (county_id, about_id);

-- which facts of the line are meant; none: how it was computed
create table objection_fact (
  county_id int, objection_id uuid, fact_id uuid, primary key (county_id, objection_id, fact_id),
  foreign key (county_id, objection_id) references objection, foreign key (county_id, fact_id) references fact);

create table objection_evidence (
  county_id int, objection_id uuid, sha256 text, side text not null, primary key (county_id, objection_id, sha256, side),
  foreign key (county_id, objection_id) references objection, foreign key (county_id, sha256) references file,
  constraint objection_evidence_side check (side in ('unit', 'office')));

-- what a correction does to the ledger once it is confirmed; each proposal has its own rows, the last one counts
create table objection_change (
  county_id int, objection_id uuid, proposal int, no int, verb text not null, undoes uuid,
  kind text, happened_on date, attributes jsonb not null,
  primary key (county_id, objection_id, proposal, no), foreign key (county_id, objection_id) references objection,
  foreign key (county_id, undoes) references fact,
  constraint objection_change_verb check (verb in ('cancel', 'replace', 'record')),
  constraint objection_change_undoes check ((verb = 'record') = (undoes is null)),
  constraint objection_change_makes check ((verb = 'cancel') = (kind is null) and (verb = 'cancel') = (happened_on is null)));

create table objection_step (
  county_id int, objection_id uuid, no int, what text not null, reason text not null,
  done_by uuid not null, done_on date not null, done_at timestamptz not null,
  primary key (county_id, objection_id, no), foreign key (county_id, objection_id) references objection,
  foreign key (county_id, done_by) references person,
  constraint objection_step_known check (what in ('raise', 'withdraw', 'uphold', 'propose', 'confirm', 'reject')));

call guard('select, insert, update', 'objection');
call guard('select, insert', 'month_terms', 'objection_fact', 'objection_evidence', 'objection_change', 'objection_step');
