-- 覆盖 counts a year of verified appearances and of articles in hand, county by county
create index on claim (county_id, published_on) where state = 'accepted';
create index on commission (county_id, ordered_on) where state in ('open', 'delivered');
