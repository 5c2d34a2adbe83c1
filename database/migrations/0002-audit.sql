-- who did what; never changed, never removed
create table audit_entry (
  county_id int, id uuid, at timestamptz not null, person_id uuid not null, request_id uuid not null,
  what text not null, subject_id uuid not null, version int not null, reason text not null, primary key (county_id, id));
create index on audit_entry (county_id, request_id);
create index on audit_entry (county_id, subject_id, id);

-- numbers are given when committed entries are chained, so that requests never queue for one
create table audit_seal (
  county_id int, first_no int, last_no int not null, before text not null, head text not null, sealed_at timestamptz not null,
  primary key (county_id, first_no),
  constraint audit_seal_once unique (county_id, last_no), constraint audit_seal_order check (last_no >= first_no));
create table audit_number (
  county_id int, no int, entry_id uuid not null,
  primary key (county_id, no), constraint audit_number_once unique (county_id, entry_id),
  foreign key (county_id, entry_id) references audit_entry);

call guard('select, insert', 'audit_entry', 'audit_seal', 'audit_number');
