-- 改期: what the window of a campaign was before a person moved it, and what he made of it; `no` is the version of the campaign that it made
create table campaign_move (
  county_id int, campaign_id uuid, no int,
  was_from date, was_to date, was_days date[] not null, was_text text not null, was_precision text not null,
  from_on date, to_on date, window_text text not null, reason text not null,
  moved_by uuid not null, moved_on date not null, moved_at timestamptz not null,
  primary key (county_id, campaign_id, no), foreign key (county_id, campaign_id) references campaign,
  foreign key (county_id, moved_by) references person,
  constraint campaign_move_window check (from_on is null or to_on is null or to_on >= from_on),
  constraint campaign_move_why check (reason <> ''));

-- a unit of the campaign knows of it
create table campaign_move_seen (
  county_id int, campaign_id uuid, no int, unit_id uuid, seen_by uuid not null, seen_at timestamptz not null,
  primary key (county_id, campaign_id, no, unit_id), foreign key (county_id, campaign_id, no) references campaign_move,
  foreign key (county_id, unit_id) references unit, foreign key (county_id, seen_by) references person);

call guard('select, insert', 'campaign_move', 'campaign_move_seen');
