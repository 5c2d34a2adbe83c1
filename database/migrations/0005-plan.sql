-- one plan a year, read from one notice; the text is kept as it came, with what a person settled about it
create table plan (
  county_id int, id uuid, year int not null, title text not null, issuer text, number text, issued_on date,
  source text not null, kept_repairs text[] not null, answers jsonb not null,
  created_by uuid not null, created_at timestamptz not null, version int not null,
  primary key (county_id, id), constraint plan_year_once unique (county_id, year),
  foreign key (county_id, created_by) references person);

create table project (
  county_id int, id uuid, plan_id uuid not null, place int not null, name text not null, rank text, version int not null,
  primary key (county_id, id), foreign key (county_id, plan_id) references plan,
  constraint project_name_once unique (county_id, plan_id, name),
  constraint project_rank check (rank in ('provincial', 'municipal')));

create table campaign (
  county_id int, id uuid, plan_id uuid not null, place int not null, no text not null, theme text not null,
  from_on date, to_on date, days date[] not null, window_text text not null, precision text not null, line int not null,
  primary key (county_id, id), foreign key (county_id, plan_id) references plan,
  constraint campaign_place_once unique (county_id, plan_id, place),
  constraint campaign_window check (from_on is null or to_on is null or to_on >= from_on));
create index on campaign (county_id, from_on);
create table campaign_unit (
  county_id int, campaign_id uuid, unit_id uuid, place int not null, role text not null,
  primary key (county_id, campaign_id, unit_id), foreign key (county_id, campaign_id) references campaign,
  foreign key (county_id, unit_id) references unit,
  constraint campaign_unit_role check (role in ('lead', 'support', 'responsible')));
create table campaign_project (
  county_id int, campaign_id uuid, project_id uuid, place int not null,
  primary key (county_id, campaign_id, project_id), foreign key (county_id, campaign_id) references campaign,
  foreign key (county_id, project_id) references project);

create table duty (
  county_id int, id uuid, plan_id uuid not null, place int not null, what text not null, count int, per text, each text not null,
  from_on date, to_on date, due_text text, clause text, line int not null, who text,
  primary key (county_id, id), foreign key (county_id, plan_id) references plan,
  constraint duty_place_once unique (county_id, plan_id, place));

call guard('select, insert', 'plan', 'campaign', 'campaign_unit', 'campaign_project', 'duty');
call guard('select, insert, update', 'project');
