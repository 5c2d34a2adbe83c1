create table county (
  county_id int primary key, name text not null, demo boolean not null, demo_day date, created_at timestamptz not null,
  constraint county_demo_day check (demo or demo_day is null));

create table unit (
  county_id int, id uuid, kind text not null, code text, host boolean not null default false,
  from_on date not null, to_on date, version int not null,
  primary key (county_id, id), constraint unit_code_once unique (county_id, code),
  constraint unit_span check (to_on is null or to_on >= from_on));

-- a name never moves to another unit, so that an old paper still says who was meant; aliases are how papers shorten it
create table unit_name (
  county_id int, unit_id uuid, name text, alias boolean not null, from_on date not null, to_on date,
  primary key (county_id, name), foreign key (county_id, unit_id) references unit,
  constraint unit_name_span check (to_on is null or to_on >= from_on));
create index on unit_name (county_id, unit_id);
create unique index unit_name_one_now on unit_name (county_id, unit_id) where not alias and to_on is null;

create table person (
  county_id int, id uuid, unit_id uuid, account text not null, name text not null, roles text[] not null,
  password_hash text, suspended_at timestamptz, created_at timestamptz not null,
  version int not null,
  primary key (county_id, id), constraint person_account_once unique (county_id, account),
  foreign key (county_id, unit_id) references unit,
  constraint person_some_role check (cardinality(roles) > 0),
  -- an administrator is nothing else and belongs to no unit; everybody else belongs to one
  constraint person_one_administration check (
    not roles && array['systemAdmin', 'securityAdmin', 'auditAdmin'] or (cardinality(roles) = 1 and unit_id is null)),
  constraint person_in_a_unit check (unit_id is not null or roles && array['systemAdmin', 'securityAdmin', 'auditAdmin']));

create table session (
  county_id int, digest text, person_id uuid not null, address text not null, created_at timestamptz not null,
  seen_at timestamptz not null, ends_at timestamptz not null,
  primary key (county_id, digest), foreign key (county_id, person_id) references person);
create index on session (county_id, person_id);

create table invitation (
  county_id int, digest text, person_id uuid not null, made_by uuid not null, made_at timestamptz not null,
  ends_at timestamptz not null, used_at timestamptz,
  primary key (county_id, digest), foreign key (county_id, person_id) references person);
create index on invitation (county_id, person_id);

create table password_used (
  county_id int, person_id uuid, used_at timestamptz, hash text not null,
  primary key (county_id, person_id, used_at), foreign key (county_id, person_id) references person);

-- no reference to a person: most names tried belong to nobody
create table sign_in_failure (
  county_id int, id uuid, account text not null, address text not null, failed_at timestamptz not null, cleared_at timestamptz,
  primary key (county_id, id));
create index on sign_in_failure (county_id, account, failed_at);
create index on sign_in_failure (county_id, address, failed_at);

call guard('select, insert, update', 'county', 'unit', 'unit_name', 'person', 'invitation');
call guard('select, insert, update, delete', 'session', 'sign_in_failure');
call guard('select, insert, delete', 'password_used');
