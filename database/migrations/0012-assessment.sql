-- 考核细则: a version as data, in force from the first of a month
create table scheme (
  county_id int, id uuid, code text not null, name text not null, body jsonb not null, from_on date not null, to_on date,
  adopted_by uuid not null, adopted_at timestamptz not null,
  primary key (county_id, id), constraint scheme_code_once unique (county_id, code),
  constraint scheme_from_once unique (county_id, from_on), constraint scheme_span check (to_on is null or to_on >= from_on));

-- 月度锁定: what the month came to, as the one file that a stranger can compute again; its head is what the 通报 prints
create table month_lock (
  county_id int, month text, export text not null, head text not null, locked_by uuid not null, locked_at timestamptz not null,
  primary key (county_id, month), foreign key (county_id, month) references period,
  constraint month_lock_head check (head ~ '^[0-9a-f]{64}$'));

call guard('select, insert, update', 'scheme');
call guard('select, insert', 'month_lock');
