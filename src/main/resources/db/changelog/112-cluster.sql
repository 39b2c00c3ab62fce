--liquibase formatted sql

--changeset trienkhai:112-turn
-- one row, locked by the node whose turn it is
create table cluster_turn (
  name varchar(16) not null,
  constraint pk_cluster_turn primary key (name)
);
insert into cluster_turn (name) values ('start');
