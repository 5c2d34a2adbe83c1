-- only the days that differ from Monday to Friday: 法定节假日 and 调休上班
create table calendar_day (
  county_id int, day date, works boolean not null, name text not null,
  primary key (county_id, day));

call guard('select, insert, update, delete', 'calendar_day');
