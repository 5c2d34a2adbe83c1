-- the county of a transaction; set_config() would not reach the workers of a distributed PostgreSQL
create function app_enter(county int) returns void language plpgsql set citus.propagate_set_commands = 'local' as $$
begin execute format('set local app.county = %L', county); end $$;

-- for every table: the application's role owns none, and sees only the county that it has entered
create procedure guard(rights text, variadic tables text[]) language plpgsql as $$
declare name text;
begin
  foreach name in array tables loop
    execute format($q$
      alter table %1$I enable row level security;
      create policy county on %1$I using (county_id = current_setting('app.county')::int);
      grant %2$s on %1$I to minsheng_app $q$, name, rights);
  end loop;
end $$;

create table kept_reply (
  county_id int, person_id uuid, intent text, reply jsonb not null, at timestamptz not null,
  primary key (county_id, person_id, intent));
create index on kept_reply (county_id, at);

call guard('select, insert, delete', 'kept_reply');
