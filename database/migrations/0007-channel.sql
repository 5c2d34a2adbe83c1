-- 媒体和刊物: who publishes. `name` is the carrier that a scheme finds it by; one house's paper, site and app share a group
create table outlet (
  county_id int, id uuid, name text not null, kind text not null, group_name text, mainstream boolean not null, version int not null,
  primary key (county_id, id), constraint outlet_name_once unique (county_id, name),
  constraint outlet_kind check (kind in ('paper', 'broadcast', 'site', 'app', 'account', 'brief')));
create table outlet_alias (county_id int, outlet_id uuid not null, name text, primary key (county_id, name),
  foreign key (county_id, outlet_id) references outlet);

-- 层级 over time: a row decides from a day on, until the next; who decided and why stays
create table outlet_tier (
  county_id int, id uuid, outlet_id uuid not null, from_on date not null, tier text, reason text not null,
  decided_by uuid not null, decided_at timestamptz not null,
  primary key (county_id, id), constraint outlet_tier_day_once unique (county_id, outlet_id, from_on),
  foreign key (county_id, outlet_id) references outlet,
  constraint outlet_tier_known check (tier in ('central', 'provincial', 'municipal', 'county')));

call guard('select, insert, update', 'outlet');
call guard('select, insert', 'outlet_alias', 'outlet_tier');
