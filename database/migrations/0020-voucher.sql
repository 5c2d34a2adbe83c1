-- 登记凭据: a 批示 or a 差错 that the office enters by hand; counts once a second person has held it against the document
create table voucher (
  county_id int, id uuid, unit_id uuid not null, kind text not null, happened_on date not null,
  grade text not null, title text not null, article_id uuid, words text not null, number text not null,
  state text not null, entered_by uuid not null, entered_on date not null, entered_at timestamptz not null,
  decided_by uuid, decided_on date, asked_by uuid, reason text not null, fact_id uuid, version int not null,
  primary key (county_id, id), foreign key (county_id, unit_id) references unit,
  foreign key (county_id, article_id) references article, foreign key (county_id, entered_by) references person,
  foreign key (county_id, decided_by) references person, foreign key (county_id, asked_by) references person,
  foreign key (county_id, fact_id) references fact,
  constraint voucher_kind check (kind in ('instruction', 'error')),
  constraint voucher_state check (state in ('pending', 'confirmed', 'refused', 'withdrawing', 'withdrawn')),
  constraint voucher_fact check ((state in ('confirmed', 'withdrawing')) = (fact_id is not null)),
  constraint voucher_asked check (state <> 'withdrawing' or asked_by is not null),
  constraint voucher_four_eyes check (decided_by <> entered_by));
-- `grade` is the rank of the leader or the nature of the error: whose word, about what, on which day, is entered once
create unique index voucher_once on voucher (county_id, unit_id, kind, happened_on, grade, title)
  where state in ('pending', 'confirmed', 'withdrawing');
create index on voucher (county_id, state, id);

create table voucher_evidence (
  county_id int, voucher_id uuid, sha256 text, primary key (county_id, voucher_id, sha256),
  foreign key (county_id, voucher_id) references voucher, foreign key (county_id, sha256) references file);

create table voucher_step (
  county_id int, voucher_id uuid, no int, what text not null, reason text not null,
  done_by uuid not null, done_on date not null, done_at timestamptz not null,
  primary key (county_id, voucher_id, no), foreign key (county_id, voucher_id) references voucher,
  foreign key (county_id, done_by) references person,
  constraint voucher_step_known check (what in ('enter', 'confirm', 'refuse', 'askBack', 'withdraw', 'keep')));

call guard('select, insert, update', 'voucher');
call guard('select, insert', 'voucher_evidence', 'voucher_step');
