-- 交接: what an informationOfficer had under way and another took over, in one act; who wrote or claimed it stays as it was
create table hand_over (
  county_id int, id uuid, unit_id uuid not null, from_id uuid not null, to_id uuid not null,
  done_on date not null, done_at timestamptz not null,
  primary key (county_id, id), foreign key (county_id, unit_id) references unit,
  foreign key (county_id, from_id) references person, foreign key (county_id, to_id) references person,
  constraint hand_over_two check (from_id <> to_id));
create index on hand_over (county_id, unit_id);
create table hand_over_item (
  county_id int, hand_over_id uuid, kind text, subject_id uuid,
  primary key (county_id, kind, subject_id, hand_over_id), foreign key (county_id, hand_over_id) references hand_over,
  constraint hand_over_item_kind check (kind in ('article', 'claim', 'commission')));

call guard('select, insert', 'hand_over', 'hand_over_item');
