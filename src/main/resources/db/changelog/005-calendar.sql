--liquibase formatted sql

--changeset trienkhai:005-holiday-rule
create table holiday_rule (
  id varchar(64) not null,
  name varchar(100) not null,
  lunar boolean not null,
  anchor_month integer not null,
  anchor_day integer not null,
  first_offset integer not null,
  length integer not null,
  either_side boolean not null,
  compensated boolean not null,
  valid_from date not null,
  valid_to date,
  source varchar(500) not null,
  constraint pk_holiday_rule primary key (id)
);

--changeset trienkhai:005-calendar-notice
create table calendar_notice (
  id uuid not null,
  calendar_year integer not null,
  notice_number varchar(100),
  issued_on date,
  title varchar(500) not null,
  entered_at timestamp(6) with time zone not null,
  entered_by varchar(130) not null,
  replaced_by uuid,
  constraint pk_calendar_notice primary key (id),
  constraint fk_calendar_notice_replaced_by foreign key (replaced_by) references calendar_notice (id)
);
create index ix_calendar_notice_year on calendar_notice (calendar_year);

--changeset trienkhai:005-calendar-day
create table calendar_day (
  notice_id uuid not null,
  on_day date not null,
  kind varchar(16) not null,
  name varchar(100) not null,
  constraint pk_calendar_day primary key (notice_id, on_day),
  constraint fk_calendar_day_notice foreign key (notice_id) references calendar_notice (id)
);

--changeset trienkhai:005-calendar-revision
create table calendar_revision (
  id integer not null,
  revision integer not null,
  constraint pk_calendar_revision primary key (id)
);
insert into calendar_revision (id, revision) values (1, 1);
