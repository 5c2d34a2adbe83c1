-- a fact that a locked month should have held and a review put in later: it counts for that month, and its period shows the correction
alter table fact add column corrects text;
alter table fact add constraint fact_corrects_earlier
  check (corrects is null or (corrects < period and cancels is null and replaces is null));
alter table fact add constraint fact_corrects_month check (corrects ~ '^\d{4}-(0[1-9]|1[0-2])$');
create index fact_missed on fact (county_id, unit_id, day) where corrects is not null;

-- of something missing that a review adds: whether the evidence came only after the lock. What was added until now counted as late
alter table objection_change add column late boolean;
update objection_change set late = (verb = 'record');
alter table objection_change alter column late set not null;
alter table objection_change add constraint objection_change_late check (verb = 'record' or not late);
