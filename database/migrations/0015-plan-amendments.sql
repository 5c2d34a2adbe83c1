-- 补充通知: a later notice of the same year, kept as it came, whose difference was taken over into the plan
create table plan_amendment (
  county_id int, id uuid, plan_id uuid not null, title text not null, issuer text, number text, issued_on date,
  source text not null, kept_repairs text[] not null, answers jsonb not null,
  taken_by uuid not null, taken_at timestamptz not null,
  primary key (county_id, id), foreign key (county_id, plan_id) references plan,
  foreign key (county_id, taken_by) references person);

-- a line counts in the notice that the row was last read from: the amendment's, or the plan's own
alter table campaign
  add column amendment_id uuid, add column cancelled_on date, add column cancel_reason text, add column version int not null default 1,
  add foreign key (county_id, amendment_id) references plan_amendment,
  add constraint campaign_cancelled_why check ((cancelled_on is null) = (cancel_reason is null));
alter table campaign alter column version drop default;
alter table duty add column amendment_id uuid, add foreign key (county_id, amendment_id) references plan_amendment;

call guard('select, insert', 'plan_amendment');
grant update on plan, campaign to minsheng_app;
grant delete on campaign_unit, campaign_project to minsheng_app;
