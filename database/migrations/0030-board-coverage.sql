-- 覆盖 and 工作台 count a county's year of appearances and articles. Beside 121 other counties its rows lie scattered, so what is
-- counted stands in the indexes themselves and no row has to be fetched
create index claim_told on claim (county_id, published_on) include (article_id, unit_id, outlet_id, tier, form) where state = 'accepted';
create index submission_told on submission (county_id, submitted_on) include (article_id, outcome);
create index article_belongs on article (county_id, id) include (unit_id, project_id, campaign_id, state, version_no, origin);
create index claim_states on claim (county_id, state) include (unit_id);
-- what was accepted while its outlet was 待认定: few, and asked for on every first page
create index claim_to_reverify on claim (county_id, id) where state = 'accepted' and tier is null;
create index commission_ordered on commission (county_id, ordered_on) where state in ('open', 'delivered');
