-- 通报 of a locked month. The number comes from the host's own register; 内部 until somebody checked its secrecy and made it public
create table bulletin (
  county_id int, month text, number text, issued_on date, opening text not null, closing text not null,
  disclosure text not null, secrecy_checked_by uuid, secrecy_checked_at timestamptz, published_at timestamptz, version int not null,
  primary key (county_id, month), constraint bulletin_number_once unique (county_id, number),
  constraint bulletin_disclosure check (disclosure in ('internal', 'onRequest', 'public')),
  constraint bulletin_checked check (disclosure <> 'public' or secrecy_checked_by is not null));

call guard('select, insert, update', 'bulletin');
