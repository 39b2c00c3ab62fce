--liquibase formatted sql

--changeset trienkhai:020-plan
create table plan (
  id varchar(64) not null,
  plan_number varchar(64) not null,
  title varchar(1000) not null,
  status varchar(16) not null,
  definition varchar(1000000) not null,
  source_text varchar(1000000) not null,
  sha256 varchar(64) not null,
  loaded_at timestamp with time zone not null,
  adopted_at timestamp with time zone,
  adopted_by varchar(130),
  returned_because varchar(2000),
  version integer not null,
  constraint pk_plan primary key (id)
);
