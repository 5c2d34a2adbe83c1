-- 约稿: what the office orders from a unit, by a day
create table commission (
  county_id int, id uuid, unit_id uuid not null, title text not null, wishes text not null, words int,
  project_id uuid, campaign_id uuid, due_on date not null, ordered_by uuid not null, ordered_at timestamptz not null,
  delivered_on date, state text not null, reason text not null, fact_id uuid, version int not null,
  primary key (county_id, id), foreign key (county_id, unit_id) references unit,
  foreign key (county_id, project_id) references project, foreign key (county_id, campaign_id) references campaign,
  constraint commission_state check (state in ('open', 'delivered', 'missed', 'withdrawn')),
  constraint commission_delivered check ((state = 'delivered') = (delivered_on is not null)));
create index on commission (county_id, unit_id);

call guard('select, insert, update', 'commission');
