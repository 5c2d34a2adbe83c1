-- 督办规则: after how many short months in a row which colour is suggested, and who comes on the lists of a month: from a day on
create table supervision_rules (
  county_id int, from_on date, blue int not null, orange int not null, red int not null, talk int not null, zero int not null,
  top int not null, bottom int not null, run int not null, list_zero boolean not null, reason text not null,
  set_by uuid not null, set_at timestamptz not null,
  primary key (county_id, from_on), foreign key (county_id, set_by) references person,
  constraint supervision_rules_climb check (blue >= 1 and orange > blue and red > orange and talk > red and talk <= 12),
  constraint supervision_rules_known check (zero between 1 and 12 and top between 0 and 20 and bottom between 0 and 20
    and run between 0 and 12));

-- 督办单: one matter of one unit, which goes up the colours; whatever is red or a talk has its second person. `next_…`: asked for,
-- not yet agreed to; `asked_due_on`: the unit asks for more time
create table supervision_order (
  county_id int, id uuid, unit_id uuid not null, colour text not null, matter text not null, matter_key text not null,
  requirement text not null, due_on date not null, state text not null,
  drafted_by uuid not null, drafted_on date not null, drafted_at timestamptz not null, issued_on date,
  proposed_by uuid, confirmed_by uuid, next_colour text, next_due_on date, next_requirement text, asked_due_on date,
  answer text not null, answered_on date, ended_on date, version int not null,
  primary key (county_id, id), foreign key (county_id, unit_id) references unit,
  foreign key (county_id, drafted_by) references person, foreign key (county_id, proposed_by) references person,
  foreign key (county_id, confirmed_by) references person,
  constraint supervision_order_colour check (colour in ('blue', 'orange', 'red', 'talk')),
  constraint supervision_order_next check ((next_colour is null or next_colour in ('red', 'talk'))
    and (next_colour is null) = (next_due_on is null) and (next_colour is null) = (next_requirement is null)),
  constraint supervision_order_state check (state in ('proposed', 'issued', 'answered', 'closed', 'withdrawn')),
  constraint supervision_order_second check (colour in ('blue', 'orange') or confirmed_by is not null
    or state in ('proposed', 'withdrawn')),
  constraint supervision_order_out check (state in ('proposed', 'withdrawn') or issued_on is not null),
  constraint supervision_order_four_eyes check (confirmed_by <> proposed_by));
create unique index supervision_order_once on supervision_order (county_id, unit_id, matter_key)
  where state not in ('closed', 'withdrawn');
create index on supervision_order (county_id, state, id);

-- the frozen figures that an order rests on
create table supervision_month (
  county_id int, order_id uuid, month text, submitted int not null, quota int not null, count_only boolean not null,
  primary key (county_id, order_id, month), foreign key (county_id, order_id) references supervision_order,
  foreign key (county_id, month) references month_lock,
  constraint supervision_month_short check (submitted < quota));

create table supervision_evidence (
  county_id int, order_id uuid, sha256 text, primary key (county_id, order_id, sha256),
  foreign key (county_id, order_id) references supervision_order, foreign key (county_id, sha256) references file);

create table supervision_step (
  county_id int, order_id uuid, no int, what text not null, reason text not null,
  done_by uuid not null, done_on date not null, done_at timestamptz not null,
  primary key (county_id, order_id, no), foreign key (county_id, order_id) references supervision_order,
  foreign key (county_id, done_by) references person,
  constraint supervision_step_known check (what in ('draft', 'issue', 'agree', 'disagree', 'answer', 'ask', 'extend', 'keepDue',
    'raise', 'proposeRaise', 'sendBack', 'close', 'withdraw', 'reopen')));

-- 通报表扬、通报批评 of a locked month as they were settled; a round is what was put forward at once
create table naming (
  county_id int, month text, kind text, round int not null, state text not null, rule text not null,
  proposed_by uuid not null, proposed_on date not null, proposed_at timestamptz not null,
  confirmed_by uuid, confirmed_on date, reason text not null, version int not null,
  primary key (county_id, month, kind), foreign key (county_id, month) references month_lock,
  foreign key (county_id, proposed_by) references person, foreign key (county_id, confirmed_by) references person,
  constraint naming_kind check (kind in ('commend', 'criticise')),
  constraint naming_state check (state in ('proposed', 'confirmed', 'withdrawn')),
  constraint naming_confirmed check (state <> 'confirmed' or confirmed_by is not null),
  constraint naming_four_eyes check (kind = 'commend' or confirmed_by <> proposed_by));

create table naming_unit (
  county_id int, month text, kind text, round int, unit_id uuid, place int not null, name text not null, reason text not null,
  by_hand boolean not null, off_why text,
  primary key (county_id, month, kind, round, unit_id), foreign key (county_id, month, kind) references naming,
  foreign key (county_id, unit_id) references unit);

call guard('select, insert, update', 'supervision_order', 'naming');
call guard('select, insert', 'supervision_rules', 'supervision_month', 'supervision_evidence', 'supervision_step', 'naming_unit');
