-- 稿件: the text itself, whoever wrote it. What is typed is saved here at once; what was handed on stands in its versions
create table article (
  county_id int, id uuid, unit_id uuid not null, origin text not null, author_id uuid not null, title text not null, body text not null,
  pictures jsonb not null, genre text not null, project_id uuid, campaign_id uuid, commission_id uuid, state text not null,
  level int, version_no int not null, version int not null, created_at timestamptz not null, saved_at timestamptz not null,
  primary key (county_id, id), foreign key (county_id, unit_id) references unit,
  foreign key (county_id, author_id) references person, foreign key (county_id, project_id) references project,
  foreign key (county_id, campaign_id) references campaign, foreign key (county_id, commission_id) references commission,
  constraint article_author unique (county_id, id, author_id),
  constraint article_origin check (origin in ('unit', 'medium')), -- medium: it wrote by itself, nobody submitted
  constraint article_state check (
    state in ('draft', 'returned', 'inReview', 'submitted', 'taken', 'left', 'withdrawn', 'recorded')),
  constraint article_level check ((state = 'inReview') = (level is not null) and level between 1 and 3), -- whose turn it is
  constraint article_recorded check ((origin = 'medium') = (state = 'recorded')));
create index on article (county_id, unit_id, id);
create index on article (county_id, state, id);

create table article_version (
  county_id int, article_id uuid, no int, title text not null, body text not null, pictures jsonb not null, genre text not null,
  words int not null, digest text not null, made_by uuid not null, made_on date not null, made_at timestamptz not null,
  primary key (county_id, article_id, no), foreign key (county_id, article_id) references article,
  foreign key (county_id, made_by) references person);
create index on article_version (county_id, digest text_pattern_ops); -- the code on a printed 审签单 is how a digest begins

-- 三审三校: who holds a level of a version. Nobody two of them, the author none; `signer` is a person's id or, on paper, a name
create table review_level (
  county_id int, article_id uuid, version_no int, level int, signer text not null, signer_name text not null,
  person_id uuid, author_id uuid not null, sheet text, recorded_by uuid,
  primary key (county_id, article_id, version_no, level),
  foreign key (county_id, article_id, version_no) references article_version,
  foreign key (county_id, article_id, author_id) references article (county_id, id, author_id),
  foreign key (county_id, person_id) references person, foreign key (county_id, sheet) references file,
  foreign key (county_id, recorded_by) references person,
  constraint review_level_known check (level between 1 and 3),
  constraint review_level_one_person unique (county_id, article_id, version_no, signer),
  constraint review_level_not_the_author check (person_id <> author_id),
  constraint review_level_paper check ((person_id is null) = (sheet is not null) and (sheet is null) = (recorded_by is null)));
create index on review_level (county_id, sheet) where sheet is not null;
-- six acts: each level signs its review and its proof apart. The day is that of the paper, the time is ours
create table signature (
  county_id int, article_id uuid, version_no int, level int, kind text, note text not null, mistakes int,
  signed_on date not null, signed_at timestamptz not null,
  primary key (county_id, article_id, version_no, level, kind),
  foreign key (county_id, article_id, version_no, level) references review_level,
  constraint signature_kind check (kind in ('review', 'proof')));
-- level 0: the office sent it back; without one the unit itself took it back before it was handed in
create table article_return (
  county_id int, id uuid, article_id uuid not null, version_no int not null, level int, reason text not null,
  returned_by uuid not null, returned_on date not null, returned_at timestamptz not null,
  constraint article_return_level check (level between 0 and 3),
  primary key (county_id, id), foreign key (county_id, article_id) references article, foreign key (county_id, returned_by) references person);
create index on article_return (county_id, article_id);

-- 报送: a signed version handed to the office; one for each time it was handed in
create table submission (
  county_id int, id uuid, article_id uuid not null, version_no int not null, submitted_on date not null, submitted_at timestamptz not null,
  outcome text, reason text not null, decided_by uuid, decided_on date, decided_at timestamptz, fact_id uuid not null,
  primary key (county_id, id), constraint submission_version_once unique (county_id, article_id, version_no),
  foreign key (county_id, article_id, version_no) references article_version,
  foreign key (county_id, decided_by) references person, foreign key (county_id, fact_id) references fact,
  constraint submission_outcome check (outcome in ('taken', 'left', 'returned', 'withdrawn')));
create index on submission (county_id, submitted_on);

call guard('select, insert, update', 'article', 'submission');
call guard('select, insert', 'article_version', 'review_level', 'signature', 'article_return');
