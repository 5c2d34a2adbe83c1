-- 媒体和刊物: who publishes. `name` is the carrier that a scheme finds it by; one house's paper, site and app share a group
create table outlet (
  county_id int, id uuid, name text not null, kind text not null, group_name text, mainstream boolean not null, version int not null,
  primary key (county_id, id),
  constraint outlet_kind check (kind in ('paper', 'broadcast', 'site', 'app', 'account', 'brief')));

-- the name and the aliases under the key that papers are read with: one of them names one outlet, however it is written
create table outlet_name (
  county_id int, key text, outlet_id uuid not null, name text not null, alias boolean not null,
  primary key (county_id, key), foreign key (county_id, outlet_id) references outlet);
create index on outlet_name (county_id, outlet_id);

-- 层级 over time: a row decides from a day on, until the next; who decided and why stays. Of two for one day the later stands
create table outlet_tier (
  county_id int, id uuid, outlet_id uuid not null, from_on date not null, tier text, reason text not null,
  decided_by uuid not null, decided_at timestamptz not null,
  primary key (county_id, id), foreign key (county_id, outlet_id) references outlet,
  constraint outlet_tier_known check (tier in ('central', 'provincial', 'municipal', 'county')));
create index on outlet_tier (county_id, outlet_id, from_on);

call guard('select, insert, update', 'outlet');
call guard('select, insert', 'outlet_name', 'outlet_tier');
