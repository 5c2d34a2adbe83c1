-- the server works as this role, which owns nothing
do $$ begin create role minsheng_app login; exception when duplicate_object then null; end $$;
