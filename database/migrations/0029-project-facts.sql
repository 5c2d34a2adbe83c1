-- 项目事实卡. One row is one version of one element: what holds is never overwritten, the next one that is confirmed
-- holds from its own day on. Until when a value holds is told by the one after it and stands nowhere twice.
create table project_value (
  county_id int, id uuid, project_id uuid not null, element text not null, value jsonb not null, from_on date not null,
  source text not null, clause text not null, stated_on date not null, file text,
  state text not null, entered_by uuid not null, entered_on date not null, entered_at timestamptz not null,
  decided_by uuid, decided_on date, reason text not null, version int not null,
  primary key (county_id, id), foreign key (county_id, project_id) references project,
  foreign key (county_id, file) references file,
  foreign key (county_id, entered_by) references person, foreign key (county_id, decided_by) references person,
  constraint project_value_state check (state in ('pending', 'confirmed', 'returned', 'withdrawn', 'replaced')),
  constraint project_value_decided check (state in ('pending', 'withdrawn') or decided_by is not null),
  constraint project_value_four_eyes check (decided_by <> entered_by));
create unique index project_value_pending_once on project_value (county_id, project_id, element) where state = 'pending';
-- at a given day one value
create unique index project_value_day_once on project_value (county_id, project_id, element, from_on) where state = 'confirmed';

-- who leads a project and who supports it, from when to when; who is no longer in it stays readable
create table project_unit (
  county_id int, id uuid, project_id uuid not null, unit_id uuid not null, role text not null,
  from_on date not null, to_on date, reason text not null, end_reason text not null,
  assigned_by uuid not null, assigned_at timestamptz not null,
  primary key (county_id, id), foreign key (county_id, project_id) references project,
  foreign key (county_id, unit_id) references unit, foreign key (county_id, assigned_by) references person,
  constraint project_unit_role check (role in ('lead', 'support')),
  constraint project_unit_days check (to_on is null or to_on >= from_on));
create unique index project_lead_once on project_unit (county_id, project_id) where role = 'lead' and to_on is null;
create unique index project_unit_once on project_unit (county_id, project_id, unit_id) where to_on is null;

-- 月报: money, progress and result of a project in a month. Money in hundredths of 万元; sent again it is another version
create table project_report (
  county_id int, id uuid, project_id uuid not null, unit_id uuid not null, month text not null, no int not null,
  measure text not null, planned int not null, done int not null,
  money_planned int not null, money_arrived int not null, money_spent int not null, result text not null,
  due_on date not null, sent_by uuid not null, sent_on date not null, sent_at timestamptz not null,
  state text not null, decided_by uuid, decided_on date, reason text not null, version int not null,
  primary key (county_id, id), foreign key (county_id, project_id) references project,
  foreign key (county_id, unit_id) references unit, foreign key (county_id, sent_by) references person,
  foreign key (county_id, decided_by) references person,
  constraint project_report_no_once unique (county_id, project_id, month, no),
  constraint project_report_month check (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  constraint project_report_sizes check (planned > 0 and done >= 0 and money_planned >= 0 and money_arrived >= 0 and money_spent >= 0),
  constraint project_report_state check (state in ('sent', 'accepted', 'returned', 'replaced')),
  constraint project_report_decided check (state in ('sent', 'replaced') or decided_by is not null),
  constraint project_report_four_eyes check (decided_by <> sent_by));
create unique index project_report_sent_once on project_report (county_id, project_id, month) where state = 'sent';
create unique index project_report_accepted_once on project_report (county_id, project_id, month) where state = 'accepted';
create table project_report_evidence (
  county_id int, report_id uuid, sha256 text, primary key (county_id, report_id, sha256),
  foreign key (county_id, report_id) references project_report, foreign key (county_id, sha256) references file);

call guard('select, insert, update', 'project_value', 'project_unit', 'project_report');
call guard('select, insert', 'project_report_evidence');
