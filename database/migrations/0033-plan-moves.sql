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

-- 订阅: whoever has the secret of a link reads what its holder sees on 日程; the database knows its digest
create table calendar_link (
  county_id int, digest text, person_id uuid not null, made_at timestamptz not null, revoked_at timestamptz,
  primary key (county_id, digest), foreign key (county_id, person_id) references person);
create unique index calendar_link_one on calendar_link (county_id, person_id) where revoked_at is null;

call guard('select, insert, update', 'calendar_link');
