-- a version of the 细则 on its way: kept as it was typed, also while it is not yet one, until somebody else than who asked for it
-- put it in force; what the paper says stays with it as a file
create table scheme_draft (
  county_id int, id uuid, version int not null, state text not null, body jsonb not null, base_id uuid, paper text,
  made_by uuid not null, made_at timestamptz not null, saved_by uuid not null, saved_at timestamptz not null,
  proposed_by uuid, proposed_at timestamptz, basis text not null, decided_by uuid, decided_at timestamptz, reason text not null,
  scheme_id uuid,
  primary key (county_id, id), foreign key (county_id, base_id) references scheme, foreign key (county_id, scheme_id) references scheme,
  foreign key (county_id, paper) references file,
  constraint scheme_draft_state check (state in ('draft', 'proposed', 'inForce', 'returned', 'discarded')),
  constraint scheme_draft_asked check (state <> 'proposed' or proposed_by is not null),
  constraint scheme_draft_two check (state <> 'inForce' or (decided_by <> proposed_by and scheme_id is not null)));

-- who asked for the version, on what ground, from which paper; one adopted before there were drafts has none of these
alter table scheme
  add column proposed_by uuid, add column basis text not null default '', add column paper text,
  add foreign key (county_id, paper) references file,
  add constraint scheme_two check (proposed_by is null or proposed_by <> adopted_by);
alter table scheme alter column basis drop default;

-- rules of burden relief with their day: what from then on may not be judged by; shown at the clause that they meet
create table policy_row (
  county_id int, code text, source text not null, from_on date not null, touches text[] not null, words text not null,
  primary key (county_id, code), foreign key (county_id) references county);

insert into policy_row (county_id, code, source, from_on, touches, words)
select c.county_id, p.code, p.source, p.from_on::date, p.touches::text[], p.words from county c cross join (values
  ('relief-2024', '中共中央办公厅、国务院办公厅《整治形式主义为基层减负若干规定》', '2024-08-06',
    '{instruction,adoption}', '不得将获得领导批示、在刊物和媒体刊发文章信息等作为督查检查考核内容。'),
  ('relief-2024-trace', '中共中央办公厅、国务院办公厅《整治形式主义为基层减负若干规定》', '2024-08-06',
    '{activity,visit,attendance}', '不得以开会发文、拍照留痕、学习笔记等评判工作。'),
  ('apps-2026', '国务院办公厅《政务移动互联网应用程序规范化管理办法》（国办函〔2026〕12号）', '2026-01-25',
    '{ranking}', '除安全保卫、应急处置外，不得设置打卡签到、积分排名、在线时长等要求。')
) as p (code, source, from_on, touches, words);

call guard('select, insert, update', 'scheme_draft');
call guard('select, insert', 'policy_row');
