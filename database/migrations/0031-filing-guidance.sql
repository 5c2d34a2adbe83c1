-- 牵头单位 → 指导单位: who is guided by whom under the year's plan, and a log of what was done
create table guidance_bond (
  county_id int, id uuid, plan_id uuid not null, lead_id uuid not null, unit_id uuid not null, ended_on date, reason text not null,
  set_by uuid not null, set_on date not null, set_at timestamptz not null, version int not null,
  primary key (county_id, id), foreign key (county_id, plan_id) references plan, foreign key (county_id, lead_id) references unit,
  foreign key (county_id, unit_id) references unit, foreign key (county_id, set_by) references person,
  constraint guidance_bond_two check (lead_id <> unit_id));
create unique index guidance_bond_once on guidance_bond (county_id, plan_id, lead_id, unit_id) where ended_on is null;

create table guidance_note (
  county_id int, id uuid, bond_id uuid not null, happened_on date not null, what text not null, by_name text not null, sha256 text,
  recorded_by uuid not null, recorded_on date not null, recorded_at timestamptz not null,
  primary key (county_id, id), foreign key (county_id, bond_id) references guidance_bond,
  foreign key (county_id, sha256) references file, foreign key (county_id, recorded_by) references person);
create index on guidance_note (county_id, bond_id);

call guard('select, insert, update', 'guidance_bond');
call guard('select, insert', 'guidance_note');
