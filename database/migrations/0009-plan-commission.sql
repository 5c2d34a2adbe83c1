-- 约稿: what the office orders from a unit, by a day. Whatever the weekends do, from `late_from` on it is late or missing;
-- `article_id` is below this module and stays a plain id
create table commission (
  county_id int, id uuid, unit_id uuid not null, title text not null, wishes text not null, words int,
  project_id uuid, campaign_id uuid, due_on date not null, late_from date not null,
  ordered_by uuid not null, ordered_on date not null, ordered_at timestamptz not null,
  delivered_on date, article_id uuid, state text not null, reason text not null, fact_id uuid, version int not null,
  primary key (county_id, id), foreign key (county_id, unit_id) references unit,
  foreign key (county_id, project_id) references project, foreign key (county_id, campaign_id) references campaign,
  foreign key (county_id, ordered_by) references person, foreign key (county_id, fact_id) references fact,
  constraint commission_late check (due_on >= ordered_on and late_from > due_on),
  constraint commission_state check (state in ('open', 'delivered', 'missed', 'withdrawn')),
  constraint commission_delivered check (
    (state = 'delivered') = (delivered_on is not null) and (state = 'delivered') = (article_id is not null)),
  constraint commission_fact check ((state in ('delivered', 'missed')) = (fact_id is not null)));
create index on commission (county_id, unit_id);
create index on commission (county_id, late_from) where state = 'open';

call guard('select, insert, update', 'commission');
