-- 认领: an article appeared somewhere, says a unit; the office verifies it against the evidence. An outlet that the roster does not
-- know stays as it was written (待认定); `outlet_key` is the name under the key of outlet_name, so it is found when it is listed
create table claim (
  county_id int, id uuid, unit_id uuid not null, article_id uuid not null,
  outlet_id uuid, outlet_text text not null, outlet_key text not null,
  published_on date not null, title text not null, form text not null, placement text not null, words int, link text,
  state text not null, claimed_by uuid not null, claimed_on date not null, claimed_at timestamptz not null,
  decided_by uuid, decided_on date, decided_at timestamptz, reason text not null,
  fact_id uuid, tier text, tier_row uuid, version int not null,
  primary key (county_id, id), foreign key (county_id, unit_id) references unit,
  foreign key (county_id, article_id) references article, foreign key (county_id, outlet_id) references outlet,
  foreign key (county_id, claimed_by) references person, foreign key (county_id, decided_by) references person,
  foreign key (county_id, fact_id) references fact, foreign key (county_id, tier_row) references outlet_tier,
  constraint claim_state check (state in ('pending', 'accepted', 'refused', 'withdrawn')),
  constraint claim_decided check ((state in ('accepted', 'refused')) = (decided_by is not null)),
  constraint claim_fact check ((state = 'accepted') = (fact_id is not null)),
  constraint claim_tier check (tier is null or tier_row is not null and outlet_id is not null),
  constraint claim_four_eyes check (decided_by <> claimed_by));
create unique index claim_once on claim (county_id, article_id, outlet_key, published_on) where state in ('pending', 'accepted');
create index on claim (county_id, unit_id, id);
create index on claim (county_id, state, id);
create index on claim (county_id, article_id);
create table claim_evidence (
  county_id int, claim_id uuid, sha256 text, primary key (county_id, claim_id, sha256),
  foreign key (county_id, claim_id) references claim, foreign key (county_id, sha256) references file);
create index on claim_evidence (county_id, sha256);

-- what became of a claim, one step for each version; `was` is what the step changed, as it had stood before
create table claim_step (
  county_id int, claim_id uuid, no int, what text not null, reason text not null, was jsonb not null,
  done_by uuid not null, done_on date not null, done_at timestamptz not null,
  primary key (county_id, claim_id, no), foreign key (county_id, claim_id) references claim,
  foreign key (county_id, done_by) references person,
  constraint claim_step_known check (what in ('claim', 'supplement', 'withdraw', 'accept', 'correct', 'refuse')));

call guard('select, insert, update', 'claim');
call guard('select, insert', 'claim_evidence', 'claim_step');
