-- a duty that a 补充通知 changes is followed by another in its place; versions are those of the plan, both ends count, and one without an end is in force
alter table duty
  add column from_version int, add column to_version int, add column replaces_id uuid,
  add foreign key (county_id, replaces_id) references duty,
  add constraint duty_followed_once unique (county_id, replaces_id),
  add constraint duty_versions check (to_version >= from_version);
update duty d set from_version = 1 + (
  select count(*) from plan_amendment a join plan_amendment own on own.county_id = a.county_id and own.plan_id = a.plan_id
  where own.county_id = d.county_id and own.id = d.amendment_id and a.taken_at <= own.taken_at);
alter table duty alter column from_version set not null, drop constraint duty_place_once;
create unique index duty_place_once on duty (county_id, plan_id, place) where to_version is null;
grant update on duty to minsheng_app;
