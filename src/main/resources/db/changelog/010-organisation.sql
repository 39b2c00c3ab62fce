--liquibase formatted sql

--changeset trienkhai:010-unit
create table unit (
  id varchar(64) not null,
  name varchar(255) not null,
  short_name varchar(100) not null,
  kind varchar(32) not null,
  sort_order integer not null,
  constraint pk_unit primary key (id)
);

--changeset trienkhai:010-post
create table post (
  id varchar(130) not null,
  unit_id varchar(64) not null,
  role varchar(64) not null,
  title varchar(255) not null,
  sort_order integer not null,
  constraint pk_post primary key (id),
  constraint fk_post_unit foreign key (unit_id) references unit (id)
);
create index ix_post_unit on post (unit_id);

--changeset trienkhai:010-person
create table person (
  user_id varchar(130) not null,
  name varchar(255) not null,
  unit_id varchar(64) not null,
  post_id varchar(130) not null,
  sort_order integer not null,
  constraint pk_person primary key (user_id),
  constraint fk_person_unit foreign key (unit_id) references unit (id),
  constraint fk_person_post foreign key (post_id) references post (id)
);
create index ix_person_unit on person (unit_id);
create index ix_person_post on person (post_id);

--changeset trienkhai:010-unit-group
create table unit_group (
  id varchar(64) not null,
  name varchar(255) not null,
  sort_order integer not null,
  constraint pk_unit_group primary key (id)
);

--changeset trienkhai:010-unit-group-member
create table unit_group_member (
  group_id varchar(64) not null,
  unit_id varchar(64) not null,
  sort_order integer not null,
  constraint pk_unit_group_member primary key (group_id, unit_id),
  constraint fk_unit_group_member_group foreign key (group_id) references unit_group (id),
  constraint fk_unit_group_member_unit foreign key (unit_id) references unit (id)
);
create index ix_unit_group_member_unit on unit_group_member (unit_id);
