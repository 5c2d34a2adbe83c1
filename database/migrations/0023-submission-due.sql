-- 迟报: the last day for it when it was handed in (of the 约稿 that it answers, else of the campaign that it tells of), the first
-- day that is late even where a last day that nobody works moves on, and the day on which the article first came: sent back and
-- handed in anew it is not late for that. Null: it had no last day, or came before this was kept
alter table submission
  add column due_on date, add column late_from date, add column first_on date,
  add constraint submission_due check ((due_on is null) = (late_from is null) and late_from > due_on and first_on <= submitted_on),
  add constraint submission_first check (due_on is null or first_on is not null);
