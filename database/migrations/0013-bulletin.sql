-- 通报 of a month: what the office writes around its figures. The number comes from the host's own register; internal until
-- somebody who did not write it checked its secrecy and made it public. `ground` is what it says of the plan, kept from the moment
-- it has a number: what went out stays as it went out
create table bulletin (
  county_id int, month text, number text, issued_on date, opening text not null, closing text not null,
  disclosure text not null, secrecy_checked_by uuid, secrecy_checked_at timestamptz, published_at timestamptz,
  edited_by uuid, ground jsonb, version int not null,
  primary key (county_id, month), constraint bulletin_number_once unique (county_id, number),
  constraint bulletin_dated check ((number is null) = (issued_on is null)),
  constraint bulletin_kept check ((number is null) = (ground is null)),
  constraint bulletin_disclosure check (disclosure in ('internal', 'onRequest', 'public')),
  constraint bulletin_checked check (disclosure = 'internal' or (secrecy_checked_by is not null and secrecy_checked_by <> edited_by)),
  constraint bulletin_published check ((disclosure = 'public') = (published_at is not null)));

call guard('select, insert, update', 'bulletin');
