--liquibase formatted sql

--changeset trienkhai:015-absence
-- people by user id, without foreign keys: a chart that is established anew replaces people, absences stay
create table absence (
  id uuid not null,
  person varchar(130) not null,
  substitute varchar(130) not null,
  kind varchar(32) not null,
  first_day date not null,
  last_day date,
  reason varchar(500) not null,
  entered_by varchar(130) not null,
  entered_at timestamp(6) with time zone not null,
  ended_by varchar(130),
  ended_at timestamp(6) with time zone,
  ended_why varchar(500),
  settled_at timestamp(6) with time zone,
  constraint pk_absence primary key (id)
);
create index ix_absence_person on absence (person);
create index ix_absence_substitute on absence (substitute);

--changeset trienkhai:015-lent-membership
-- groups of the engine that somebody is in only while standing in for somebody else: these alone are taken back
create table lent_membership (
  user_id varchar(130) not null,
  group_id varchar(130) not null,
  constraint pk_lent_membership primary key (user_id, group_id)
);
