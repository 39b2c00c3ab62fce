--liquibase formatted sql

--changeset trienkhai:016-letterhead
-- what the documents of a unit show of it; what is missing is made of its name
alter table unit add column symbol varchar(20);
alter table unit add column superior varchar(255);
alter table unit add column letterhead varchar(255);
alter table unit add column place varchar(100);
alter table post add column signing_title varchar(255);
