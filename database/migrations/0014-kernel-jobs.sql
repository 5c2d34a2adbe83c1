-- long work that a person waits for; the rows are the queue, and what a dead process left running is begun again
create table job (
  county_id int, id uuid, kind text not null, input jsonb not null, state text not null, tries int not null,
  done int not null, total int not null, result jsonb, fault text, queued_by uuid not null, queued_at timestamptz not null,
  begun_at timestamptz, ended_at timestamptz,
  primary key (county_id, id), constraint job_state check (state in ('waiting', 'running', 'done', 'failed')));
create index on job (county_id, id) where state in ('waiting', 'running');

call guard('select, insert, update, delete', 'job');
