-- what proves something, kept once under its digest; never changed, never removed
create table file (
  county_id int, sha256 text, media_type text not null, name text not null, size int not null, content bytea not null,
  stored_by uuid not null, stored_at timestamptz not null,
  primary key (county_id, sha256), constraint file_digest check (sha256 ~ '^[0-9a-f]{64}$'),
  constraint file_size check (size > 0 and octet_length(content) = size));
alter table file alter column content set storage external; -- pictures and PDFs are compressed already

-- whose people may open a file: the unit that handed it in, and every unit whose thing it proves
create table file_holder (county_id int, sha256 text, unit_id uuid, primary key (county_id, sha256, unit_id),
  foreign key (county_id, sha256) references file, foreign key (county_id, unit_id) references unit);

call guard('select, insert', 'file', 'file_holder');
