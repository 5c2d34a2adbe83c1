-- a county's month; every fact of it bumps the version, and a locked one takes no more
create table period (
  county_id int, month text, version int not null, locked_at timestamptz, locked_by uuid,
  primary key (county_id, month), constraint period_month check (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  constraint period_locked check ((locked_at is null) = (locked_by is null)));

-- what happened and counts; a change of mind is another row
create table fact (
  county_id int, id uuid, unit_id uuid not null, kind text not null, day date not null, period text not null,
  verified boolean not null, cancels uuid, replaces uuid, attributes jsonb not null, evidence text[] not null,
  source_id uuid not null, recorded_by uuid not null, recorded_at timestamptz not null,
  primary key (county_id, id), foreign key (county_id, period) references period,
  foreign key (county_id, unit_id) references unit,
  foreign key (county_id, cancels) references fact, foreign key (county_id, replaces) references fact,
  constraint fact_cancelled_once unique (county_id, cancels), constraint fact_replaced_once unique (county_id, replaces),
  constraint fact_one_change check (cancels is null or replaces is null));
create index on fact (county_id, period);
create index on fact (county_id, source_id);

call guard('select, insert, update', 'period');
call guard('select, insert', 'fact');
