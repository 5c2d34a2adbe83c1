-- 提醒: a text that somebody took along for the work group, and the matters in it; `round` counts how often one has been reminded of
create table message (
  county_id int, id uuid, words text not null, made_by uuid not null, made_on date not null, made_at timestamptz not null,
  primary key (county_id, id), foreign key (county_id, made_by) references person);
create table message_matter (
  county_id int, message_id uuid, matter text not null, subject text not null, unit_id uuid, period text not null, round int not null,
  primary key (county_id, matter, subject, unit_id, period, round), foreign key (county_id, message_id) references message,
  foreign key (county_id, unit_id) references unit,
  constraint message_matter_known check (matter in ('filing', 'commission', 'quota') and round > 0));
create index on message_matter (county_id, message_id);

call guard('select, insert', 'message', 'message_matter');
